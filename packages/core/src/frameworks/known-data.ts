import type { KnownDataset } from '../knowledge/schemas/datasets.ts'
import { isSourced } from '../knowledge/sourced.ts'
import { readDeclared } from '../licenses/declared.ts'
import { datasetsOf } from '../names/datasets.ts'
import { resolveId } from '../names/index.ts'
import { ownModels } from '../names/models.ts'
import type { Citation, Cited } from '../report/report.ts'
import type { ComponentId } from '../report/vocabulary.ts'
import type { Judgement, Subject } from './framework.ts'
import { met, needsHuman, together, unmet } from './framework.ts'
import { judgeOpenness } from './openness.ts'
import { componentOf } from './parts.ts'

/** The well-known sets that a dated fact says this very model was trained on. */
export interface KnownSets {
  readonly sets: readonly [KnownDataset, ...KnownDataset[]]
  /** as they stand in a sentence */
  readonly names: string
  readonly cited: Cited
}

/**
 * What a dated fact says of the training data of this very model, when it is its publisher's own; null where none does.
 */
export function knownSets({ case: { knowledge, evidence }, model }: Subject): KnownSets | null {
  const { proven, name } = evidence.who
  const [version] = ownModels(knowledge, proven, model.name, name).flatMap(({ version }) =>
    version.trainedOn && isSourced(version.trainedOn.source) ? [version] : [],
  )
  const fact = version?.trainedOn
  const [first, ...more] = fact ? datasetsOf(knowledge, fact.sets) : []
  if (!fact || !first) return null
  const names = [first, ...more].map(set => set.name).join(', ')
  const cited: Citation = {
    fact: `${version.name} was trained on ${names}`,
    source: fact.source,
    seenOn: fact.seenOn,
  }
  return { sets: [first, ...more], names, cited: [cited, ...[first, ...more].map(factOf)] }
}

const factOf = (set: KnownDataset): Citation => ({
  fact:
    `${set.name}: ${set.license ?? 'no license of its own'}, contents ${set.contents}, obtainable: ` +
    `${set.obtainable}`,
  source: set.source,
  seenOn: set.seenOn,
})

/** Whether nothing is withheld of the sets: each can be had by anyone, if only after agreeing to terms. */
export const canBeHad = ({ sets }: KnownSets): boolean =>
  sets.every(({ source, obtainable }) => !isSourced(source) || (obtainable !== 'no' && obtainable !== 'on-request'))

/**
 * Three things are asked of each set: is the compilation licensed, are the rights in its contents stated, can it still
 * be obtained. `open`: a fact also says that all of the training data is open.
 */
export function judgeKnownSets(known: KnownSets, subject: Subject, open: boolean): Judgement {
  const [first, ...more] = known.sets.map(set => judgeSet(set, subject))
  const all = together(first ?? met('', known.cited), ...more)
  if (all.answer !== 'met' || open) return { ...all, cited: [...known.cited, ...all.cited] }
  return needsHuman(
    `The sets known are open: ${known.names}; whether they are all of the data needs review.`,
    known.cited,
  )
}

function judgeSet(set: KnownDataset, { case: { knowledge } }: Subject): Judgement {
  const cited: Cited = [factOf(set)]
  if (!isSourced(set.source)) return needsHuman(`What is known of ${set.name} has no source that was opened.`, cited)
  if (set.obtainable === 'no') return unmet(`${set.name} can no longer be had.`, cited)
  if (set.obtainable === 'on-request') return unmet(`${set.name} is given on request only.`, cited)
  if (set.contents !== 'cleared')
    return unmet(
      `The rights in the contents of ${set.name} are ` +
        `${set.contents === 'mixed' ? 'stated for a part of it only' : 'not stated'}.`,
      cited,
    )
  const license = set.license === null ? null : resolveId(set.license, null, knowledge)
  const terms = license
    ? judgeOpenness(
        { what: set.name, readings: [readDeclared(license, cited, knowledge)], unbound: 'unknown', cited },
        'conformant',
        knowledge,
      )
    : needsHuman(`${set.name} has no license of its own; what is in it has.`, cited)
  if (terms.answer !== 'met' || set.obtainable === 'yes') return terms
  return needsHuman(`Whether all of ${set.name} can be had by anyone needs review.`, cited)
}

/** documents that may tell about training data */
const DATA_DOCUMENTS = ['data-card', 'technical-report', 'research-paper'] as const satisfies readonly ComponentId[]

/**
 * Documents that may tell about the training data and were not read: a linked paper, report or data card, a PDF in the
 * release.
 */
export function unreadDocuments(subject: Subject): readonly Citation[] {
  const { release } = subject.case.evidence
  return DATA_DOCUMENTS.flatMap(id => {
    const found = componentOf(subject, id)?.found
    if (found?.presence === 'linked') return found.cited.slice(0, 1)
    return found?.presence === 'released'
      ? found.cited.filter(citation => 'path' in citation && !release.texts.has(citation.path))
      : []
  })
}

/** The same, and the pages of data sets that the documents link to. */
export function unreadPlaces(subject: Subject): readonly Citation[] {
  const { evidence } = subject.case
  const pages = evidence.data.statements.filter(({ located }) => located)
  const named = evidence.metadata.datasets.map(({ cited }) => cited[0])
  return [...unreadDocuments(subject), ...pages.map(({ citation }) => citation), ...named].slice(0, 4)
}
