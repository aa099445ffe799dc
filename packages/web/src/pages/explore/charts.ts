import { today } from '@unwash/core/judge'
import type { Names } from '@unwash/reporters/names'
import { totalOf } from '@unwash/reporters/plots/chart'
import { cutTo, words } from '@unwash/reporters/plots/drawing'
import { bars, type Chart, type ChartRow, columns, ONE, type Series } from '@unwash/reporters/plots/index'
import { STAND_LABELS, STAND_TOGETHER } from '@unwash/reporters/words/checks'
import { count } from '@unwash/reporters/words/counts'
import { CLASS_LABELS, DATA_LABELS } from '@unwash/reporters/words/labels'
import { CLAIM_LABELS } from '@unwash/survey/report/claims'
import { classSeries, ladderSeries, STANDS_TONE, termSeries } from '@unwash/survey/report/figure'
import type { Tally } from '@unwash/survey/store/store'
import type { TableQuery } from '../../asked.ts'

/** A chart, and by which of its rows one can filter. */
export interface Plot {
  readonly chart: Chart
  /** the filter that a row stands for, by its label; none where it is none */
  readonly filters: ReadonlyMap<string, Partial<TableQuery>>
}

const CLAIMS = STAND_TOGETHER.map((id): Series => ({ id, label: STAND_LABELS[id], tone: STANDS_TONE[id] }))

/** How releases spread: over the terms, the classes of licenses, the steps of the data ladder, and their claims. */
export function distributions(tally: readonly Tally[], names: Names): readonly Plot[] {
  return [
    spread(['by-term', 'By term', 'term'], termSeries(names), tally, one => one.term, 'term'),
    spread(['by-class', 'By license class', 'license class'], classSeries, tally, one => one.license_class, 'class'),
    spread(['by-data', 'By training data', 'training data'], ladderSeries, tally, one => one.data_ladder, 'ladder'),
    spread(['by-claims', 'By claims', 'claims'], CLAIMS, tally, one => one.claims, 'claim'),
  ]
}

/** How the years differ, of the releases whose year is known. */
export function trends(tally: readonly Tally[], names: Names): readonly Plot[] {
  const years = [...new Set(tally.flatMap(({ year }) => year ?? []))].sort()
  const filters = new Map(years.map(year => [String(year), { year }]))
  const chart = (id: string, title: string, series: readonly Series[], of: (one: Tally) => string): Plot => {
    const counts = (year: number) => tally.filter(one => one.year === year)
    const rows = years.map(year => ({ label: String(year), values: counted(counts(year), of) }))
    return { chart: { id, title, by: 'year', series, rows }, filters }
  }
  return [
    chart('year-term', 'Terms by year', termSeries(names), one => one.term),
    chart('year-class', 'License classes by year', classSeries, one => one.license_class),
    chart('year-claims', 'Claims by year', CLAIMS, one => one.claims),
  ]
}

/** Bars of one kind of thing, those that count nothing left out. */
function spread(
  [id, title, by]: readonly [id: string, title: string, by: string],
  series: readonly Series[],
  tally: readonly Tally[],
  of: (one: Tally) => string,
  filter: 'term' | 'class' | 'ladder' | 'claim',
): Plot {
  const counts = counted(tally, of)
  const some = series.filter(one => (counts[one.id] ?? 0) > 0)
  const rows: ChartRow[] = some.map(one => ({ label: one.label, values: { releases: counts[one.id] ?? 0 } }))
  return {
    chart: { id, title, by, series: [{ id: 'releases', label: 'releases', tone: ONE }], rows },
    // what is not known can be seen, and is nothing to filter by
    filters: new Map(
      some.flatMap(({ id: value, label }) =>
        filter === 'ladder' && value === 'unknown' ? [] : [[label, { [filter]: value }]],
      ),
    ),
  }
}

function counted(tally: readonly Tally[], of: (one: Tally) => string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const one of tally) counts[of(one)] = (counts[of(one)] ?? 0) + one.releases
  return counts
}

/** What is asked for, in words. */
export function inWordsOf(asked: TableQuery, names: Names): readonly string[] {
  const { name, publisher, term, class: of, license, clause, kind, claim, ladder, year } = asked
  const claims = [kind ? CLAIM_LABELS[kind] : 'claims', claim ? STAND_LABELS[claim] : 'is claimed'].join(' ')
  return [
    name && `“${name}” in the name`,
    publisher && `by ${publisher}`,
    term && names.term(term),
    of && CLASS_LABELS[of],
    license && names.license(license),
    clause && names.clause(clause),
    (kind || claim) && claims,
    ladder && `training data: ${DATA_LABELS[ladder]}`,
    year && `of ${year}`,
  ].flatMap(one => (one === undefined || one === '' ? [] : String(one)))
}

/** pixels around a picture, and of what stands above it */
const AROUND = 16
const ABOVE = 64

/** A drawing as a picture of its own: with a ground, what it shows, of what, and when. */
function alone(chart: Chart, svg: string, asked: TableQuery, names: Names): string {
  const [box = '', width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []
  const [wide, high] = [Number(width) + 2 * AROUND, Number(height) + ABOVE + AROUND]
  const of = inWordsOf(asked, names)
  const all = count(
    chart.rows.reduce((sum, row) => sum + totalOf(chart, row), 0),
    'release',
  )
  const about = [all, ...(of.length > 0 ? of : ['all that were read']), today(), 'unwash'].join(' · ')
  const heading =
    words(AROUND, 28, chart.title, { bold: true }) + words(AROUND, 48, cutTo(about, wide), { faint: true })
  const place = `x="${AROUND}" y="${ABOVE}" width="${width}" height="${height}"`
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}" viewBox="0 0 ${wide} ${high}" ` +
    'font-family="system-ui, sans-serif" font-size="13" fill="#1c2024"><rect width="100%" height="100%" fill="#fff"/>' +
    `${heading}${svg.replace(' width="100%"', '').replace(box, `${place} ${box}`)}</svg>`
  )
}

/** The plots of what was found, drawn, by id. */
export function drawnCharts(tally: readonly Tally[], asked: TableQuery, names: Names): ReadonlyMap<string, string> {
  const drawn = (plots: readonly Plot[], draw: (chart: Chart) => string) =>
    plots.map(({ chart }) => [chart.id, alone(chart, draw(chart), asked, names)] as const)
  return new Map([...drawn(distributions(tally, names), bars), ...drawn(trends(tally, names), columns)])
}
