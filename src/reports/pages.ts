import type { Report } from '../report.ts'
import type { Names } from './names.ts'
import type { Page } from './page.ts'
import { sections } from './sections/index.ts'
import { footOf, leadOf, subjectOf } from './sections/lead.ts'

/** What a report says to a reader, before it is shown one way or another. */
export function pageOf(report: Report, names: Names): Page {
  return {
    subject: subjectOf(report),
    title: `${names.term(report.term.id)}${names.proof(report.term)}`,
    lead: leadOf(report, names),
    sections: sections.flatMap(section => section(report, names) ?? []),
    foot: footOf(report, names, termsOf(report)),
  }
}

/** Every term that the page may name. */
const termsOf = ({ term, models, alternatives }: Report) => [
  ...[term, ...models.map(model => model.term)].flatMap(({ id, floor, ceiling }) => [id, floor, ceiling]),
  ...alternatives.map(other => other.term),
]
