import type { Document } from '../../documents/index.ts'
import { fileName, isReadme } from '../../evidence/paths.ts'
import { groupsBy } from '../../groups.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { LineageStep, Term, Wording } from '../../report/report.ts'
import { COMPONENT_GROUPS, type ComponentId, isDerived } from '../../report/vocabulary.ts'
import {
  type Facts,
  isApproved,
  licenseName,
  licenseName as licenseNameOf,
  licensesOf,
  opennessOf,
  ownLicensesOf,
} from '../facts.ts'
import { tonguesOf } from '../languages.ts'
import { tongueOfDocument } from '../spoken.ts'

/**
 * parts that can be called open on their own, whatever the model is; libraries of others are none of the publisher's
 */
const WORDED_PARTS: readonly {
  readonly about: Wording['parts'][number]['about']
  readonly ids: readonly ComponentId[]
}[] = [
  { about: 'code', ids: ['model-architecture', 'inference-code', 'evaluation-code'] },
  { about: 'training-code', ids: ['training-code'] },
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
  const tongue =
    (card && tongueOfDocument(card, tongues)) ?? tongues.find(one => one.language.id === 'en') ?? tongues[0]
  const { term } = facts
  // that no license says anything would hide the terms of what it may be a copy of
  const silent = term.floor === 'unlicensed-weights' && lineage.length > 0
  return {
    terms: MEANINGLESS.has(term.floor) ? [] : [term.label, ...term.aliases],
    parts: WORDED_PARTS.flatMap(({ about, ids }) => openPart(facts, ids, about, knowledge)),
    language: tongue?.language.id ?? 'en',
    sentence: silent
      ? null
      : statementOf(tongue?.language.suggest.statements[term.floor], facts, tongue?.language.id ?? 'en', knowledge),
    card: cardOf(facts, lineage, card?.frontMatter?.data ?? {}, knowledge),
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

/** how a hub's card calls a way of being made from a base; of others it has no word */
const RELATIONS: Readonly<Record<string, string>> = {
  finetune: 'finetune',
  adapter: 'adapter',
  merge: 'merge',
  quantized: 'quantized',
}

/** ways to stand to a base that leave the license of what was made from it open */
const UNSETTLED: ReadonlySet<string> = new Set(['wider', 'missing', 'incompatible'])

/**
 * What a card's front matter should say, by the hubs' keys: the license of the weights, and what they were made from;
 * of both only what the release itself says. `said` is what stands there already.
 */
function cardOf(
  facts: Facts,
  all: readonly LineageStep[],
  said: Readonly<Record<string, unknown>>,
  knowledge: Knowledge,
): Wording['card'] {
  const lineage = all.filter(isDerived)
  const sure = lineage.filter(
    ({ model, relation, of }) => relation !== 'unknown' && !of && /^[\w.-]+\/[\w.-]+$/.test(model),
  )
  const bases = [...new Set(sure.map(({ model }) => model))]
  const relations = [...new Set(sure.map(step => step.relation))]
  const relation = relations.length === 1 ? RELATIONS[relations[0] ?? ''] : undefined
  return {
    // where the terms of a base are not kept, its publisher has to settle first which license it is
    ...(lineage.some(step => UNSETTLED.has(step.stands)) ? {} : licenseKeys(facts, said, knowledge)),
    ...(bases.length === 0 ? {} : { base_model: bases.length === 1 ? (bases[0] ?? '') : bases }),
    ...(relation ? { base_model_relation: relation } : {}),
  }
}

function licenseKeys(
  facts: Facts,
  { license, license_name, license_link }: Readonly<Record<string, unknown>>,
  knowledge: Knowledge,
): Wording['card'] {
  const all = ownLicensesOf(facts)
  const apart = all.filter(({ text }) => !text || !isReadme(text.path))
  const [own, ...others] = apart.length > 0 ? apart : all
  if (!own || others.some(({ name }) => name !== own.name)) return {}
  // a page may show terms of which its metadata has the name
  const { id } = facts.licenses.find(({ id, name }) => id !== null && name === own.name) ?? own
  const tag = knowledge.licenses.get(id ?? '')?.huggingFace[0]
  if (tag !== undefined) return { license: tag }
  const said = license === 'other' && typeof license_name === 'string'
  const link = said ? license_link : own.text?.path
  return {
    license: 'other',
    license_name: said ? license_name : slug(licenseName(own)),
    ...(typeof link === 'string' && !isReadme(link) ? { license_link: link } : {}),
  }
}

/** As hubs want the name of a license: lower case, without spaces. */
const slug = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.+]+/gu, '-')
    .replace(/^-|-$/g, '')

/** How a sentence calls a release. */
export const nameOf = ({ name }: Facts): string => fileName(name)

/** more names than a sentence can carry */
const MOST_NAMES = 3

/**
 * A sentence that says what a release is, by the pattern of its term; null where a license has to be named and none can
 * be.
 */
export function statementOf(
  statement: string | undefined,
  facts: Facts,
  language: string,
  knowledge: Knowledge,
): string | null {
  if (statement === undefined) return null
  const all = ownLicensesOf(facts)
  // of several the ones that set limits are what a reader has to know of
  const limiting = all.filter(license => opennessOf(license, knowledge) === 'restricted')
  const names = (limiting.length > 0 ? limiting : all).flatMap(
    license => properName(licenseNameOf(license), language) ?? [],
  )
  if ((names.length === 0 || names.length > MOST_NAMES) && statement.includes('{license}')) return null
  return statement
    .replace('{name}', nameOf(facts))
    .replace('{license}', [...new Set(names)].join(' + '))
    .replace('{term}', facts.term.label)
}

/** "; Heron-8B, Heron-70B: Weights Available AI": the models under other terms than those that are spoken of. */
export function othersThan(term: string | null, models: readonly { readonly name: string; readonly term: Term }[]) {
  const others = groupsBy(
    models.filter(model => model.term.id !== term),
    model => model.term.label,
  )
  const named = (those: readonly { readonly name: string }[]) =>
    those.length > MOST_OTHERS ? `${those.length}/${models.length}` : those.map(({ name }) => name).join(', ')
  return [...others].map(([label, those]) => `; ${named(those)}: ${label}`).join('')
}

/** more models than these are counted */
const MOST_OTHERS = 4

/** how a text is called that differs from the known one */
const CHANGED = ' with changed terms'

/**
 * A name of a license that can stand in a sentence of a language: none is what a sentence without a name, or a bare
 * "License", is called by.
 */
export function properName(name: string, language: string): string | null {
  if (!/^[\p{Lu}\p{Lo}\d]/u.test(name) || /^\p{L}+$/u.test(name)) return null
  return language === 'en' || !name.endsWith(CHANGED) ? name : null
}
