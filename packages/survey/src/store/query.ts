import { DATA_LADDER, LICENSE_CLASSES, TERMS } from '@unwash/core/report/vocabulary'
import { STAND_TOGETHER, type StandTogether } from '@unwash/reporters/words/checks'

/** What one filters the explore table by; all that is given must hold. */
export interface Query {
  readonly run?: string | undefined
  readonly term?: string | undefined
  /** class of the license of the weights */
  readonly class?: string | undefined
  /** id of a license of the weights, as concluded */
  readonly license?: string | undefined
  /** a kind of clause, in a license that covers the weights */
  readonly clause?: string | undefined
  readonly publisher?: string | undefined
  /** in which it was put there, as the list of the survey has it */
  readonly year?: number | undefined
  /** with at least one claim of this kind */
  readonly kind?: string | undefined
  /** whose claims, of that kind where one is given, stand so together */
  readonly claim?: StandTogether | undefined
  readonly ladder?: string | undefined
  /** part of the name, or of that of a model */
  readonly name?: string | undefined
  readonly sort?: SortKey | undefined
  readonly descending?: boolean | undefined
  /** rows before the page, from 0 */
  readonly offset?: number | undefined
  /** rows of the page; 50 unless told, at most 1000 */
  readonly limit?: number | undefined
}

/** What the explore table is sorted by. */
export const SORTS = ['name', 'publisher', 'term', 'class', 'ladder', 'downloads', 'likes', 'created', 'kept'] as const
/** One of these. */
export type SortKey = (typeof SORTS)[number]

/** Questions to a database, with values for `$1`, `$2` …; both of ours understand them. */
export interface DatabaseQuery {
  /** the ids of a page's rows in their order, each with how many there are in all */
  readonly page: string
  readonly total: string
  /** how many there are of each kind, as `Tally` has them */
  readonly tally: string
  readonly values: readonly (string | number)[]
}

/** Rows of the largest page. */
export const MOST_ROWS = 1000

/** The explore table as SQL: of a release that was kept several times the newest, then what is asked of it. */
export function sqlOf(query: Query): DatabaseQuery {
  const values: (string | number)[] = []
  const value = (one: string | number) => `$${values.push(one)}`
  const before = query.run === undefined ? 'true' : `run = ${value(query.run)}`
  const held = ['newest = 1']
  /** What must hold where it is asked for; `sql` has a value's place. */
  const must = (asked: string | number | undefined, sql: (place: string) => string) => {
    if (asked !== undefined) held.push(sql(value(asked)))
  }
  must(query.term, term => `term = ${term}`)
  must(query.class, kind => `license_class = ${kind}`)
  must(
    query.license === undefined ? undefined : ` ${query.license} `,
    id => `strpos(' ' || weights_license || ' ', ${id}) > 0`,
  )
  must(query.clause, kind => `${among('clauses')} and c.on_weights and c.kind = ${kind})`)
  must(query.publisher?.toLowerCase(), publisher => `lower(publisher) = ${publisher}`)
  must(query.year, year => `extract(year from created_on) = ${year}`)
  const { kind, claim } = query
  if (kind !== undefined || claim !== undefined) {
    const place = STAND_TOGETHER.indexOf(claim ?? 'none')
    held.push(`${worst(kind && value(kind))} ${claim ? '=' : '<'} ${place}`)
  }
  must(query.ladder, step => `data_ladder = ${step}`)
  must(
    query.name?.toLowerCase(),
    name => `(strpos(lower(name), ${name}) > 0
      or id in (select release from terms where strpos(lower(model), ${name}) > 0))`,
  )
  const from = `from (select *, row_number() over (partition by name order by kept_on desc, id) as newest
    from releases where ${before}) r where ${held.join(' and ')}`
  const direction = query.descending ? 'desc' : 'asc'
  const order = `order by ${ORDERS[query.sort ?? 'name']} ${direction} nulls last, name, id`
  const limit = Math.min(Math.max(0, Math.trunc(query.limit ?? 50)), MOST_ROWS)
  const offset = Math.max(0, Math.trunc(query.offset ?? 0))
  return {
    page: `select id, count(*) over () as total ${from} ${order} limit ${limit} offset ${offset}`,
    total: `select count(*) as total ${from}`,
    tally: `select *, count(*) as releases from (
      select term, license_class, data_ladder, extract(year from created_on) as year, ${worst()} as claims ${from}
    ) t group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`,
    values,
  }
}

/** How a claim `c` stands: one that is true of the weights and not of the system goes too far. */
export const STANDS = `case when c.checked = 'contradicted' and c.strength = 'scope' then 'goes too far'
  else c.checked end`
const among = (table: string) => `exists (select 1 from ${table} c where c.release = r.id`

/** By the order of a list of words, what is not in it last. */
const inOrder = (column: string, words: readonly string[]) =>
  `case ${column} ${words.map((word, i) => `when '${word}' then ${i}`).join(' ')} else ${words.length} end`

/** How the claims of a release `r`, or those of a kind, stand together, as a place in `STAND_TOGETHER`. */
const worst = (kind?: string) => `coalesce((select min(${inOrder(STANDS, STAND_TOGETHER)}) from claims c
  where c.release = r.id${kind ? ` and c.kind = ${kind}` : ''}), ${STAND_TOGETHER.indexOf('none')})`

const ORDERS: Readonly<Record<SortKey, string>> = {
  name: 'lower(name)',
  publisher: 'lower(publisher)',
  term: inOrder('term', TERMS),
  class: inOrder('license_class', LICENSE_CLASSES),
  ladder: inOrder('data_ladder', DATA_LADDER),
  downloads: 'downloads',
  likes: 'likes',
  created: 'created_on',
  kept: 'kept_on',
}
