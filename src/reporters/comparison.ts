import type { Report } from '../report/report.ts'
import { COMPONENTS } from '../report/vocabulary.ts'
import { inWords } from '../text/phrase.ts'
import type { Names } from './names.ts'
import { type Line, lines, look, NOT_ADVICE, type Page, type Section } from './page.ts'
import type { ReportersOf } from './reporter.ts'
import { answered } from './sections/can-i.ts'
import { isFacts } from './sections/frameworks.ts'
import { facetsOf } from './sections/lead.ts'
import { verdictOn } from './sections/use.ts'
import { inJson, waysOf } from './ways.ts'
import { checksOf, STAND_LABELS, STANDS_LOOK, standsOf, togetherOf } from './words/checks.ts'
import { count } from './words/counts.ts'
import { CLASS_LABELS, COMPONENT_LABELS, CONCLUSION_LABELS, presenceOf } from './words/labels.ts'

/** facets shown in one cell */
const FACETS = 4

/** Several releases side by side: a column each, a row for everything that can be compared. */
export function comparisonPage(reports: readonly Report[], names: Names): Page {
  const head = ['', ...reports.map(({ release }) => release.name)]
  const table = (heading: string, rows: readonly (readonly Line[])[]): Section[] =>
    rows.length > 0 ? [{ heading, blocks: [{ kind: 'table', head, rows: rows.map(told) }] }] : []
  const row = (label: string, cell: (report: Report) => Line): readonly Line[] => [[label], ...reports.map(cell)]
  return {
    subject: [look('strong', inWords(reports.map(({ release }) => release.name)))],
    title: `${count(reports.length, 'release')} side by side`,
    lead: [lines([look('strong', '≠'), ' marks what they differ in.'])],
    sections: [
      ...(reports.some(({ use }) => use)
        ? table('For your use', [row('', ({ use }) => (use && verdictOn(use)) ?? [look('faint', 'no weights')])])
        : []),
      ...table('Can I …', useRows(reports)),
      ...table('Terms', [
        row('publisher', ({ release }) => [release.publisher ?? look('faint', 'not known')]),
        row('honest term', ({ term }) => [look('strong', `${names.term(term.id)}${names.proof(term)}`)]),
        row('at most', ({ term }) => [names.term(term.ceiling)]),
        row('restrictions', ({ term }) => [facetsOf(term, FACETS) || 'nothing found']),
        row('weights under', report => [weightsLicense(report, names)]),
        row('class', report => [weightsClass(report)]),
        row('claims', ({ claims }) => claimsCell(claims)),
        row('conflicts', ({ conflicts }) =>
          conflicts.length > 0 ? [look('bad', String(conflicts.length))] : ['none found'],
        ),
      ]),
      ...table('Components', componentRows(reports)),
      ...table('Clauses that limit', clauseRows(reports, names)),
      ...table('Frameworks', frameworkRows(reports, names)),
    ],
    foot: NOT_ADVICE,
  }
}

/** A row, marked where the releases differ in it. */
function told([label = [], ...cells]: readonly Line[]): readonly Line[] {
  const [words = '', first, ...others] = [label, ...cells].map(line =>
    line.map(span => (typeof span === 'string' ? span : span.text)).join(''),
  )
  const differs = others.some(other => other !== first)
  return [[differs ? look('strong', `≠ ${words}`) : look('faint', words)], ...cells]
}

/** What everybody asks first, with the answer of each. */
function useRows(reports: readonly Report[]): readonly (readonly Line[])[] {
  const asked = new Map(reports.flatMap(({ uses = [] }) => uses.map(({ use, ask }) => [use, ask] as const)))
  return [...asked].map(([id, ask]) => [
    [ask],
    ...reports.map((report): Line => {
      const found = report.uses?.find(({ use }) => use === id)
      if (!found) return [look('faint', 'no weights')]
      const [sign, ...said] = answered(found)
      return [sign, ' ', ...said]
    }),
  ])
}

function weightsLicense({ components }: Report, names: Names): string {
  const concluded = components.find(({ id }) => id === 'weights')?.licensing.concluded ?? 'NONE'
  if (concluded === 'NONE') return 'no license found'
  return concluded === 'NOASSERTION' ? 'not known' : names.license(concluded)
}

const weightsClass = ({ licenses }: Report) => {
  const classes = [...new Set(licenses.filter(({ covers }) => covers.includes('weights')).map(one => one.class))]
  return classes.map(id => CLASS_LABELS[id]).join('; ') || 'none'
}

function claimsCell(claims: Report['claims']): Line {
  const together = togetherOf(claims.map(standsOf))
  return together === 'none' ? [STAND_LABELS.none] : [look(STANDS_LOOK[together], checksOf(claims))]
}

function componentRows(reports: readonly Report[]): readonly (readonly Line[])[] {
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
function clauseRows(reports: readonly Report[], names: Names): readonly (readonly Line[])[] {
  const limiting = (report: Report) =>
    report.licenses
      .filter(({ covers }) => covers.includes('weights'))
      .flatMap(({ clauses }) => clauses)
      .filter(({ against, mode }) => against.length > 0 && mode !== 'plea')
  const kinds = [...new Set(reports.flatMap(report => limiting(report).map(({ kind }) => kind)))]
  return kinds.map(kind => [
    [names.clause(kind)],
    ...reports.map((report): Line => (limiting(report).some(one => one.kind === kind) ? [look('bad', 'yes')] : ['–'])),
  ])
}

function frameworkRows(reports: readonly Report[], names: Names): readonly (readonly Line[])[] {
  const key = ({ framework, reading }: Report['evaluations'][number]) => `${framework} ${reading ?? ''}`
  const all = new Map(
    reports.flatMap(({ evaluations }) => evaluations.filter(one => !isFacts(one)).map(one => [key(one), one] as const)),
  )
  return [...all].map(([id, { framework, reading }]) => [
    [`${names.framework(framework)}${reading ? `, ${reading} reading` : ''}`],
    ...reports.map((report): Line => [concludedBy(report.evaluations.find(one => key(one) === id))]),
  ])
}

const concludedBy = (evaluation: Report['evaluations'][number] | undefined): string =>
  evaluation ? (CONCLUSION_LABELS[evaluation.conclusion] ?? evaluation.conclusion) : 'not asked'

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
