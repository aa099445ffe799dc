import { type AskedFigure, chartRows, counted, drawn, type Figure, ladderSeries, NEWEST, termSeries } from './figure.ts'

/** years that make a plot worth more than quarters */
const YEARS = 3

/** The SQL of the period a release was put up in: its year, or its quarter where there are few years. */
async function periods({ ask }: AskedFigure) {
  const [found] = await ask(
    `select count(created_on) as dated, count(distinct year(created_on)) as years from ${NEWEST}`,
  )
  const yearly = Number(found?.years ?? 0) > YEARS
  const sql = yearly ? 'cast(year(created_on) as varchar)' : "year(created_on) || ' Q' || quarter(created_on)"
  return { sql, by: yearly ? 'year' : 'quarter', dated: Number(found?.dated ?? 0) }
}

const undated = (asking: AskedFigure, dated: number) =>
  dated === asking.releases
    ? []
    : [`${counted(asking.releases - dated)} releases are left out: the list of the survey has no date of theirs.`]

/** Terms by the time releases were put up, by their number and by their downloads. */
export async function termsOverTime(asking: AskedFigure): Promise<Figure> {
  const { sql, by, dated } = await periods(asking)
  const heading = 'What is released, over time'
  const id = 'time'
  if (dated === 0) {
    const says = ['No list of this survey says when a release was put up, so nothing can be shown over time.']
    return { id, heading, says, shown: [] }
  }
  const rows = (what: string) =>
    asking.ask(
      `select ${sql} as label, term as series, ${what} as count from ${NEWEST} where created_on is not null
        group by all order by label`,
    )
  const series = termSeries(asking.names)
  const releases = chartRows(await rows('count(*)'))
  const [only, ...others] = releases
  if (only && others.length === 0) {
    const says = `All that have a date were put up in ${only.label}: nothing can be shown over time.`
    return { id, heading, says: [says, ...undated(asking, dated)], shown: [] }
  }
  const downloads = chartRows(await rows('coalesce(sum(downloads), 0)'))
  const has = downloads.some(row => Object.values(row.values).some(value => value > 0))
  const title = (what: string) => `${what} and honest term`
  return {
    id,
    heading,
    says: [
      `Each release is counted in the ${by} it was put up, by the term that holds for it as it was read.`,
      ...(has
        ? [`Below, the same by downloads as the list of the survey has them: what is used, not only what is there.`]
        : []),
      ...undated(asking, dated),
    ],
    shown: [
      drawn('columns', { id, title: title(`Releases by ${by}`), by, series, rows: releases }),
      ...(has
        ? [
            drawn('columns', {
              id: 'downloads',
              title: title(`Downloads by ${by} put up`),
              by,
              series,
              rows: downloads,
            }),
          ]
        : []),
    ],
  }
}

/** How far training data is opened, by the time releases were put up. */
export async function dataOverTime(asking: AskedFigure): Promise<Figure> {
  const { sql, by, dated } = await periods(asking)
  const offered = `from ${NEWEST} where models > 0`
  const rows = await asking.ask(
    dated > 0
      ? `select ${sql} as label, data_ladder as series, count(*) as count ${offered} and created_on is not null
          group by all order by label`
      : `select 'all releases' as label, data_ladder as series, count(*) as count ${offered} group by all`,
  )
  const title = `How far the training data is opened${dated > 0 ? `, by ${by}` : ''}`
  const chart = { id: 'data', title, by: dated > 0 ? by : 'releases', series: ladderSeries, rows: chartRows(rows) }
  return {
    id: 'data',
    heading: 'What is told of the training data',
    says: [
      'Of releases that offer a model: the step that the training data of any stage reaches. “In general words” ' +
        'is, for example, a mix of publicly available data.',
      ...(dated > 0 ? undated(asking, dated) : []),
    ],
    shown: [drawn(dated > 0 ? 'columns' : 'bars', chart)],
  }
}
