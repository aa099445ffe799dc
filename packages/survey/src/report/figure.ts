import type { Knowledge } from '@unwash/core/knowledge/knowledge'
import { ANSWERS, DATA_LADDER, LICENSE_CLASSES, type LicenseClass, TERMS } from '@unwash/core/report/vocabulary'
import type { Names } from '@unwash/reporters/names'
import type { Chart, Tone } from '@unwash/reporters/plots/index'
import { ANSWERED, stepOf } from '@unwash/reporters/plots/index'
import { STAND_LABELS, STANDS, type StandTogether } from '@unwash/reporters/words/checks'
import { ANSWER_LABELS, DATA_LABELS } from '@unwash/reporters/words/labels'
import type { DatabaseRow as Row } from '../store/duckdb/index.ts'

/** What a figure is made from. */
export interface AskedFigure {
  ask(sql: string, values?: readonly (string | number)[]): Promise<readonly Row[]>
  readonly names: Names
  readonly knowledge: Knowledge
  /** releases that the store holds, each counted once */
  readonly releases: number
}

/** A question, what the numbers say to it, and how they are shown. */
export interface Figure {
  readonly id: string
  readonly heading: string
  /** what is counted, in sentences */
  readonly says: readonly string[]
  readonly shown: readonly Shown[]
}

/** One drawing with its table, or a table alone. */
export type Shown =
  | { readonly as: 'columns' | 'bars' | 'shares'; readonly chart: Chart }
  | {
      readonly as: 'grid'
      readonly caption: string
      /** what its rows are, and its columns; the last of each is the sum of the others */
      readonly down: string
      readonly across: string
      readonly columns: readonly string[]
      readonly rows: readonly { readonly label: string; readonly places: readonly GridPlace[] }[]
    }
  | {
      readonly as: 'table'
      readonly caption: string
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }

/** A drawing with its table. */
export const drawn = (as: 'columns' | 'bars' | 'shares', chart: Chart): Shown => ({ as, chart })

/** A place of a grid: how many, and of these how many, in words. */
export interface GridPlace {
  readonly count: number
  readonly part: string
}

/** Of a release that was kept several times, the newest. */
export const NEWEST = `(select * from (
  select *, row_number() over (partition by name order by kept_on desc, id) as newest from releases) where newest = 1)`

/** Whether a claim `c` is one about the model: what is said of its code or its license alone is none. */
export const ABOUT_MODEL = "list_has_any(c.about, ['model', 'weights', 'all'])"

/** The claims of releases that say of their model that it is open source, or fully or truly so. */
export const CLAIMED = `(select c.* from claims c
  where c.kind in ('open-source', 'fully-open', 'truly-open') and ${ABOUT_MODEL})`

/** The terms from the most open to the least, as series of a chart. */
export const termSeries = (names: Names) =>
  TERMS.map((id, at) => ({ id, label: names.term(id), tone: stepOf(at === TERMS.length - 1 ? 8 : at) }))

/** the classes in the few words that a legend has room for */
const CLASS_SHORT = {
  'open-source': 'open source',
  'open-model': 'open, not OSI-approved',
  'open-with-rider': 'open plus a condition',
  'use-restricted': 'some uses forbidden',
  'community-restricted': "publisher's own limits",
  'revenue-capped': 'free below a size',
  'non-commercial': 'non-commercial',
  none: 'no license',
  unknown: 'not read',
} as const satisfies Record<LicenseClass, string>

/** The classes of licenses in the same way. */
export const classSeries = LICENSE_CLASSES.map((id, at) => ({ id, label: CLASS_SHORT[id], tone: stepOf(at) }))

/** The steps of the data ladder in the same way, and what is not known. */
export const ladderSeries = [
  ...DATA_LADDER.map((id, at) => ({ id: id as string, label: DATA_LABELS[id], tone: stepOf(at) })),
  { id: 'unknown', label: 'not known', tone: stepOf(8) },
]

const TONE_OF_ANSWER: Readonly<Record<(typeof ANSWERS)[number], Tone>> = {
  met: ANSWERED.good,
  unmet: ANSWERED.bad,
  unknown: ANSWERED.open,
  'needs-human': ANSWERED.person,
  'not-applicable': ANSWERED.none,
}

/** The answers to a requirement as series of a chart. */
export const answerSeries = ANSWERS.map(id => ({ id, label: ANSWER_LABELS[id], tone: TONE_OF_ANSWER[id] }))

/** How claims stand together, as tones of a chart. */
export const STANDS_TONE = {
  contradicted: ANSWERED.bad,
  'goes too far': ANSWERED.person,
  undetermined: ANSWERED.open,
  supported: ANSWERED.good,
  none: ANSWERED.none,
} as const satisfies Record<StandTogether, Tone>

/** The results of a check as series of a chart. */
export const checkSeries = STANDS.toReversed().map(id => ({ id, label: STAND_LABELS[id], tone: STANDS_TONE[id] }))

/** Rows of "label, series, count" as rows of a chart, in the order the labels come. */
export function chartRows(rows: readonly Row[], labelOf: (label: string) => string = label => label): Chart['rows'] {
  const by = new Map<string, Record<string, number>>()
  for (const { label, series, count } of rows) {
    const values = by.get(String(label)) ?? {}
    values[String(series)] = (values[String(series)] ?? 0) + Number(count)
    by.set(String(label), values)
  }
  return [...by].map(([label, values]) => ({ label: labelOf(label), values }))
}

/** "3 of 12 releases" with thousands set apart. */
export const counted = (count: number) => count.toLocaleString('en')
