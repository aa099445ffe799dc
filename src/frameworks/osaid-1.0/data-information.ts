import { needsHuman, notApplicable, rowsTogether, together, unknown, unmet } from '../answers.ts'
import { knownSets } from '../data/known.ts'
import type { Judge, Subject } from '../framework.ts'
import { looked } from '../looking.ts'
import { judgeOpenness } from '../openness.ts'
import { componentPart, documentsInRelease } from '../parts.ts'
import { dataSources } from './data-sources.ts'
import { dataTopics } from './data-topics.ts'

/** the rows that D8 sums up */
const DESCRIBED = ['OSAID-D1a', 'OSAID-D1b', 'OSAID-D1c', 'OSAID-D1d', 'OSAID-D1e', 'OSAID-D2', 'OSAID-D3'] as const

/** Data Information: what is told of all training data, where it can be had, and under which terms that is told. */
export const dataInformation = {
  ...dataTopics,
  ...dataSources,
  'OSAID-D8': (_, row) => {
    const { answer, ids, judgement } = rowsTogether(DESCRIBED, row, DESCRIBED[0])
    const { cited } = judgement
    const list = ids.join(', ')
    if (answer === 'unmet') return unmet(`It cannot be enough while these are unmet: ${list}.`, cited)
    if (answer === 'unknown')
      return unknown(`Whether it is enough cannot be asked while these are unknown: ${list}.`, cited)
    return needsHuman(
      'Whether a skilled person could build a substantially equivalent system from this needs review.',
      cited,
    )
  },
  'OSAID-D9': judgeTerms,
} as const satisfies Record<string, Judge>

function judgeTerms(subject: Subject) {
  const { evidence, knowledge } = subject.case
  const telling = documentsInRelease(subject)
  const [first, ...more] = telling.map(rights => judgeOpenness(componentPart(rights), 'conformant', knowledge))
  const known = knownSets(subject)
  const elsewhere = known
    ? needsHuman(`What tells of ${known.names} is elsewhere; under which terms needs review.`, known.cited)
    : null
  if (!first) {
    if (elsewhere) return elsewhere
    return evidence.data.statements.length === 0
      ? notApplicable('No data information was found in the release to be under any terms.', looked(evidence))
      : unknown('Which terms reach the documents that tell about the data could not be seen.', looked(evidence))
  }
  const judged = together(first, ...more)
  if (elsewhere && (judged.answer === 'unknown' || telling.every(({ readings }) => readings.length === 0)))
    return elsewhere
  // a document without a license is one whose terms are not known
  return judged.answer === 'unmet' && telling.every(({ readings }) => readings.length === 0)
    ? unknown('No license was found that reaches the documents.', judged.cited)
    : judged
}
