import { loadKnown } from '../known.ts'
import { namesOf } from '../reports/names.ts'
import { censusReporters } from '../survey/census/formats.ts'
import { takeCensus } from '../survey/census/index.ts'
import { paintFor } from './paint.ts'
import { EXIT } from './program.ts'
import { announce } from './progress.ts'

/** How `unwash survey census` counts and shows. */
export interface CensusOptions {
  readonly format: string
  readonly memory?: string | undefined
}

/** Counts what all models of a dump declare and prints it. */
export async function censused(dump: string, options: CensusOptions, signal: AbortSignal): Promise<number> {
  const known = await loadKnown()
  const done = announce(`counting ${dump}`, process.stderr)
  const census = await takeCensus(dump, known, { memory: options.memory, signal }).finally(done)
  const reporter = censusReporters.find(({ id }) => id === options.format) ?? censusReporters[0]
  const width = process.stdout.columns
  const paint = paintFor(process.stdout, process.env)
  process.exitCode = EXIT.holds
  process.stdout.write(reporter.render(census, { names: namesOf(known.knowledge), paint, ...(width ? { width } : {}) }))
  return EXIT.holds
}
