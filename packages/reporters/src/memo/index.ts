import type { Claim, Report } from '@unwash/core/report/report'
import type { Names } from '../names.ts'
import { type Block, type Line, lines, look, type Page, type Section, spelled, titled } from '../page.ts'
import { originalsOf } from '../pages.ts'
import type { Reporter, SectionOf, TextOf } from '../reporter.ts'
import { doubts } from '../sections/can-i.ts'
import { claimsIn } from '../sections/claims.ts'
import { footOf } from '../sections/lead.ts'
import { bindingOf, quotedLines, seeOf } from '../sections/limits.ts'
import { lineage } from '../sections/lineage.ts'
import { questions, signoffs, unread } from '../sections/lists.ts'
import { use } from '../sections/use.ts'
import { areMixed, modelsLine, verdictOf } from '../sections/verdict.ts'
import { waysOf } from '../ways.ts'
import { checksOf } from '../words/checks.ts'
import { placeInWords } from '../words/places.ts'
import { answersIn } from './answers.ts'
import { binding, changes, limits, others, withWhole } from './terms.ts'
import { union } from './union.ts'

/**
 * A memo that counsel can check line by line and sign: first the release, its term and what everybody asks, each answer
 * with its condition and place; then which terms bind and what they say, whole and once; what to do, as a list to tick
 * off; what was not read; and last how the text of a license was changed.
 */
export function memoPage(read: Report, names: Names, textOf?: TextOf): Page {
  const report = textOf ? withWhole(read, textOf) : read
  const of = (section: SectionOf, heading: string): readonly Section[] => {
    const told = section(report, names)
    return told === null ? [] : [{ heading, blocks: unfolded(told.blocks) }]
  }
  const unknown = [doubts, unread, questions].flatMap(section => unfolded(section(report, names)?.blocks ?? []))
  return {
    subject: subjectOf(report),
    title: `Memorandum on the use of ${report.release.name}`,
    paper: true,
    lead: [lines(...leadOf(report, names)), ...answersIn(report)],
    sections: [
      ...of(binding, 'Which terms bind the weights?'),
      ...of(use, 'And for the use that was stated?'),
      ...of(limits, 'What restricts us?'),
      ...of(others, 'How can it end, and what else do the terms say?'),
      ...of(lineage, 'What is it made from, and what conflicts?'),
      ...of(failing, 'Does what its publisher says of it hold?'),
      union(report, names),
      ...of(duties, 'What must we do?'),
      ...titled(
        'What was not read, and what is unknown?',
        ...(unknown.length > 0 ? unknown : [lines(['Nothing that was seen.'])]),
      ),
      ...of(signoffs, 'Signed off by people'),
      SIGNATURE,
      ...of(changes, 'How was the text of a license changed?'),
    ],
    foot: footOf(report, names, [report.term.id, ...report.models.map(({ term }) => term.id)]),
    original: originalsOf(report, names),
  }
}

/** Counsel reads all of it: nothing is folded away. */
const unfolded = (blocks: readonly Block[]): readonly Block[] =>
  blocks.flatMap(block =>
    block.kind !== 'fold'
      ? [block]
      : block.aside
        ? []
        : [lines([look('strong', block.summary)]), ...unfolded(block.blocks)],
  )

/** What must be done, to be ticked off, and whether it goes with whoever gets a copy; words that no clause told. */
const duties: SectionOf = (report, names) => {
  const told = new Set(
    bindingOf(report).flatMap(({ clauses }) => clauses.flatMap(({ cited }) => cited.map(placeInWords))),
  )
  const items = report.obligations.flatMap(({ when, do: what, clause, cited }): Line[] => [
    [
      `☐ When ${when}: `,
      look('strong', what),
      ...(names.carried(clause) ? [look('faint', ' (goes with each copy)')] : []),
      ' ',
      ...seeOf({ cited }),
    ],
    ...(cited.some(one => told.has(placeInWords(one))) ? [] : quotedLines(cited[0])),
  ])
  const carried = report.obligations.some(({ clause }) => names.carried(clause))
  return items.length === 0 ? null : { heading: '', blocks: [lines(...items, ...(carried ? [BUNDLE] : []))] }
}
const BUNDLE: Line = [look('code', 'unwash bundle'), ' writes the files that go with each copy.']

/** What does not hold of what is claimed; the rest is counted. */
const failing: SectionOf = report => {
  const isFailing = ({ check }: Claim) => check === 'contradicted'
  const told = claimsIn({
    findings: report.findings,
    claims: report.claims.filter(isFailing).map(claim => ({ ...claim, wouldChange: [] })),
  })
  const rest = report.claims.filter(claim => !isFailing(claim))
  const blocks = [
    ...(told?.blocks ?? []),
    ...(rest.length > 0 ? [lines([`Of its ${told ? 'other ' : ''}claims: ${checksOf(rest)}.`])] : []),
  ]
  return blocks.length === 0 ? null : { heading: '', blocks }
}

function subjectOf({ release }: Report): Line {
  const revision = release.revision ? [' at ', look('code', release.revision)] : []
  return [look('strong', release.publisher ? `${release.publisher}/${release.name}` : release.name), ...revision]
}

function leadOf(report: Report, names: Names): readonly Line[] {
  const { release, about, readAsOf, unwash, models } = report
  const published = about?.published ? `, published on ${about.published}` : ''
  return [
    [look('strong', (areMixed(models) && spelled(modelsLine(report, names) ?? [])) || verdictOf(report, names))],
    [`Read on ${readAsOf}${published}, with the knowledge of ${unwash.knowledge}`],
    [`Read: ${readOf(release)}${release.complete ? '' : '; not all files could be listed'}`],
  ]
}

/** What was read: its name, where it is, and at which revision, where it has one. */
function readOf({ publisher, name, places, source, revision }: Report['release']): string {
  const called = publisher && !name.startsWith(`${publisher}/`) ? `${publisher}/${name}` : name
  const others = source === 'folder' ? [] : places.filter(place => place !== called)
  const state = revision ? `revision ${revision}` : source === 'folder' ? 'a folder without revision' : 'no revision'
  return [called, ...others, state].join(', ')
}

/** fewer than a phone has room for */
const DOTS = 12
const SIGNATURE: Section = {
  heading: 'Signature',
  blocks: [
    lines(
      [
        'I have checked the conditions above against the evidence cited, and what is for a person to decide I ' +
          'have decided.',
      ],
      ...['Name', 'For', 'Place and day', 'Signature'].map((what): Line => [`${what}: ${'…'.repeat(DOTS)}`]),
    ),
  ],
}

const { markdown, html } = waysOf<Report>(
  (report, { names, textOf }) => [memoPage(report, names, textOf)],
  (title, { release }) => `${release.name}: ${title}`,
)

/**
 * A memo for counsel to check and to sign, as Markdown.
 */
export const memo: Reporter = { ...markdown, id: 'memo', extension: 'memo.md' }

/** The same as a page to print. */
export const memoHtml: Reporter = { ...html, id: 'memo-html', extension: 'memo.html' }
