import { parameter } from './notice.ts'
import type { Carried, Terms } from './texts.ts'

/** A statement of changes to be filled in, with the name that the terms ask for. */
export function changesText({ name, from, report, terms, purpose }: Carried): string {
  const { revision } = report.release
  const prefixes = prefixesAsked(terms)
  const source = [from, revision && `revision ${revision}`].filter(Boolean).join(', ')
  const begins = prefixes.map(({ prefix, of }) => `“${prefix}” (${of})`)
  const called = `${prefixes.map(({ prefix }) => `${prefix}-`).join('')}<your name for it>`
  return [
    '# Changes',
    ...(purpose === 'fine-tune' ? [`${called} is a changed version of ${name}${source && ` (${source})`}.`] : []),
    ...(begins.length > 0 ? [`The name of a changed model has to begin with ${begins.join(' and with ')}.`] : []),
    `Changed by <who> on <day>. What is not listed here is as it was in ${name}.`,
    '| file | what was changed | by | on |\n| --- | --- | --- | --- |\n| <path> | <what> | <who> | <day> |',
    'In every changed file that can hold a sentence: “Changed by <who> on <day>; see CHANGES.md.”',
  ]
    .join('\n\n')
    .concat('\n')
}

/** How terms want the names of changed models to begin, and which terms. */
export function prefixesAsked(terms: readonly Terms[]): { readonly prefix: string; readonly of: string }[] {
  const asked = terms.flatMap(one => [...new Set(parameter(one, 'prefix'))].map(prefix => ({ prefix, of: one.name })))
  return asked.filter(({ prefix }, at) => asked.findIndex(other => other.prefix === prefix) === at)
}
