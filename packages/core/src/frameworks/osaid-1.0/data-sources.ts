import type { DataAside } from '../../evidence/data/index.ts'
import type { Judge, Judgement, Subject } from '../framework.ts'
import { citedTogether, met, needsHuman, notApplicable, unknown, unmet } from '../framework.ts'
import { canBeHad, type KnownSets, knownSets, unreadDocuments, unreadPlaces } from '../known-data.ts'
import { overLineage } from '../lineage.ts'
import { judgeOpenness } from '../openness.ts'
import { componentOf, componentPart } from '../parts.ts'
import { notSeen } from '../presence.ts'

/** OSAID-D2 to D7: the lists of sources, and the duties of the four classes of data. */
export const dataSources = {
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
