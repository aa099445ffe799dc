import { groupsBy } from '@unwash/core/groups'
import type { Citation, Report } from '@unwash/core/report/report'
import { COMPONENTS } from '@unwash/core/report/vocabulary'
import { inWords } from '@unwash/core/text/phrase'
import type { Names } from './names.ts'
import {
  type Block,
  holding,
  type Line,
  lines,
  look,
  NOT_ADVICE,
  type Page,
  type Section,
  type Span,
  spelled,
  table,
} from './page.ts'
import type { ReportersOf } from './reporter.ts'
import { isFacts } from './sections/frameworks.ts'
import { facetsOf } from './sections/lead.ts'
import { limitingOf, mergedClauses, toldOf, weightsUnder } from './sections/limits.ts'
import { answersOf, verdictOn } from './sections/use.ts'
import { areMixed, verdictOf } from './sections/verdict.ts'
import { toneOf } from './tones.ts'
import { inJson, waysOf } from './ways.ts'
import { checksOf, STAND_LABELS, STANDS_LOOK, standsOf, togetherOf } from './words/checks.ts'
import { shortened } from './words/clipped.ts'
import { count } from './words/counts.ts'
import { CLASS_LABELS, COMPONENT_LABELS, MODE_LABELS, modeOf, presenceOf } from './words/labels.ts'
import { placeInWords } from './words/places.ts'
import { citedWords, inMarks, quoted } from './words/quoted.ts'

/** facets shown in one cell, models that are named there, and columns of a place */
const FACETS = 4
const NAMED = 2
const PLACE = 24

/** Several releases side by side: a column each, a row for everything that can be compared. */
export function comparisonPage(reports: readonly Report[], names: Names): Page {
  const head = ['', ...reports.map(({ release }) => release.name)]
  const shown = (heading: string, rows: readonly ComparedRow[], all = false): Section[] => {
    const differing = rows.filter(row => all || differs(row))
    const alike = rows.filter(row => !differing.includes(row))
    const fold: Block = { kind: 'fold', summary: `${alike.length} more, alike`, blocks: [table(head, alike)] }
    const told = all
      ? differing.map(row => (differs(row) ? row : [[...(row[0] ?? []), look('faint', ' (alike)')], ...row.slice(1)]))
      : differing
    const blocks = [...holding(table(head, told)), ...(alike.length > 0 ? [fold] : [])]
    return blocks.length > 0 ? [{ heading, blocks }] : []
  }
  const row = (label: string, cell: (report: Report) => Line): ComparedRow => [[label], ...reports.map(cell)]
  return {
    subject: [look('strong', inWords(reports.map(({ release }) => release.name)))],
    title: `${count(reports.length, 'release')} side by side`,
    lead: [lines(['Beside the answers, what they differ in is shown.'])],
    sections: [
      ...(reports.some(({ use }) => use)
        ? shown('For your use', [row('', ({ use }) => (use && verdictOn(use)) ?? [look('faint', 'no weights')])], true)
        : []),
      ...shown(
        'Can I …',
        [
          row('honest term', report => [look(toneIn(report), verdictOf(report, names))]),
          ...useRows(reports),
          row('claims', ({ claims }) => claimsCell(claims)),
        ],
        true,
      ),
      ...shown('Terms', [
        row('publisher', ({ release }) => [release.publisher ?? look('faint', 'not known')]),
        row('weights under', report => [weightsUnder(report, names)]),
        row('class', report => [weightsClass(report)]),
        row('restrictions', ({ term }) => [facetsOf(term, FACETS) || 'nothing found']),
        row('at most', ({ term }) => [names.term(term.ceiling)]),
        row('conflicts', ({ conflicts }) =>
          conflicts.length > 0 ? [look('bad', String(conflicts.length))] : ['none found'],
        ),
      ]),
      ...shown('Clauses that limit', clauseRows(reports, names)),
      ...shown('Components', componentRows(reports)),
      ...shown('Frameworks', frameworkRows(reports, names)),
    ],
    foot: NOT_ADVICE,
  }
}

/** What it is about, and a cell for each release. */
type ComparedRow = readonly Line[]

/** Whether the releases differ in a row. */
const differs = ([, ...cells]: ComparedRow) => new Set(cells.map(spelled)).size > 1

const toneIn = ({ models, term }: Report) => (areMixed(models) ? 'ask' : toneOf(term.id))

/** What everybody asks first, with the answer of each. */
function useRows(reports: readonly Report[]): readonly ComparedRow[] {
  const asked = new Map(reports.flatMap(({ uses = [] }) => uses.map(({ use, ask }) => [use, ask] as const)))
  return [...asked].map(([id, ask]) => [
    [ask],
    ...reports.map(({ uses = [] }): Line => {
      const found = uses.filter(({ use }) => use === id)
      if (found.length === 0) return [look('faint', 'no weights')]
      const groups = [...groupsBy(found, ({ answer, says }) => `${answer} ${says}`).values()]
      const places = groups.toSorted((one, other) => other.length - one.length).map(([one]) => one?.cited[0])
      let group = 0
      const see = (): Line => {
        const at = places[group++]
        return at ? [' ', placeOf(at)] : []
      }
      return [...answersOf(found, NAMED).flatMap((span): Line => (span === '; ' ? [...see(), span] : [span])), ...see()]
    }),
  ])
}

const weightsClass = ({ licenses }: Report) => {
  const classes = [...new Set(licenses.filter(({ covers }) => covers.includes('weights')).map(one => one.class))]
  // what was read says more than that more was not
  const read = classes.filter(id => id !== 'unknown')
  return (read.length > 0 ? read : classes).map(id => CLASS_LABELS[id]).join('; ') || 'none'
}

function claimsCell(claims: Report['claims']): Line {
  const together = togetherOf(claims.map(standsOf))
  return together === 'none' ? [STAND_LABELS.none] : [look(STANDS_LOOK[together], checksOf(claims))]
}

function componentRows(reports: readonly Report[]): readonly ComparedRow[] {
  return COMPONENTS.map(id => {
    const cells = reports.map((report): Line => {
      const component = report.components.find(component => component.id === id)
      if (!component) return [look('faint', 'not known')]
      const { presence } = component
      const words = presenceOf(component)
      return [presence === 'released' ? look('good', words) : presence === 'absent' ? look('faint', words) : words]
    })
    return [[COMPONENT_LABELS[id]], ...cells]
  })
}

/** Every kind of clause that limits one of the freedoms in any of them, and where it does. */
function clauseRows(reports: readonly Report[], names: Names): readonly ComparedRow[] {
  const kinds = [...new Set(reports.flatMap(report => limitingOf(report).map(({ kind }) => kind)))]
  return kinds.map(kind => [
    [names.clause(kind)],
    ...reports.map((report): Line => {
      const [clause] = mergedClauses(limitingOf(report).filter(one => one.kind === kind))
      if (!clause) return []
      // its place has the section
      const told = toldOf({ ...clause, parameters: { ...clause.parameters, section: null } })
      const [at] = clause.cited
      return [
        look(modeOf(clause) === 'ban' ? 'bad' : 'ask', told === '' ? MODE_LABELS[modeOf(clause)] : told),
        // what its kind alone does not tell, in its words
        ...(told === '' && at ? [look('faint', `: ${quotedIn(at, LETTERS / reports.length)}`)] : []),
        ' ',
        ...(at ? [placeOf(at)] : []),
      ]
    }),
  ])
}

const placeOf = (cited: Citation): Span => ({
  text: shortened('fact' in cited && cited.text ? cited.text.section : placeInWords(cited), PLACE),
  look: 'place',
  cited,
})

const quotedIn = (cited: Citation, most: number) =>
  inMarks('quote' in cited ? quoted(cited, most) : (citedWords(cited) ?? ''))
/** letters of the quotations in a row: what is cut is read at its place */
const LETTERS = 600

function frameworkRows(reports: readonly Report[], names: Names): readonly ComparedRow[] {
  const key = ({ framework, reading }: Report['evaluations'][number]) => `${framework} ${reading ?? ''}`
  const all = new Map(
    reports.flatMap(({ evaluations }) => evaluations.filter(one => !isFacts(one)).map(one => [key(one), one] as const)),
  )
  return [...all].map(([id, { framework, reading }]) => [
    [`${names.framework(framework)}${reading ? `, ${reading} reading` : ''}`],
    ...reports.map(
      (report): Line => [
        concludedBy(
          report.evaluations.find(one => key(one) === id),
          names,
        ),
      ],
    ),
  ])
}

const concludedBy = (evaluation: Report['evaluations'][number] | undefined, names: Names): string =>
  evaluation ? names.conclusion(evaluation.conclusion) : 'not asked'

const { terminal, markdown, html, json } = waysOf<readonly Report[]>((reports, { names }) => [
  comparisonPage(reports, names),
])

/** The ways to show several releases side by side; the first is the usual one. */
export const comparisonReporters: ReportersOf<readonly Report[]> = [
  terminal,
  markdown,
  html,
  { ...json, render: reports => inJson({ schemaVersion: 1, reports }) },
]
