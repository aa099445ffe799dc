import { bars, type Chart, columns, tableOf } from '../../../plots/index.ts'
import { count } from '../../../reports/counts.ts'
import type { Tally } from '../../../store/store.ts'
import { ADDRESSES } from '../../addresses.ts'
import { type Asked, queryOf } from '../../asked.ts'
import { useSetting } from '../setting.ts'
import { Scroll, Table } from '../spans.tsx'
import { distributions, type Plot, trends } from './charts.ts'

/** How what was found spreads and how the years differ, drawn and told as numbers. */
export function Plots({ tally, asked }: { tally: readonly Tally[]; asked: Asked }) {
  const { names } = useSetting()
  const all = tally.reduce((sum, { releases }) => sum + releases, 0)
  const unknown = tally.reduce((sum, { year, releases }) => sum + (year === null ? releases : 0), 0)
  return (
    <>
      <section aria-labelledby="spread">
        <h2 id="spread">How they spread</h2>
        {distributions(tally, names).map(plot => (
          <Drawn key={plot.chart.id} plot={plot} draw={bars} asked={asked} />
        ))}
      </section>
      <section aria-labelledby="years">
        <h2 id="years">Year by year</h2>
        {unknown > 0 ? (
          <p class="faint">
            {unknown === all
              ? 'In which year a release was published is known of none of them: the list of a survey says it.'
              : `In which year it was published is not known of ${count(unknown, 'release')}, which ${unknown === 1 ? 'is' : 'are'} left out.`}
          </p>
        ) : null}
        {unknown < all
          ? trends(tally, names).map(plot => <Drawn key={plot.chart.id} plot={plot} draw={columns} asked={asked} />)
          : null}
      </section>
    </>
  )
}

function Drawn({ plot, draw, asked }: { plot: Plot; draw: (chart: Chart) => string; asked: Asked }) {
  const { link, served } = useSetting()
  const { chart, filters } = plot
  const { head, rows } = tableOf(chart)
  const name = (label: string) => {
    const filter = filters.get(label)
    if (filter === undefined || !served) return label
    return <a href={link(`${ADDRESSES.explore}${queryOf({ ...asked, ...filter, offset: undefined })}`)}>{label}</a>
  }
  return (
    <figure class="plot">
      <h3>{chart.title}</h3>
      <Scroll label={`${chart.title}, drawn`}>
        {/* `plots` escapes every word that it draws */}
        <div class="drawn" dangerouslySetInnerHTML={{ __html: draw(chart) }} />
      </Scroll>
      <details>
        <summary>In numbers</summary>
        <Table
          caption={`${chart.title}, in numbers`}
          head={head}
          quiet
          named
          numbers
          rows={rows.map(([label = '', ...numbers]) => [name(label), ...numbers])}
        />
      </details>
    </figure>
  )
}
