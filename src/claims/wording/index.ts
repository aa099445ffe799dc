import type { Document } from '../../documents/index.ts'
import { isReadme } from '../../evidence/paths.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { LineageStep, Wording } from '../../report/report.ts'
import { COMPONENT_GROUPS, type ComponentId } from '../../report/vocabulary.ts'
import { type Facts, isApproved, licenseName, licensesOf, opennessOf } from '../facts.ts'
import { tonguesOf } from '../languages.ts'
import { languageOf } from '../spoken.ts'
import { cardOf } from './card.ts'
import { statementOf } from './statement.ts'

/**
 * parts that can be called open on their own, whatever the model is; libraries of others are none of the publisher's
 */
const WORDED_PARTS: readonly {
  readonly about: Wording['parts'][number]['about']
  readonly ids: readonly ComponentId[]
}[] = [
  { about: 'code', ids: ['model-architecture', 'inference-code', 'evaluation-code'] },
  { about: 'training-code', ids: ['training-code', 'data-preprocessing-code'] },
  { about: 'data', ids: COMPONENT_GROUPS.data },
]

/**
 * What the publisher can honestly say of a release as it is: the words, a sentence in the language of its card, and its
 * front matter.
 */
export function wordingOf(
  documents: readonly Document[],
  facts: Facts,
  lineage: readonly LineageStep[],
  knowledge: Knowledge,
): Wording {
  const card = documents.find(document => isReadme(document.path)) ?? documents[0]
  const tongues = tonguesOf(knowledge)
  const tongue = (card && languageOf(card, tongues)) ?? tongues.find(one => one.language.id === 'en') ?? tongues[0]
  const { term } = facts
  return {
    terms: MEANINGLESS.has(term.floor) ? [] : [term.label, ...term.aliases],
    parts: WORDED_PARTS.flatMap(({ about, ids }) => openPart(facts, ids, about, knowledge)),
    language: tongue?.language.id ?? 'en',
    sentence: statementOf(
      tongue?.language.suggest.statements[term.floor],
      facts,
      tongue?.language.id ?? 'en',
      knowledge,
    ),
    card: cardOf(facts, lineage, knowledge),
  }
}

/** terms that are no words for a model */
const MEANINGLESS: ReadonlySet<string> = new Set(['no-model', 'undetermined'])

/** A part of which everything that is here is open. */
function openPart(
  facts: Facts,
  ids: readonly ComponentId[],
  about: Wording['parts'][number]['about'],
  knowledge: Knowledge,
): Wording['parts'] {
  const here = facts.components.filter(component => ids.includes(component.id) && component.presence === 'released')
  const licenses = here.map(component => licensesOf(facts, component.id))
  const open = licenses.flat()
  const holds =
    licenses.length > 0 &&
    licenses.every(list => list.length > 0) &&
    // code is open source under what OSI approved; data also under the terms on the conformant list
    open.every(license =>
      about === 'data' ? opennessOf(license, knowledge) === 'open' : isApproved(license, knowledge),
    )
  return holds ? [{ about, license: [...new Set(open.map(licenseName))].join(' + ') }] : []
}
