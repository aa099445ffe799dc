import { count } from '../counts.ts'
import { lines, look } from '../page.ts'
import { facetsOf } from './lead.ts'
import type { SectionOf } from './section.ts'

/** models, and facets of each, shown; JSON has them all */
const SHOWN = 12
const FACETS_SHOWN = 3

/** The models of a release that has several, each with its term. */
export const models: SectionOf = (report, names) => {
  if (report.models.length < 2) return null
  const rows = report.models
    .slice(0, SHOWN)
    .map(model => [[model.name], [look('strong', names.term(model.term.id))], [facetsOf(model.term, FACETS_SHOWN)]])
  const more = report.models.length - SHOWN
  return {
    heading: 'Models',
    blocks: [
      { kind: 'table', head: ['model', 'term', 'restrictions'], rows },
      ...(more > 0 ? [lines([look('faint', `and ${count(more, 'more model')} in --format json`)])] : []),
    ],
  }
}
