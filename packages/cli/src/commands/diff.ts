import { compareReports, redlinesOf } from '@unwash/core/changes/compare'
import { judge } from '@unwash/core/judge'
import { openWhole } from '@unwash/library/audit'
import { loadKnown } from '@unwash/library/known'
import { changesReporters } from '@unwash/reporters/changes/index'
import { knownNames } from '@unwash/reporters/names'
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
