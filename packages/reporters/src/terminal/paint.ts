import type { Look } from '../page.ts'

/** Colors and weights of a terminal; a terminal without them gets the words as they are. */
export type Paint = Readonly<Record<Look | 'title' | 'heading', (text: string) => string>>

const same = (text: string) => text

/** No colors: for a pipe, a file, or by the reader's wish. */
export const unpainted: Paint = {
  plain: same,
  strong: same,
  faint: same,
  code: same,
  place: same,
  good: same,
  bad: same,
  ask: same,
  title: same,
  heading: same,
}
