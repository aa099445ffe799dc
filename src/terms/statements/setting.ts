import type { Evidence } from '../../evidence/index.ts'
import type { LegalFile } from '../../evidence/legal/index.ts'
import { sameFamily, sameOwner } from '../../evidence/publisher/owners.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Known } from '../../licenses/known.ts'
import { findModel } from '../../names/models.ts'
import { lettersOf } from '../../text/letters.ts'
import type { Speaker } from './statement.ts'

/** What every reader of statements looks at. */
export interface Setting {
  readonly evidence: Evidence
  readonly known: Known
  readonly knowledge: Knowledge
  readonly legal: readonly LegalFile[]
  readonly speaker: Speaker
}

/** "Heron-1 is a model of …": what a release says that it is has the name of its model */
const DEFINED = /^[^\p{L}]{0,10}((?:[A-Z][\w.+]*-)?[A-Z][\w.+-]{1,40}) (?:is|are) (?:a|an|the|our)\b/u

function definedIn({ weights }: Evidence): string[] {
  const said = weights.said.model
  const name = said && 'quote' in said ? DEFINED.exec(said.quote.replace(/[*_`]/g, ''))?.[1] : undefined
  return name === undefined ? [] : [name]
}

/** letters of a title that is a name, and of no more than one */
const TITLE = { least: 8, most: 80 }

/** "Improved Fern Distillation: one step is enough" is called by what stands before the colon. */
function titleOf({ documents }: Evidence): string {
  const heading = documents[0]?.blocks.find(({ kind }) => kind === 'heading')?.text ?? ''
  const name = lettersOf(heading.split(/[:：|(（–—]| - | for /)[0] ?? '')
  return name.length >= TITLE.least && name.length <= TITLE.most ? name : ''
}

/** Who speaks in a release's documents, and how its own models are told from others'. */
export function speakerOf(evidence: Evidence, knowledge: Knowledge): Speaker {
  const { name, publisher } = evidence.release
  const linked = evidence.weights.links.filter(link => link.own && link.name).map(link => link.name ?? '')
  const models = [...linked, ...definedIn(evidence)]
  const owners = [publisher, ...evidence.weights.links.map(({ own, owner }) => (own ? owner : null))]
  const isPublisher = (one: string) => publisher !== null && sameOwner(one, publisher, knowledge.organizations)
  return {
    name,
    isPublisher,
    title: titleOf(evidence),
    owners: [...new Set(owners.flatMap(owner => owner?.toLowerCase() ?? []))],
    models: [...new Set(models)].slice(0, 200),
    foreign(model) {
      const known = findModel(knowledge, model)
      if (!known || sameFamily(model, name)) return false
      return publisher === null || !known.family.organizations.some(isPublisher)
    },
  }
}
