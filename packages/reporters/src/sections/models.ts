import { firstOf, named, table } from '../page.ts'
import type { SectionOf } from '../reporter.ts'
import { facetsOf } from './lead.ts'

/** models, and facets of each, shown; JSON has them all */
const MODELS_SHOWN = 12
const FACETS_SHOWN = 3

/** The models of a release that has several, each with its term. */
export const models: SectionOf = (report, names) => {
  if (report.models.length < 2) return null
  const rows = report.models.map(({ name, term }) => [
    [name],
    [named(`${names.term(term.id)}${names.proof(term)}`, ['term', term.id], 'strong')],
    [facetsOf(term, FACETS_SHOWN)],
  ])
  const head = ['model', 'term', 'restrictions']
  return { heading: 'Models', blocks: firstOf(rows, MODELS_SHOWN, 'model', some => table(head, some)) }
}
