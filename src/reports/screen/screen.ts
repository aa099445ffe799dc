import type { Line, Span } from '../page.ts'

/** A row of a screen: a sign before it, what it says, and where that can be checked. */
export interface ScreenRow {
  readonly sign: Span
  /** what it is about, in a column of its own */
  readonly label: string
  readonly text: Line
  readonly place: Line
}

/** Rows that belong together, under a heading where they need one. */
export interface ScreenPart {
  readonly heading: Line | null
  readonly rows: readonly ScreenRow[]
}

/** The answer on one screen, in the order people ask. */
export interface Screen {
  readonly head: readonly Pick<ScreenRow, 'text' | 'place'>[]
  readonly parts: readonly ScreenPart[]
  readonly foot: readonly Line[]
}

/** A row, of which only the words are always there. */
export const row = (text: Line, place: Line = [], sign: Span = '', label = ''): ScreenRow => ({
  sign,
  label,
  text,
  place,
})
