import { openWhole } from '../../audit.ts'
import { compareReports, redlinesOf } from '../../changes/compare.ts'
import { judge } from '../../judge.ts'
import { loadKnown } from '../../known.ts'
import { changesReporters } from '../../reporters/changes/index.ts'
import { knownNames } from '../../reporters/names.ts'
import { printed } from '../exit.ts'
import { announce } from '../terminal/progress.ts'
import { rendered } from '../terminal/show.ts'

/** Audits a release at two revisions and prints what changed. Throws an UnwashError when one cannot be read. */
export async function changed(
  [release, before, after]: readonly [string, string, string],
  format: string,
  signal: AbortSignal,
): Promise<number> {
  const done = announce(`reading ${release} at ${before} and ${after}`)
  const known = await loadKnown()
  const { knowledge } = known
  const state = async (revision: string) => {
    const opened = await openWhole(`${release}@${revision}`, { signal })
    return { report: judge(opened, known), texts: opened.texts }
  }
  const was = await state(before).finally(done)
  const is = await state(after)
  const redlines = redlinesOf(was, is)
  const diff = { ...compareReports(was.report, is.report, knowledge), ...(redlines.length > 0 ? { redlines } : {}) }
  return printed(rendered(changesReporters, format, diff, { names: knownNames(knowledge) }))
}
