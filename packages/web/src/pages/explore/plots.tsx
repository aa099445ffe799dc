import { today } from '@unwash/core/judge'
import { totalOf } from '@unwash/reporters/plots/chart'
import { columns, tableOf } from '@unwash/reporters/plots/index'
import { count } from '@unwash/reporters/words/counts'
import type { Tally } from '@unwash/survey/store/store'
import { ADDRESSES, chartAddress, fileOf } from '../../addresses.ts'
import { queryOf, type TableQuery } from '../../asked.ts'
import { useSetting } from '../setting.ts'
import { Scroll, Table } from '../spans.tsx'
import { distributions, type Plot, trends } from './charts.ts'

/** How what was found spreads. */
export function Distributions({ tally, asked }: { tally: readonly Tally[]; asked: TableQuery }) {
  const { names } = useSetting()
  return (
    <section aria-label="How they spread" class="spread">
      {distributions(tally, names).map(plot => (
        <Bars key={plot.chart.id} plot={plot} asked={asked} />
      ))}
    </section>
  )
}

/** How the years differ, drawn and told as numbers. */
export function Trends({ tally, asked }: { tally: readonly Tally[]; asked: TableQuery }) {
  const { names } = useSetting()
  const all = tally.reduce((sum, { releases }) => sum + releases, 0)
  const unknown = tally.reduce((sum, { year, releases }) => sum + (year === null ? releases : 0), 0)
  if (unknown === all) return null
  return (
    <section aria-labelledby="years" class="years">
      <h2 id="years">Year by year</h2>
      {unknown > 0 ? <p class="faint">Without {count(unknown, 'release')} whose year is not known.</p> : null}
      {trends(tally, names).map(plot => (
        <Drawn key={plot.chart.id} plot={plot} asked={asked} />
      ))}
    </section>
  )
}

/** The plot as a picture of its own; a script makes other kinds of it. */
function Picture({ id, asked }: { id: string; asked: TableQuery }) {
  const { link, served } = useSetting()
  const query = served ? queryOf({ ...asked, offset: undefined, limit: undefined }) : ''
  return (
    <p class="small">
      <a
        href={link(`${chartAddress(id)}${query}`)}
        download={fileOf(`${id}.svg`, query, today())}
        data-follows
        data-picture
      >
        SVG
      </a>
    </p>
  )
}

/** Counts of one kind of thing: each with its name, a bar and its number, as wide as there is room. */
function Bars({ plot: { chart, filters }, asked }: { plot: Plot; asked: TableQuery }) {
  const most = Math.max(1, ...chart.rows.map(row => totalOf(chart, row)))
  return (
    <figure class="plot">
      <table class="bars">
        <caption>{chart.title}</caption>
        <tbody>
          {chart.rows.map(row => (
            <tr key={row.label} data-of={queryOf(filters.get(row.label) ?? {})}>
              <th scope="row">
                <Filter label={row.label} filter={filters.get(row.label)} asked={asked} />
              </th>
              <td class="bar">
                <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect width={(100 * totalOf(chart, row)) / most} height="10" />
                </svg>
              </td>
              <td>{totalOf(chart, row).toLocaleString('en')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Picture id={chart.id} asked={asked} />
    </figure>
  )
}

/** The name of what is counted, as the way to it. */
function Filter({
  label,
  filter,
  asked,
}: {
  label: string
  filter: Partial<TableQuery> | undefined
  asked: TableQuery
}) {
  const { link, served } = useSetting()
  if (filter === undefined || !served) return <>{label}</>
  return <a href={link(`${ADDRESSES.explore}${queryOf({ ...asked, ...filter, offset: undefined })}`)}>{label}</a>
}

function Drawn({ plot: { chart, filters }, asked }: { plot: Plot; asked: TableQuery }) {
  const { head, rows } = tableOf(chart)
  return (
    <figure class="plot">
      <h3>{chart.title}</h3>
      <Scroll label={`${chart.title}, drawn`}>
        {/* `plots` escapes every word that it draws */}
        <div class="drawn" dangerouslySetInnerHTML={{ __html: columns(chart) }} />
      </Scroll>
      <details>
        <summary>In numbers</summary>
        <Table
          caption={`${chart.title}, in numbers`}
          head={head}
          quiet
          named
          numbers
          rows={rows.map(([label = '', ...numbers]) => [
            <Filter key="label" label={label} filter={filters.get(label)} asked={asked} />,
            ...numbers,
          ])}
        />
      </details>
      <Picture id={chart.id} asked={asked} />
    </figure>
  )
}
