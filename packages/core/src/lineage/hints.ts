import { citeLines } from '../documents/cite.ts'
import type { Document } from '../documents/index.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { isOfOthers } from '../evidence/paths.ts'
import { sameOwner } from '../evidence/publisher/owners.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { type FoundModel, findModel, findModels } from '../names/models.ts'
import type { Cited } from '../report/report.ts'
import { isDerived } from '../report/vocabulary.ts'
import { sentencesIn } from '../sentences/index.ts'
import { lettersOf } from '../text/letters.ts'
import { isFromScratch, isOfTraining, LONGEST_SENTENCE } from './origins.ts'
import type { Base } from './relation.ts'

/** how many models of a release are asked about by their names */
const MOST_MODELS = 40
/** documents and blocks in which a release would say that it starts from nothing */
const DOCUMENTS = 3
const BLOCKS = 200

/**
 * What the names of a release's own models make one ask: "heron-gemma-2-9b" may start from Gemma 2. A name proves
 * nothing, so that the relation is unknown; where the family has many models made anew, it does not even hint.
 */
export function hintsIn(evidence: Evidence, knowledge: Knowledge, found: readonly Base[]): Base[] {
  if (found.some(({ via }) => via === 'metadata')) return []
  const hints: Base[] = []
  for (const { name, owner, cited, of } of named(evidence, knowledge)) {
    if (of.length === 0 && found.some(isDerived)) continue
    const known = findModel(knowledge, name)
    if (!known || known.version.architecture || lettersOf(known.version.name) === lettersOf(evidence.release.name))
      continue
    const { organizations } = known.family
    if (organizations.some(one => sameOwner(one, owner, knowledge.organizations))) continue
    const told = [...found, ...hints].filter(base => base.known?.family === known.family)
    if (told.some(base => base.known?.version === known.version || known.version.versionless)) continue
    const trained = placeOf(known, evidence, knowledge, one => isOfTraining(one, knowledge))
    // a page that has the name shows it; a file of weights does not
    const shown = of.length > 0 ? null : placeOf(known, evidence, knowledge)
    const relation = trained ? 'finetune' : 'unknown'
    const at = trained ?? shown ?? cited
    hints.push({ model: known.version.name, relation, known, atHub: null, of, via: 'name', cited: at })
  }
  return hints.length > 0 && saysFromScratch(evidence, knowledge) ? [] : hints
}

/**
 * Where a release names what its models are named for; in a section on its training that tells where these start.
 */
function placeOf(
  { version }: FoundModel,
  { documents }: Evidence,
  knowledge: Knowledge,
  isHeading: ((heading: string) => boolean) | null = null,
): Cited | null {
  const told = openingOf(documents).find(
    ({ document, block: { headings, text } }) =>
      !isOfOthers(document.path) &&
      (isHeading === null || headings.some(isHeading)) &&
      findModels(knowledge, text.slice(0, LONGEST_SENTENCE)).some(({ found }) => found.version === version),
  )
  if (!told) return null
  const { document, block } = told
  return [citeLines(document.path, document.lines, block.line, block.endLine)]
}

/** The blocks in which a release would say where it starts from. */
const openingOf = (documents: readonly Document[]) =>
  documents
    .slice(0, DOCUMENTS)
    .flatMap(document => document.blocks.slice(0, BLOCKS).map(block => ({ document, block })))

interface NamedHint {
  readonly name: string
  readonly owner: string
  readonly cited: Cited
  readonly of: readonly string[]
}

function named(evidence: Evidence, knowledge: Knowledge): NamedHint[] {
  const { name, publisher } = evidence.release
  const { offer, cited, links } = evidence.weights
  // a program or a paper with the family's name is no derivative: only a repository that carries weights is
  const carries = offer === 'in-tree' || offer === 'named' || offer === 'card'
  const own = publisher && carries ? [{ name, owner: publisher, cited, of: [] }] : []
  const main = ownerOf(evidence, knowledge)
  const linked = links.flatMap(({ own, via, owner, name, cited }) =>
    own && via === 'download' && owner && name && main && sameOwner(owner, main, knowledge.organizations)
      ? [{ name, owner, cited, of: [name] }]
      : [],
  )
  return [...own, ...linked].slice(0, MOST_MODELS)
}

/** Who keeps the models of a release at a hub: its publisher, else whose models it links first. */
export function ownerOf({ release: { publisher }, weights }: Evidence, { organizations }: Knowledge): string | null {
  const owners = weights.links.flatMap(({ own, owner }) => (own && owner ? [owner] : []))
  return owners.find(owner => publisher && sameOwner(owner, publisher, organizations)) ?? owners[0] ?? null
}

/** Whether a release says that a model of it was trained from nothing. */
export const saysFromScratch = ({ documents }: Evidence, knowledge: Knowledge): boolean =>
  openingOf(documents).some(({ document, block }) =>
    sentencesIn(block, document).some(({ text }) => isFromScratch(text, knowledge)),
  )

/** Whether a base is only asked about. */
export const isHint = ({ via, relation }: Pick<Base, 'via' | 'relation'>): boolean =>
  via === 'name' && relation === 'unknown'
