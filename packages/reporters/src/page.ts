import type { Citation } from '@unwash/core/report/report'
import { count } from './words/counts.ts'

/** How a piece of a line is meant; each reporter shows it in its own way. */
export type Look = 'plain' | 'strong' | 'faint' | 'code' | 'place' | 'good' | 'bad' | 'ask'

/** What words are the name of: a page may lead there. */
export type Topic =
  | readonly [is: 'license' | 'clause' | 'term' | 'framework' | 'finding', id: string]
  /** a requirement; where it is answered a page calls it by what it asks */
  | readonly [is: 'requirement' | 'answered', id: string, framework: string]

/** A piece of a line: plain words, or words that are meant in a certain way. */
export type Span =
  | string
  | {
      readonly text: string
      readonly look: Look
      /** of a place: what it is the place of */
      readonly cited?: Citation
      readonly of?: Topic
    }

/** What stands on one line, however often it must be wrapped. */
export type Line = readonly Span[]

/** An item of a list, with lines under it. */
export type Item = readonly [Line, ...Line[]]

/** Lines, a list whose items may have lines under them, a table, or what is folded away and elsewhere only counted. */
export type Block =
  | { readonly kind: 'lines'; readonly lines: readonly Line[] }
  | { readonly kind: 'list'; readonly items: readonly Item[] }
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      readonly rows: readonly (readonly Line[])[]
      /** its last cells are words, which take what room is left, and where they can be checked, at the right */
      readonly loose?: boolean
    }
  | { readonly kind: 'fold'; readonly summary: string; readonly blocks: readonly Block[]; readonly aside?: boolean }

/** A part of a report under its own heading; of the first screen some have none. */
export interface Section {
  readonly heading: string
  readonly blocks: readonly Block[]
  /** where something can be folded it is */
  readonly detail?: boolean
}

/** What the readable reports say, in order: the same for a terminal and for a page. */
export interface Page {
  /** which release, and which state of it */
  readonly subject: Line
  /** the honest term */
  readonly title: string
  /** how that term looks */
  readonly tone?: Look
  /** it is set as close as a paper to be printed */
  readonly paper?: boolean
  readonly lead: readonly Block[]
  readonly sections: readonly Section[]
  readonly foot: readonly Line[]
  /** the address at which the publisher has what is cited, at the revision that was read; null where it has none */
  readonly original?: (cited: Citation) => string | null
}

/** A span with a look. */
export const look = (as: Look, text: string): Span => ({ text, look: as })

/** Words that name something. */
export const named = (text: string, of: Topic, as: Look = 'plain'): Span => ({ text, look: as, of })

/** The words of a line alone. */
export const spelled = (line: Line): string => line.map(span => (typeof span === 'string' ? span : span.text)).join('')

/** One block of a list. */
export const list = (items: readonly Item[]): Block => ({ kind: 'list', items })

/** One table. */
export const table = (head: readonly string[], rows: readonly (readonly Line[])[], loose = false): Block => ({
  kind: 'table',
  head,
  rows,
  ...(loose ? { loose } : {}),
})

/** A row of a loose table: a sign, what it is about, what is said of it, and where that can be checked. */
export type LooseRow = readonly [sign: Line, about: Line, says: Line, place: Line]

/** A row, of which only the words are always there. */
export const row = (says: Line, place: Line = [], sign: Span = '', about = ''): LooseRow => [
  [sign],
  [about],
  says,
  place,
]

/** One loose table. */
export const loose = (rows: readonly LooseRow[], head = ['', '', '', 'see']): Block => table(head, rows, true)

const isEmpty = (block: Block) =>
  block.kind !== 'fold' && ('lines' in block ? block.lines : 'items' in block ? block.items : block.rows).length === 0

/** Those blocks that hold anything. */
export const holding = (...all: readonly Block[]): readonly Block[] => all.filter(block => !isEmpty(block))

/** A section of those of its blocks that hold anything; none where none does. */
export function titled(heading: string, ...all: readonly Block[]): readonly Section[] {
  const blocks = holding(...all)
  return blocks.length > 0 ? [{ heading, blocks }] : []
}

/** so many are in a fold; JSON has them all */
const FOLDED = 200

/** The first of several, set as one block; the rest is folded away, where nothing can be folded only counted. */
export function firstOf<T>(
  all: readonly T[],
  shown: number,
  noun: string,
  set: (some: readonly T[]) => Block,
): readonly Block[] {
  const rest = all.slice(shown)
  if (rest.length === 0) return [set(all)]
  const summary = count(rest.length, `more ${noun}`)
  return [set(all.slice(0, shown)), { kind: 'fold', summary, blocks: [set(rest.slice(0, FOLDED))] }]
}

/** A list of the first items. */
export const listed = (items: readonly Item[], shown: number, noun: string): readonly Block[] =>
  firstOf(items, shown, noun, list)

/** A list under its heading; null where there is nothing in it. */
export const listOf = (heading: string, items: readonly Item[], noun: string, shown: number): Section | null =>
  items.length === 0 ? null : { heading, blocks: listed(items, shown, noun) }

/** What stands in place of a fold where nothing can be folded: that there is more; null for what is said besides. */
export const foldedLine = ({ summary, aside }: Extract<Block, { kind: 'fold' }>, where = 'in --format json') =>
  aside ? null : ([look('faint', `and ${summary} ${where}`)] satisfies Line)

/** What stands under everything that was read. */
export const NOT_ADVICE: readonly Line[] = [[look('faint', 'A reading of what was published, not legal advice.')]]

/** One block of lines. */
export const lines = (...all: readonly Line[]): Block => ({ kind: 'lines', lines: all })

/** Joins lines into one, with words between them. */
export function joined(parts: readonly Line[], between: string): Line {
  return parts.flatMap((part, at) => (at === 0 ? part : [between, ...part]))
}
