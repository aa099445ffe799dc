import type { Component, License, Report, Term } from '@unwash/core/report/report'
import type { TermId } from '@unwash/core/report/vocabulary'
import { inWords } from '@unwash/core/text/phrase'
import type { Names } from '../names.ts'
import { type Block, type Line, lines, look } from '../page.ts'
import { count } from '../words/counts.ts'
import { COMPONENT_LABELS } from '../words/labels.ts'
import { areMixed, modelsLine, verdictInSentences } from './verdict.ts'

/** Which release was read, in which state, and on which day. */
export function subjectOf({ release, readAsOf }: Report): Line {
  return [
    ...releaseLine(release),
    look('faint', `, as of ${readAsOf}`),
    ...(release.complete ? [] : [look('ask', ' (not all of its files are known)')]),
  ]
}

/** Whose release it is, under which name, in which state. */
export function releaseLine({ name, publisher, revision }: Report['release']): Line {
  const by = publisher && !name.startsWith(`${publisher}/`) ? ` by ${publisher}` : ''
  return [look('strong', name), by, ...(revision ? [look('faint', ` at ${revision.slice(0, 12)}`)] : [])]
}

/** What stands under the term: its everyday words, what is released, what restricts, and what it may still become. */
export function leadOf(report: Report, names: Names): readonly Block[] {
  const { term } = report
  const under: Line[] = []
  const told = verdictInSentences(report)
  for (const { which, says } of told.slice(0, GROUPS)) under.push([which === '' ? says : `With ${which}: ${says}`])
  const models = modelsLine(report, names)
  if (models) under.push(models)
  const body: Line[] = [givenLine(report.components)]
  // of models that differ, what is said of the least open is not said of all
  if (areMixed(report.models)) return [...(under.length > 0 ? [lines(...under)] : []), lines(...body)]
  if (term.aliases.length > 0) under.push([look('faint', `in everyday words: ${term.aliases.join(', ')}`)])
  if (term.facets.length > 0) body.push(['Restrictions: ', facetsOf(term, FACETS_SHOWN)])
  body.push(standsLine(term, names))
  return [...(under.length > 0 ? [lines(...under)] : []), lines(...body)]
}

/** groups of models that are told of; and facets shown beside the term; JSON has them all */
const GROUPS = 3
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
