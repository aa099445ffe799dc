import { audit } from '../audit.ts'
import { loadKnown } from '../known.ts'
import type { Report } from '../report.ts'
import { comparisonReporters } from '../reports/comparison/index.ts'
import { namesOf } from '../reports/names.ts'
import { paintFor } from './paint.ts'
import { EXIT } from './program.ts'
import { announce } from './progress.ts'

/** Audits several releases and prints them side by side. Exit code 2 when one of them cannot be audited. */
export async function compared(targets: readonly string[], format: string, signal: AbortSignal): Promise<number> {
  const reports: Report[] = []
  for (const target of targets) {
    const done = announce(`reading ${target}`, process.stderr)
    reports.push(await audit(target, { signal }).finally(done))
  }
  const { knowledge } = await loadKnown()
  const reporter = comparisonReporters.find(({ id }) => id === format) ?? comparisonReporters[0]
  const width = process.stdout.columns
  const paint = paintFor(process.stdout, process.env)
  process.stdout.write(reporter.render(reports, { names: namesOf(knowledge), paint, ...(width ? { width } : {}) }))
  return EXIT.holds
}
