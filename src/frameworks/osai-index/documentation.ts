import { mentionOf } from '../../evidence/inventory/looking.ts'
import type { ComponentId } from '../../vocabulary.ts'
import { needsHuman, unknown } from '../answers.ts'
import type { Judge, Judgement, Subject } from '../framework.ts'
import { canShowAbsence, looked } from '../looking.ts'
import { componentOf } from '../parts.ts'
import { closed } from './level.ts'

/** What is written about it. That a document is there can be seen; whether it covers everything is for a person. */
export const documentation = {
  'OSAI-hardware-architecture': judgeSetup,
  'OSAI-preprint': subject => written(subject, 'a preprint', ['technical-report', 'research-paper']),
  'OSAI-paper': subject => written(subject, 'a peer-reviewed paper', ['research-paper']),
  'OSAI-modelcard': subject => written(subject, 'a model card', ['model-card']),
  'OSAI-datasheet': subject => written(subject, 'a datasheet', ['data-card']),
} as const satisfies Record<string, Judge>

function written(subject: Subject, what: string, ids: readonly ComponentId[]): Judgement {
  const all = ids.flatMap(id => componentOf(subject, id)?.found ?? [])
  const given = all.find(({ presence }) => presence === 'released' || presence === 'linked')
  if (given) return needsHuman(`Something that may be ${what} is there; how much it covers needs review.`, given.cited)
  const { evidence } = subject.case
  return all.length > 0 && all.every(({ presence }) => presence === 'absent') && canShowAbsence(evidence)
    ? closed(`Neither here nor linked: ${what}.`, looked(evidence))
    : unknown(`Whether there is ${what} could not be seen.`, looked(evidence))
}

const ARCHITECTURE =
  /\b(?:architecture|layers|hidden size|attention heads|decoder-only|encoder|context length|parameters)\b|架构|参数量/i
const MACHINES = /\b(?:GPUs?|TPUs?|A100s?|H100s?|H800s?|V100s?|MI\d{3}X?|GPU[- ]hours?|accelerators?)\b/i

function judgeSetup(subject: Subject): Judgement {
  const { evidence } = subject.case
  const said = [mentionOf(evidence.documents, ARCHITECTURE), mentionOf(evidence.documents, MACHINES)].filter(
    citation => citation !== null,
  )
  const [first, ...more] = said
  if (first)
    return needsHuman('Something is said of the architecture or the machines; how much it covers needs review.', [
      first,
      ...more,
    ])
  const report = written(subject, 'a report on the architecture', ['technical-report', 'research-paper'])
  return report.answer === 'unmet'
    ? closed('Nothing is said of the architecture or the training’s machines.', report.cited)
    : report
}
