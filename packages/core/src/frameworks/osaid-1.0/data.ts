import type { DataStatement } from '../../evidence/data/index.ts'
import type { DataStage, DataTopic } from '../../report/vocabulary.ts'
import type { Judge, Judgement, Subject } from '../framework.ts'
import { citedTogether, met, needsHuman, notApplicable, rowsTogether, together, unknown, unmet } from '../framework.ts'
import { knownSets, unreadPlaces } from '../known-data.ts'
import { overLineage } from '../lineage.ts'
import { judgeOpenness } from '../openness.ts'
import { componentPart, documentsInRelease } from '../parts.ts'
import { dataSources } from './data-sources.ts'

/** OSAID-D1: what the documents tell about all training data. Generic words are no description. */
const dataTopics = {
  'OSAID-D1a': about('provenance', 'where the training data comes from'),
  'OSAID-D1b': about('scope', 'the scope and characteristics of the training data'),
  'OSAID-D1c': about('selection', 'how the training data was obtained and selected'),
  'OSAID-D1d': about('labeling', 'how training data was labeled'),
  'OSAID-D1e': about('processing', 'how the training data was processed and filtered'),
} as const satisfies Record<string, Judge>

function about(topic: DataTopic, told: string): Judge {
  return subject =>
    overLineage(subject, { part: 'openData', open: 'needs-human', closed: 'unknown' }, () =>
      judgeTopic(subject, topic, told),
    )
}

function judgeTopic(subject: Subject, topic: DataTopic, told: string): Judgement {
  const { evidence } = subject.case
  const { statements } = evidence.data
  const specific = statements.filter(statement => statement.topics.get(topic) === 'specific')
  const generic = statements.filter(statement => statement.topics.get(topic) === 'generic')
  // a data set that metadata names; that some link leads to data does not say that the model was trained on it
  const named = topic === 'provenance' ? evidence.metadata.datasets.map(({ cited }) => cited[0]) : []
  const shown = citedTogether([specific.map(({ citation }) => citation), named])

  if (shown)
    return (topic !== 'provenance' || generic.length === 0) && covers(specific, statements, named.length > 0, subject)
      ? met(`The documents tell ${told}.`, shown)
      : needsHuman(`The documents tell ${told}; that they tell it of all the data is not certain.`, shown)
  const known = knownSets(subject)
  if (known?.sets.every(({ tells }) => tells.includes(topic)))
    return needsHuman(
      `The documentation of ${known.names} tells ${told}; whether it tells enough needs review.`,
      known.cited,
    )
  if (known && topic === 'labeling')
    return needsHuman(`${known.names}: nothing tells of labels, nor of a stage of training that uses any.`, known.cited)
  const vague = citedTogether([generic.map(({ citation }) => citation)])
  const unread = citedTogether([unreadPlaces(subject)])
  // words that only say that there was data disclose no provenance; of the rest another document may tell more
  if (vague && (topic === 'provenance' || !unread)) return unmet(`The documents say only in general ${told}.`, vague)
  if (unread) return unknown(`The documents read do not tell ${told}; others were not read.`, unread)
  if (!evidence.looked.isWhole)
    return unknown(`It could not be seen whether it is told ${told}.`, evidence.looked.cited)
  // labels are asked for where they were used: nothing here tells of a training that uses any
  if (topic === 'labeling' && statements.length > 0 && statements.every(({ stage }) => !isLater(stage))) {
    return needsHuman('Nothing tells of labels, nor of a stage of training that uses any.', evidence.looked.cited)
  }
  return unmet(`The documents do not tell ${told}.`, evidence.looked.cited)
}

/** Every stage of training that the documents speak of is described, and no description calls itself partial. */
function covers(
  specific: readonly DataStatement[],
  all: readonly DataStatement[],
  named: boolean,
  subject: Subject,
): boolean {
  if (specific.some(({ partial }) => partial)) return false
  const told = new Set(specific.map(({ stage }) => isLater(stage)))
  if (named) told.add(subject.case.lineage.length > 0)
  const kept = subject.case.evidence.data.asides.some(({ kind }) => kind === 'private' || kind === 'withheld')
  return !kept && all.every(({ stage }) => told.has(isLater(stage)))
}

/** a training that comes after the first one */
const isLater = (stage: DataStage) => stage === 'post-training' || stage === 'preference'

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
      ? notApplicable('No data information was found in the release to be under any terms.', evidence.looked.cited)
      : unknown('Which terms reach the documents that tell about the data could not be seen.', evidence.looked.cited)
  }
  const judged = together(first, ...more)
  if (elsewhere && (judged.answer === 'unknown' || telling.every(({ readings }) => readings.length === 0)))
    return elsewhere
  // a document without a license is one whose terms are not known
  return judged.answer === 'unmet' && telling.every(({ readings }) => readings.length === 0)
    ? unknown('No license was found that reaches the documents.', judged.cited)
    : judged
}
