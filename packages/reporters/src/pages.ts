import type { Report } from '@unwash/core/report/report'
import type { Names } from './names.ts'
import type { Page } from './page.ts'
import { allParts } from './sections/index.ts'
import { footOf, leadOf, subjectOf } from './sections/lead.ts'
import { areMixed, verdictOf } from './sections/verdict.ts'
import { toneOf } from './tones.ts'
import { linesOf } from './words/signers.ts'

/** What a report says to a reader, before it is shown one way or another. */
export function pageOf(report: Report, names: Names): Page {
  return {
    subject: subjectOf(report),
    title: verdictOf(report, names),
    tone: areMixed(report.models) ? 'ask' : toneOf(report.term.id),
    lead: leadOf(report, names),
    sections: allParts(report, names),
    foot: footOf(report, names, termsOf(report)),
    original: originalsOf(report, names),
  }
}

/** Where the publisher has what is cited of a report. */
export function originalsOf({ release }: Report, names: Names): NonNullable<Page['original']> {
  return cited => {
    if ('fact' in cited) return cited.text?.address ?? null
    const lines = linesOf(cited)
    return lines && names.original(release, lines)
  }
}

/** Every term that the page may name. */
const termsOf = ({ term, models, alternatives }: Report) => [
  ...[term, ...models.map(model => model.term)].flatMap(({ id, floor, ceiling }) => [id, floor, ceiling]),
  ...alternatives.map(other => other.term),
]
