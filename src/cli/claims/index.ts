import { readAnnouncement } from '../../announcement.ts'
import { audit, loadKnown } from '../../audit.ts'
import { claimsReporters } from '../../reports/claims/index.ts'
import { namesOf } from '../../reports/index.ts'
import { paintFor } from '../paint.ts'
import { EXIT } from '../program.ts'
import { announce } from '../progress.ts'
import { openAnnouncement } from './open.ts'

/** How to check an announcement: the release it is about, and which way to show it. */
export interface ClaimsOptions {
  readonly format: string
  readonly of?: string | undefined
}

/** Checks an announcement and prints its claims. Exit code 1 when one of them is contradicted. */
export async function claimed(target: string, options: ClaimsOptions, signal: AbortSignal): Promise<number> {
  const done = announce(`reading ${[target, ...(options.of ? [options.of] : [])].join(', ')}`, process.stderr)
  const { knowledge, version } = await loadKnown()
  const [{ documents, notes }, release] = await Promise.all([
    openAnnouncement(target, process.stdin, signal, knowledge),
    options.of === undefined ? null : audit(options.of, { signal }),
  ]).finally(done)
  const report = readAnnouncement(documents, release, knowledge)
  const contradicted = report.claims.filter(claim => claim.check === 'contradicted').length
  process.exitCode = contradicted > 0 ? EXIT.fails : EXIT.holds
  const reporter = claimsReporters.find(({ id }) => id === options.format) ?? claimsReporters[0]
  const width = process.stdout.columns
  const paint = paintFor(process.stdout, process.env)
  process.stdout.write(
    reporter.render(report, {
      subject: target === '-' ? 'standard input' : target,
      names: namesOf(knowledge),
      version,
      paint,
      ...(width ? { width } : {}),
    }),
  )
  for (const note of notes) console.error(`unwash: ${note}`)
  if (report.claims.length > 0 && report.releases.length === 0)
    console.error('unwash: no release that is known here is named: say with --of which one is meant')
  if (contradicted > 0)
    console.error(
      `unwash: ${contradicted === 1 ? 'a claim is contradicted' : `${contradicted} claims are contradicted`}`,
    )
  return process.exitCode
}
