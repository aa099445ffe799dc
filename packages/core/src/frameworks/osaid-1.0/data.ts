import type { DataAside, DataStatement } from '../../evidence/data/index.ts'
import type { DataStage, DataTopic } from '../../report/vocabulary.ts'
import {
  citedTogether,
  type Judge,
  type Judgement,
  met,
  needsHuman,
  notApplicable,
  rowsTogether,
  type Subject,
  together,
  unknown,
  unmet,
} from '../framework.ts'
import { canBeHad, type KnownSets, knownSets, unreadDocuments, unreadPlaces } from '../known-data.ts'
import { overLineage } from '../lineage.ts'
import { judgeOpenness } from '../openness.ts'
import { componentOf, componentPart, documentsInRelease } from '../parts.ts'
import { notSeen } from '../presence.ts'

/** OSAID-D2 to D7: the lists of sources, and the duties of the four classes of data. */
const dataSources = {
  'OSAID-D2': subject =>
    overLineage(subject, { part: 'openData', open: 'needs-human', closed: 'unknown' }, () => judgeList(subject)),
  'OSAID-D3': subject => {
    const said = judgeThirdParties(subject)
    if (said) return said
    const none = asides(subject, 'none')
    const cited = citedTogether([none.map(({ citation }) => citation)])
    const known = knownSets(subject)
    if (!cited && known) return onlyKnown(known)
    return cited
      ? needsHuman('It is said that no such data was used: whether to rely on that needs review.', cited)
      : unknown(
          'Nothing is said of data from third parties, neither that it was used nor that it was not.',
          subject.case.evidence.looked.cited,
        )
  },
  'OSAID-D4': judgeShared,
  'OSAID-D5': (_, row) => {
    const list = row('OSAID-D2')
    if (list.answer === 'met') return met('The public data is listed with where to obtain it.', list.cited)
    if (list.answer === 'needs-human')
      return needsHuman(
        'Where to obtain data is told; whether that is enough to obtain the same needs review.',
        list.cited,
      )
    return list.answer === 'unmet'
      ? unmet('Where to obtain the public data is not told.', list.cited)
      : unknown('Which public data was used could not be seen.', list.cited)
  },
  'OSAID-D6': subject => judgeThirdParties(subject) ?? undeclared(subject, 'data from third parties'),
  'OSAID-D7': subject => {
    const kept = [...asides(subject, 'withheld'), ...asides(subject, 'private')]
    const cited = citedTogether([kept.map(({ citation }) => citation)])
    if (!cited) return undeclared(subject, 'data that cannot be shared')
    return kept.some(({ reasoned }) => reasoned)
      ? needsHuman(
          'Data is withheld and something is said of why: a person must judge the reason and the description.',
          cited,
        )
      : unmet('Data is called private or is withheld, and no reason is given.', cited)
  },
} as const satisfies Record<string, Judge>

const asides = ({ case: { evidence } }: Subject, kind: DataAside['kind']) =>
  evidence.data.asides.filter(aside => aside.kind === kind)

function judgeList(subject: Subject): Judgement {
  const { evidence } = subject.case
  const found = componentOf(subject, 'datasets')?.found
  const located = evidence.data.statements.filter(statement => statement.located)
  const named = evidence.metadata.datasets.map(({ cited }) => cited[0])
  const here = found?.presence === 'released' ? found.cited : []
  const list = citedTogether([located.map(({ citation }) => citation), named, here])
  if (list) {
    if (located.length > 0 && located.every(({ partial }) => partial))
      return unmet('The list of data calls itself partial.', list)
    return located.some(({ exclusive, partial }) => exclusive && !partial)
      ? met('The data is listed with where to obtain it, and said to be all.', list)
      : needsHuman('Data is listed with where to obtain it; that the list is complete cannot be shown.', list)
  }
  const known = knownSets(subject)
  if (known)
    return needsHuman(
      `Where ${known.names} can be had is known; that the list is complete, and told by the publisher, needs review.`,
      known.cited,
    )
  if (found?.ladder === 'described' || found?.ladder === 'vague')
    return unmet('Training data is spoken of, and not listed with where to obtain it.', found.cited)
  const [unread, ...more] = unreadPlaces(subject)
  if (unread) return unknown('The documents read list no training data; others were not read.', [unread, ...more])
  return notSeen(evidence, 'No list of training data was found.', 'Whether training data is listed could not be seen.')
}

/** Bought or licensed data that is spoken of; null where nothing is. */
function judgeThirdParties(subject: Subject): Judgement | null {
  const spoken = asides(subject, 'third-party')
  const cited = citedTogether([spoken.map(({ citation }) => citation)])
  if (!cited) return null
  if (spoken.some(({ named, located }) => !named && !located))
    return unmet('Data from third parties is mentioned, and its source is not named.', cited)
  return spoken.every(({ located }) => located)
    ? met('Data from third parties is named with where to obtain it.', cited)
    : needsHuman('Data from third parties is named; whether it is told where to obtain it needs review.', cited)
}

const onlyKnown = ({ names, cited }: KnownSets): Judgement =>
  needsHuman(`The data known is ${names}; whether anything else was used needs review.`, cited)

/** Data of a class that nothing speaks of: the duty of that class does not arise, if all that tells was read. */
function undeclared(subject: Subject, what: string): Judgement {
  const known = knownSets(subject)
  if (known) return onlyKnown(known)
  const { evidence } = subject.case
  const [unread, ...more] = unreadDocuments(subject)
  if (unread) return unknown(`The documents read speak of no ${what}; others were not read.`, [unread, ...more])
  return evidence.looked.isWhole
    ? notApplicable(`The documents speak of no ${what}.`, evidence.looked.cited)
    : unknown(`Whether there was ${what} could not be seen.`, evidence.looked.cited)
}

function judgeShared(subject: Subject): Judgement {
  const data = componentOf(subject, 'datasets')
  const held = asides(subject, 'withheld')
  const withheld = citedTogether([held.map(({ citation }) => citation)])
  if (withheld) {
    return held.some(({ reasoned }) => reasoned)
      ? needsHuman('Data is withheld for a reason that is given: whether it could be shared needs review.', withheld)
      : unmet('Data is withheld, and nothing says that it could not be shared.', withheld)
  }
  if (data?.found.presence === 'released') {
    const terms = judgeOpenness(componentPart(data), 'conformant', subject.case.knowledge)
    // a set under restricted terms is not of the open class
    return terms.answer === 'unmet'
      ? unknown('Data is shared under terms that are not open: which sets are open data cannot be told.', terms.cited)
      : terms
  }
  const known = knownSets(subject)
  if (known)
    return needsHuman(
      canBeHad(known)
        ? `${known.names} can be had; which part of it is open data needs review.`
        : `${known.names} cannot be had by anyone; whether all of it could be shared needs review.`,
      known.cited,
    )
  return data
    ? unknown('Which sets may be shared freely, and whether all of them are, could not be seen.', data.found.cited)
    : unknown('No training data was found to ask about.', subject.case.evidence.looked.cited)
}

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
