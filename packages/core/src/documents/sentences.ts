import { once } from '../once.ts'
import { sentencesOf as rangesOf } from '../text/sentences.ts'
import { type Block, lineAt } from './document.ts'

/** One sentence of a block, with its lines and its offset in the block's text. */
export interface Sentence {
  readonly text: string
  readonly start: number
  readonly line: number
  readonly endLine: number
}

/** Splits a block into sentences. */
export const sentencesOfDocument: (block: Block) => readonly Sentence[] = once(block =>
  rangesOf(block.text, 'prose').map(([start, end]) => ({
    text: block.text.slice(start, end).trimEnd(),
    start,
    line: lineAt(block, start),
    endLine: lineAt(block, Math.max(start, end - 1)),
  })),
)

/** What a block states: its sentences, and of a table the whole row. */
export const statementsOf = (block: Block): readonly Sentence[] =>
  block.kind === 'row'
    ? [{ text: block.text, start: 0, line: block.line, endLine: block.endLine }]
    : sentencesOfDocument(block)
