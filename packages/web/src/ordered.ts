import { DATA_LADDER, LICENSE_CLASSES, TERMS } from '@unwash/core/report/vocabulary'
import { STAND_TOGETHER, type StandTogether, togetherOf } from '@unwash/reporters/words/checks'
import type { Query, SortKey } from '@unwash/survey/store/query'
import type { FoundRow } from '@unwash/survey/store/store'

/** What a row of the table is sorted and filtered by without a database: on a shelf in memory, and in the page. */
export type SortedRow = Pick<FoundRow, (typeof SORTED)[number]>

const SORTED = [
  'name',
  'publisher',
  'term',
  'license_class',
  'data_ladder',
  'said',
  'model_names',
  'downloads',
  'likes',
  'created_on',
  'kept_on',
] as const

/** The part of a row that the script of the page needs. It stands in the row, as JSON. */
export const sortedRow = (row: FoundRow): SortedRow =>
  Object.fromEntries(SORTED.map(column => [column, row[column]])) as unknown as SortedRow

/** By the order of the vocabulary, what is not in it last. */
const placeIn = (words: readonly string[], word: string) => {
  const at = words.indexOf(word)
  return at < 0 ? words.length : at
}

const KEYS: Readonly<Record<SortKey, (row: SortedRow) => string | number | null>> = {
  name: row => row.name.toLowerCase(),
  publisher: row => row.publisher?.toLowerCase() ?? null,
  term: row => placeIn(TERMS, row.term),
  class: row => placeIn(LICENSE_CLASSES, row.license_class),
  ladder: row => placeIn(DATA_LADDER, row.data_ladder),
  downloads: row => row.downloads,
  likes: row => row.likes,
  created: row => row.created_on,
  kept: row => row.kept_on,
}

/** Compares rows. What is not known comes last, whichever way it is sorted; equals by name. */
export function by(sort: SortKey, descending: boolean) {
  const key = KEYS[sort]
  return (one: SortedRow, other: SortedRow): number => {
    const [a, b] = [key(one), key(other)]
    if (a === b) return one.name < other.name ? -1 : 1
    if (a === null) return 1
    if (b === null) return -1
    return (a < b ? -1 : 1) * (descending ? -1 : 1)
  }
}

const isPart = (part: string, whole: string) => whole.toLowerCase().includes(part.toLowerCase())

/** Whether a row is one that is asked for, as far as it says itself. */
export const fits = (row: SortedRow, { term, class: of, ladder, year, name, kind, claim }: Query): boolean =>
  (term === undefined || row.term === term) &&
  (of === undefined || row.license_class === of) &&
  (ladder === undefined || row.data_ladder === ladder) &&
  (year === undefined || row.created_on?.startsWith(`${year}-`) === true) &&
  (name === undefined || isPart(name, row.name) || isPart(name, row.model_names)) &&
  standsIn(row, kind, claim)

/** Whether what is claimed, of a kind where one is asked for, stands together as is asked for. */
function standsIn(row: SortedRow, kind: string | undefined, claim: StandTogether | undefined): boolean {
  if (kind === undefined && claim === undefined) return true
  const stand = saidIn(row).flatMap(one => ((kind ?? one.kind) === one.kind ? [one.stands] : []))
  return claim === undefined ? stand.length > 0 : togetherOf(stand) === claim
}

/** The kinds of claims of a row, and how those of each stand. */
export const saidIn = ({
  said,
}: Pick<FoundRow, 'said'>): readonly { readonly kind: string; readonly stands: string }[] =>
  said === ''
    ? []
    : said.split(',').map(one => {
        const [kind = '', stands = ''] = one.split(':')
        return { kind, stands }
      })

/** What is asked of the table: what must be there, by column, and the order. */
export interface AskedRows {
  readonly filters: ReadonlyMap<string, string>
  readonly sort: SortKey
  readonly descending: boolean
}

/** A table of rows that can be asked; it answers with the places of those that fit, in their order. */
export function tableOf(rows: readonly SortedRow[]): (asked: AskedRows) => readonly number[] {
  return ({ filters, sort, descending }) => {
    const { publisher = '', year, claim, ...query }: Readonly<Record<string, string>> = Object.fromEntries(filters)
    const stands = STAND_TOGETHER.find(one => one === claim)
    const compare = by(sort, descending)
    return (
      rows
        .map((row, at) => ({ row, at }))
        .filter(({ row }) => fits(row, { ...query, claim: stands, year: year === undefined ? year : Number(year) }))
        // while it is typed, a part of it is enough
        .filter(({ row }) => row.publisher?.toLowerCase().includes(publisher.toLowerCase()) ?? publisher === '')
        .sort((one, other) => compare(one.row, other.row))
        .map(({ at }) => at)
    )
  }
}
