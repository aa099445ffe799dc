import type { LicenseRedline, ReleaseChange, ReleaseDiff } from '@unwash/core/changes/compare'
import type { Names } from '../names.ts'
import { type Line, lines, listed, look, NOT_ADVICE, type Page, type Section } from '../page.ts'
import type { ReportersOf } from '../reporter.ts'
import { waysOf } from '../ways.ts'
import { changedBy } from '../words/places.ts'

const HEADINGS = {
  term: 'The term',
  license: 'The licenses on the weights',
  lineage: 'Base models',
  component: 'The components',
  claim: "The publisher's words",
  conflict: 'Conflicts',
  framework: 'The frameworks',
} as const satisfies Record<ReleaseChange['about'], string>

/** What changed from one state of a release to another, for a reader. */
function changesPage({ release, before, after, changes, redlines = [] }: ReleaseDiff, names: Names): Page {
  const [was, is] = [before, after].map(({ term }) => names.term(term))
  return {
    subject: [look('strong', release), ` ${short(before.revision)} → ${short(after.revision)}`],
    title: was === is ? (is ?? '') : `${was} → ${is}`,
    lead: changes.length === 0 ? [lines(['Nothing that a report tells has changed'])] : [],
    sections: [...changedBy(HEADINGS, changes), ...redlines.map(redlined)],
    foot: NOT_ADVICE,
  }
}

const short = (revision: string | null) => revision?.slice(0, 12) ?? 'no revision'

/** passages told of one text; JSON has more */
const PASSAGES_SHOWN = 12

/** A license text word for word: what was taken out, and what was put in. */
export function redlined({ path, from, hunks, more }: LicenseRedline): Section {
  const items = hunks.map(({ line, before, removed, added, after }): [Line] => [
    [
      { text: `${path}:${line}`, look: 'place', cited: { path, line, endLine: line, quote: '' } },
      ` … ${before} `,
      ...(removed === '' ? [] : [look('bad', `[-${removed}-]`), ' ']),
      ...(added === '' ? [] : [look('good', `{+${added}+}`), ' ']),
      `${after} …`,
    ],
  ])
  return {
    heading: from === path ? `${path}, word for word` : `${path}, word for word against ${from}`,
    blocks: [
      ...listed(items, PASSAGES_SHOWN, 'passage'),
      ...(more > 0 ? [lines([look('faint', `and ${more} more that are not shown`)])] : []),
    ],
  }
}

const { terminal, markdown, json } = waysOf<ReleaseDiff>((diff, { names }) => [changesPage(diff, names)])

/** The ways to show what changed; the first is the usual one. */
export const changesReporters: ReportersOf<ReleaseDiff> = [terminal, markdown, json]
