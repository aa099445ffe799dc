import type { Text } from '../release/release.ts'
import type { FrontMatter } from './front-matter.ts'

/** A link or image in a block; `start` and `end` are offsets of its label in the block's text. */
export interface Link {
  readonly label: string
  readonly url: string
  readonly image: boolean
  readonly line: number
  readonly start: number
  readonly end: number
}

/** A heading, paragraph, list item, table row, or piece of code, as plain text with the way back to its lines. */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'row' | 'code'
  readonly text: string
  readonly line: number
  readonly endLine: number
  /** where in `text` each raw line begins: pairs of offset and line, ascending */
  readonly starts: readonly (readonly [offset: number, line: number])[]
  /** the headings above, outermost first */
  readonly headings: readonly string[]
  readonly links: readonly Link[]
  /** of a table row: its cells, and the cells of the table's header */
  readonly cells?: readonly Cell[]
  readonly header?: readonly string[]
  /** of a heading or a list item: how deep it is, from 1 */
  readonly level?: number
  /** of a list item: the text that introduces the list */
  readonly lead?: string
}

/** A cell of a table. */
export interface Cell {
  readonly text: string
  /** offset of the cell in the row's text */
  readonly start: number
}

/** A card, README or other text of a release, read into blocks. */
export interface Document {
  readonly path: string
  readonly text: Text
  readonly lines: readonly string[]
  readonly frontMatter: FrontMatter | null
  readonly blocks: readonly Block[]
  readonly notes: readonly string[]
  /** the first line with words that are in none of the blocks, for its length or for how deep it is nested */
  readonly cut?: number
  /** of a PDF: at which of `lines`, from 0, each of its pages begins */
  readonly pages?: readonly number[]
}

/** The 1-based line of an offset in a block's text. */
export function lineAt(block: Block, offset: number): number {
  let low = 0
  let high = block.starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((block.starts[middle]?.[0] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return block.starts[low - 1]?.[1] ?? block.line
}
