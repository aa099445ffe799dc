import { audit } from '../audit.ts'
import { compareReports } from '../changes/compare.ts'
import { loadKnown } from '../known.ts'
import { changesReporters } from '../reports/changes/index.ts'
import { namesOf } from '../reports/names.ts'
import { paintFor } from './paint.ts'
import { EXIT } from './program.ts'
import { announce } from './progress.ts'

/** Audits a release at two revisions and prints what changed. Throws an UnwashError when one cannot be read. */
export async function changed(
  [release, before, after]: readonly [string, string, string],
  format: string,
  signal: AbortSignal,
): Promise<number> {
  const done = announce(`reading ${release} at ${before} and ${after}`, process.stderr)
  const was = await audit(`${release}@${before}`, { signal }).finally(done)
  const is = await audit(`${release}@${after}`, { signal })
  const { knowledge } = await loadKnown()
  const reporter = changesReporters.find(({ id }) => id === format) ?? changesReporters[0]
  const width = process.stdout.columns
  const paint = paintFor(process.stdout, process.env)
  const diff = compareReports(was, is, knowledge)
  process.stdout.write(reporter.render(diff, { names: namesOf(knowledge), paint, ...(width ? { width } : {}) }))
  return EXIT.holds
}
