import type { Citation } from '../report.ts'

/** How a piece of a line is meant; each reporter shows it in its own way. */
export type Look = 'strong' | 'faint' | 'code' | 'place' | 'good' | 'bad' | 'ask'

/** A piece of a line: plain words, or words that are meant in a certain way. */
export type Span =
  | string
  | { readonly text: string; readonly look: Look /** of a place: what it is the place of */; readonly cited?: Citation }

/** What stands on one line, however often it must be wrapped. */
export type Line = readonly Span[]

/** Lines, a list whose items may have lines under them, or a table. */
export type Block =
  | { readonly kind: 'lines'; readonly lines: readonly Line[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly [Line, ...Line[]])[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly Line[])[] }

/** A part of a report under its own heading. */
export interface Section {
  readonly heading: string
  readonly blocks: readonly Block[]
}

/** What the readable reports say, in order: the same for a terminal and for a page. */
export interface Page {
  /** which release, and which state of it */
  readonly subject: Line
  /** the honest term */
  readonly title: string
  readonly lead: readonly Block[]
  readonly sections: readonly Section[]
  readonly foot: readonly Line[]
}

/** A span with a look. */
export const look = (as: Look, text: string): Span => ({ text, look: as })

/** One block of lines. */
export const lines = (...all: readonly Line[]): Block => ({ kind: 'lines', lines: all })

/** Joins lines into one, with words between them. */
export function joined(parts: readonly Line[], between: string): Line {
  return parts.flatMap((part, at) => (at === 0 ? part : [between, ...part]))
}
