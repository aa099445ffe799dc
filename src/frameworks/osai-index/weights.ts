import { mentionOf } from '../../evidence/inventory/looking.ts'
import { unknown } from '../answers.ts'
import type { Judge, Judgement, Subject } from '../framework.ts'
import { notOffered } from '../offer.ts'
import { open, partial, stepOf } from './level.ts'

/** Weights of the model that users meet, and of the base it was made from. A gate makes them partial. */
export const weights = {
  'OSAI-weights-endmodel': judgeEnd,
  'OSAI-weights-basemodel': (subject, row) => {
    const [base] = subject.case.lineage
    return base
      ? unknown(`It starts from ${base.model}, whose weights were not looked at.`, [
          base.cited[0] ?? subject.model.cited[0],
        ])
      : row('OSAI-weights-endmodel')
  },
} as const satisfies Record<string, Judge>

function judgeEnd(subject: Subject): Judgement {
  const { evidence } = subject.case
  const { offer, cited, part } = evidence.weights
  const { gate } = evidence.metadata
  const other = evidence.repository
  if (offer === 'on-request') return partial('The weights are given on request.', cited)
  if (offer === 'none' && other)
    return unknown('No weights are here; another repository of the publisher was not looked at.', [other])
  const withheld = notOffered(subject)
  if (withheld) return stepOf(withheld)
  if (gate) return partial('The weights are behind a gate.', [...gate.cited, ...cited])
  if (part === 'delta') return partial('What is given is the difference to the weights of a base.', cited)
  if (offer === 'in-tree') return open('The weights are in the release.', cited)
  const asked = mentionOf(evidence.documents, ASKED)
  return asked
    ? partial('The release says where the weights are, and that one has to ask for them first.', [asked, ...cited])
    : open('The release says where the weights are, and nothing of a gate before them.', cited)
}

/** what a sentence says where weights are given to those who ask or agree first */
const ASKED =
  /\b(?:request(?:ing)? access|access request|request (?:is|has been) approved|gated (?:model|repo|repository|access)|apply for access|fill (?:in|out) (?:the|this|a|our) (?:\w{1,20} )?form|accept (?:the|our|its) (?:terms|license|licence|conditions)|agree to (?:the|our) (?:terms|license|licence) (?:to|before)|signed url)\b|申请/i
