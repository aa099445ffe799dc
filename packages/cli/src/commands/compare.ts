import type { Report } from '@unwash/core/report/report'
import { audit } from '@unwash/library/audit'
import { loadKnown } from '@unwash/library/known'
import { comparisonReporters } from '@unwash/reporters/comparison'
import { knownNames } from '@unwash/reporters/names'
import { meantAtHub } from '../audit/at-hub.ts'
import { statedUse } from '../audit/index.ts'
import { printed } from '../exit.ts'
import { announce } from '../terminal/progress.ts'
import { rendered } from '../terminal/show.ts'

/** Audits several releases and prints them side by side. Exit code 2 when one of them cannot be audited. */
export async function compared(
  targets: readonly string[],
  { format, use }: { readonly format: string; readonly use?: string | undefined },
  signal: AbortSignal,
): Promise<number> {
  const { knowledge } = await loadKnown()
  const stated = statedUse(use, knowledge.uses)
  const reports: Report[] = []
  for (const given of targets) {
    const target = await meantAtHub(given)
    const done = announce(`reading ${target}`)
    reports.push(await audit(target, { signal, use: stated }).finally(done))
  }
  const names = knownNames(knowledge)
  return printed(rendered(comparisonReporters, format, reports, { names }))
}
