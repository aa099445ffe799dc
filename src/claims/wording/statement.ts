import { groupsBy } from '../../groups.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Term } from '../../report/report.ts'
import { type Facts, licenseName as licenseNameOf, licensesOf, opennessOf } from '../facts.ts'

/** How a sentence calls a release. */
export const nameOf = ({ name }: Facts): string => name.slice(name.lastIndexOf('/') + 1)

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
  const all = licensesOf(facts, 'weights')
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
