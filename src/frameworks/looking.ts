import type { Evidence } from '../evidence/evidence.ts'
import { cite } from '../evidence/evidence.ts'
import { isRead } from '../evidence/inventory/looking.ts'
import type { Cited } from '../report.ts'
import { unknown, unmet } from './answers.ts'
import type { Judgement } from './framework.ts'

/** Where was looked in vain: the listing and the documents read. */
export function looked(evidence: Evidence): Cited {
  const names = evidence.documents.slice(0, 8).map(document => document.path)
  return cite({ looked: [`${evidence.release.files.length} file names`, ...names] })
}

/** Whether not finding something here says that it is not given here: the listing is whole and there was something to read. */
export const canShowAbsence = (evidence: Evidence): boolean => evidence.release.complete && isRead(evidence.documents)

/** Looked for in vain: unmet where not finding it says that it is not there, else unknown. */
export const notSeen = (evidence: Evidence, gone: string, unseen: string): Judgement =>
  canShowAbsence(evidence) ? unmet(gone, looked(evidence)) : unknown(unseen, looked(evidence))
