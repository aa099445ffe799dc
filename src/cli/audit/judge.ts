import { checkIsEvidence } from '../../sources/saved/index.ts'
import type { AuditOptions } from '../program.ts'
import { audited } from './index.ts'

/** Judges saved evidence again. Anything else is refused: who wants it audited leaves the word `judge` out. */
export async function judged(evidence: string, options: AuditOptions, signal: AbortSignal): Promise<number> {
  await checkIsEvidence(evidence)
  return audited(evidence, options, signal)
}
