import { sentencesOf } from '../documents/sentences.ts'
import { findBases } from '../lineage/bases.ts'
import { isHint } from '../lineage/hints.ts'
import { lettersOf } from '../text/letters.ts'
import { type Asks, askedOf } from './asked.ts'

/** models that are asked about, and sentences that are shown */
const MOST = { models: 3, sentences: 6 }

/** Models that the weights may start from, by what they are called. */
export const startsFrom: Asks = ({ report, judged }) => {
  // a look at what was found is cheap, and finding it again is not
  if (!report.lineage.some(({ relation }) => relation === 'unknown')) return []
  const { documents, release } = judged.evidence
  return findBases(judged.evidence, judged.knowledge)
    .filter(isHint)
    .slice(0, MOST.models)
    .flatMap(({ model, known, cited }) => {
      const name = lettersOf(known?.family.family ?? model)
      const naming = documents
        .flatMap(({ blocks }) => blocks)
        .filter(({ kind, text }) => kind !== 'code' && lettersOf(text).includes(name))
        .flatMap(block => sentencesOf(block).filter(({ text }) => lettersOf(text).includes(name)))
        .slice(0, MOST.sentences)
        .map(({ text }) => text)
      const sentence = naming.join('\n') || release.name
      return askedOf('starts-from', { key: lettersOf(model), what: model, of: cited[0], sentence }, judged)
    })
}
