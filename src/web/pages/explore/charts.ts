import type { Chart, ChartRow, Series } from '../../../plots/index.ts'
import { ANSWERED, ONE } from '../../../plots/index.ts'
import type { Names } from '../../../reports/names.ts'
import type { Tally } from '../../../store/store.ts'
import { classSeries, ladderSeries, termSeries } from '../../../survey/report/figure.ts'
import type { Asked } from '../../asked.ts'

/** A chart, and by which of its rows one can filter. */
export interface Plot {
  readonly chart: Chart
  /** the filter that a row stands for, by its label; none where it is none */
  readonly filters: ReadonlyMap<string, Partial<Asked>>
}

const CLAIMS: readonly Series[] = [
  { id: 'none', label: 'no claim of openness', tone: ANSWERED.none },
  { id: 'not contradicted', label: 'claims, none contradicted', tone: ANSWERED.good },
  { id: 'goes too far', label: 'a claim goes too far', tone: ANSWERED.person },
  { id: 'contradicted', label: 'a claim is contradicted', tone: ANSWERED.bad },
]

/** How releases spread: over the terms, the classes of licenses, the steps of the data ladder, and their claims. */
export function distributions(tally: readonly Tally[], names: Names): readonly Plot[] {
  return [
    spread('by-term', 'By term', 'term', termSeries(names), tally, one => one.term, 'term'),
    spread('by-class', 'By license class', 'license class', classSeries, tally, one => one.license_class, 'class'),
    spread('by-data', 'By training data', 'training data', ladderSeries, tally, one => one.data_ladder, 'ladder'),
    spread('by-claims', 'By claims', 'claims', CLAIMS, tally, one => one.claims),
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
  id: string,
  title: string,
  by: string,
  series: readonly Series[],
  tally: readonly Tally[],
  of: (one: Tally) => string,
  filter?: 'term' | 'class' | 'ladder',
): Plot {
  const counts = counted(tally, of)
  const some = series.filter(one => (counts[one.id] ?? 0) > 0)
  const rows: ChartRow[] = some.map(one => ({ label: one.label, values: { releases: counts[one.id] ?? 0 } }))
  return {
    chart: { id, title, by, series: [{ id: 'releases', label: 'releases', tone: ONE }], rows },
    // what is not known can be seen, and is nothing to filter by
    filters: new Map(
      some.flatMap(({ id: value, label }) =>
        filter === undefined || (filter === 'ladder' && value === 'unknown') ? [] : [[label, { [filter]: value }]],
      ),
    ),
  }
}

function counted(tally: readonly Tally[], of: (one: Tally) => string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const one of tally) counts[of(one)] = (counts[of(one)] ?? 0) + one.releases
  return counts
}
