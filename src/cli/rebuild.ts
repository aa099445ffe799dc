import { rebuild } from '../audit.ts'
import { loadKnown } from '../known.ts'
import { namesOf } from '../reports/names.ts'
import { rebuildReporters } from '../reports/rebuild/index.ts'
import { paintFor } from './paint.ts'
import { EXIT } from './program.ts'
import { announce } from './progress.ts'

/** Prints what a rebuild of a release needs, and what is missing. */
export async function rebuilt(
  target: string,
  options: { readonly format: string },
  signal: AbortSignal,
): Promise<number> {
  const done = announce(`reading ${target}`, process.stderr)
  const plan = await rebuild(target, { signal }).finally(done)
  const { knowledge } = await loadKnown()
  process.exitCode = EXIT.holds
  const reporter = rebuildReporters.find(({ id }) => id === options.format) ?? rebuildReporters[0]
  const paint = paintFor(process.stdout, process.env)
  const width = process.stdout.columns
  process.stdout.write(reporter.render(plan, { names: namesOf(knowledge), paint, ...(width ? { width } : {}) }))
  return EXIT.holds
}
