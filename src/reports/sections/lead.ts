import type { Component, License, Report, Term } from '../../report.ts'
import { TERMS, type TermId } from '../../vocabulary.ts'
import type { Names } from '../names.ts'
import { type Block, type Line, lines, look } from '../page.ts'
import { count, inWords } from '../words/counts.ts'
import { COMPONENT_LABELS } from '../words/labels.ts'
import { alike, inOneSentence } from './answered.ts'

/** Which release was read, in which state, and on which day. */
export function subjectOf({ release, readAsOf }: Report): Line {
  return [
    ...nameOf(release),
    look('faint', `, as of ${readAsOf}`),
    ...(release.complete ? [] : [look('ask', ' (not all of its files are known)')]),
  ]
}

/** Whose release it is, under which name, in which state. */
export function nameOf({ name, publisher, revision }: Report['release']): Line {
  const by = publisher && !name.startsWith(`${publisher}/`) ? ` by ${publisher}` : ''
  return [look('strong', name), by, ...(revision ? [look('faint', ` at ${revision.slice(0, 12)}`)] : [])]
}

/** What stands under the term: its everyday words, what is released, what restricts, and what it may still become. */
export function leadOf(report: Report, names: Names): readonly Block[] {
  const { term } = report
  const under: Line[] = []
  const [group, ...others] = alike(report)
  const sentence = group && others.length === 0 ? inOneSentence(group.uses) : null
  if (sentence) under.push([sentence])
  if (term.aliases.length > 0) under.push([look('faint', `in everyday words: ${term.aliases.join(', ')}`)])
  const models = modelsLine(report, names)
  if (models) under.push(models)
  const body: Line[] = [givenLine(report.components)]
  if (term.facets.length > 0) body.push(['Restrictions: ', facetsOf(term, FACETS_SHOWN)])
  body.push(standsLine(term, names))
  return [...(under.length > 0 ? [lines(...under)] : []), lines(...body)]
}

/** facets shown beside the term; JSON has them all */
const FACETS_SHOWN = 8

/** What restricts in a few words each; after `most` the rest is counted. */
export function facetsOf({ facets }: Term, most: number): string {
  const more = facets.length - most
  return [...facets.slice(0, most), ...(more > 0 ? [`and ${more} more`] : [])].join(' · ')
}

/** The components that are given: here first, then linked. */
function givenLine(components: readonly Component[]): Line {
  const named = (presence: Component['presence']) =>
    components.filter(component => component.presence === presence).map(component => COMPONENT_LABELS[component.id])
  const here = named('released')
  const linked = named('linked')
  if (here.length === 0 && linked.length === 0) return ['Released: nothing was seen here']
  return [
    ...(here.length > 0 ? ['Released: ', look('good', inWords(here))] : []),
    ...(linked.length > 0 ? [`${here.length > 0 ? '; linked: ' : 'Linked: '}${inWords(linked)}`] : []),
  ]
}

/**
 * The floor, and the ceiling with what lies between them: "Open Weights AI; Open Source AI if a reviewer confirms 3
 * points".
 */
export function standsLine(term: Term, names: Names): Line {
  const signed = inWords(term.signedOff ?? [])
  const floor = look('strong', names.term(term.floor))
  const proven: Line = signed === '' ? ['Proven: ', floor] : ['By sign-off of ', look('ask', signed), ': ', floor]
  if (term.basis === 'presumed' && term.id !== term.floor)
    return ['Presumed, not proven: the license does not say that it is for the weights, and they are elsewhere']
  if (term.ceiling === term.floor) return [...proven, ', and nothing that is unknown could raise it']
  return [...proven, '; ', ...atMost(term, names)]
}

/** What it may be at most, and on what that depends. */
export const atMost = ({ ceiling, review }: Term, names: Names): Line => [
  look('strong', names.term(ceiling)),
  ` if ${review.length > 0 ? `a reviewer confirms ${count(review.length, 'point')}` : 'all that is not known turns out well'}`,
]

/** How many models there are, by their terms; null of a single one. */
export function modelsLine({ models }: Report, names: Names): Line | null {
  if (models.length < 2) return null
  const terms = models.map(model => model.term)
  const [first] = terms
  if (first && terms.every(({ id }) => id === first.id))
    return [`${count(terms.length, 'model')}, all ${names.term(first.id)}`]
  return [`${tallyOf(models, names)}; the least open counts`]
}

/** so many models are named, and more are counted */
const NAMED = 2

/** "5 of 7 models are Open Weights AI; Heron-Fern-8B and Heron-Fern-70B are Weights Available AI" */
export function tallyOf(models: Report['models'], names: Names, most = NAMED): string {
  const groups = TERMS.map(id => ({ id, those: models.filter(({ term }) => term.id === id) }))
    .filter(({ those }) => those.length > 0)
    .toSorted((one, other) => other.those.length - one.those.length)
  return groups
    .map(({ id, those }, at) => {
      const few = at > 0 && those.length <= most ? inWords(those.map(({ name }) => name)) : String(those.length)
      const of = at === 0 ? ` of ${count(models.length, 'model')}` : ''
      return `${few}${of} ${those.length === 1 ? 'is' : 'are'} ${names.term(id)}`
    })
    .join('; ')
}

/** What a license is called: its full name and id, or the path of a text that nobody knows. */
export function titleOf(license: License, names: Names): string {
  const name = license.name ?? (license.id === null ? null : names.licenseName(license.id))
  if (license.id === null)
    return name ?? (license.text ? `the text in ${license.text.path}` : 'a license without name or text')
  const id = names.license(license.id)
  return name === null || name === id ? id : `${name} (${id})`
}

/** The footnote to the terms of unwash's own, where one of those that are shown is, and what a report is not. */
export function footOf({ unwash }: Pick<Report, 'unwash'>, names: Names, shown: readonly TermId[]): readonly Line[] {
  return [
    ...(shown.some(id => names.own(id)) ? [[look('faint', OWN)]] : []),
    [look('faint', `unwash ${unwash.version}, knowledge of ${unwash.knowledge}. Not legal advice.`)],
  ]
}

const OWN = "* unwash's own word; the other terms are those of the G7 (2026, non-binding)"
