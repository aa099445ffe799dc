import { readLicenses } from '@unwash/core/license'
import { VERSION } from '@unwash/knowledge/load'
import { loadKnownLicenses } from '@unwash/library/known'
import { licensesReporters } from '@unwash/reporters/licenses/index'
import { knownNames } from '@unwash/reporters/names'
import { EXIT, tell } from '../exit.ts'
import { announce } from '../terminal/progress.ts'
import { rendered } from '../terminal/show.ts'
import { openTargets } from './given.ts'

/** How to read license texts: which way to show them, and whether two are compared. */
interface LicenseOptions {
  readonly format: string
  readonly diff?: boolean | undefined
}

/** Reads license texts and prints what they say. Exit code 2 when something that was asked for could not be read. */
export async function licensed(
  targets: readonly string[],
  options: LicenseOptions,
  signal: AbortSignal,
): Promise<number> {
  if (options.diff) return (await import('./diff.ts')).compared(targets, options.format, signal)
  const done = announce(`reading ${targets.join(', ')}`)
  const [known, opened] = await Promise.all([loadKnownLicenses(), openTargets(targets, process.stdin, signal)]).finally(
    done,
  )
  const [first] = opened.trouble
  if (first && opened.trouble.length === targets.length && targets.length === 1) throw first
  const report = readLicenses(opened.given, known)
  const none = report.findings.filter(finding => finding.kind === 'not-a-license')
  const unread = report.findings.some(finding => finding.kind === 'pdf-not-read')
  const nothing = report.licenses.length === 0 && none.length > 0
  process.exitCode =
    opened.trouble.length > 0 || none.length > 0 || (unread && opened.given.asked.length === 0)
      ? EXIT.trouble
      : EXIT.holds
  if (!nothing) {
    const shown = { names: knownNames(known.knowledge), version: VERSION }
    process.stdout.write(rendered(licensesReporters, options.format, report, shown))
  }
  for (const error of opened.trouble) tell(error.message)
  for (const finding of none) tell(`${finding.says}: give ${finding.wouldChange}`)
  return process.exitCode
}
