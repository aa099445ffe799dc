import { once } from '../once.ts'
import { type Block, lineAt } from './document.ts'

/** One sentence of a block, with its lines and its offset in the block's text. */
export interface Sentence {
  readonly text: string
  readonly start: number
  readonly line: number
  readonly endLine: number
}

const ABBREVIATION = /(?:\b(?:e\.g|i\.e|etc|vs|cf|al|fig|no|inc|ltd|corp|co|dr|mr|ms|st|approx|ver|v)|\b[A-Z])\.$/i

/** what may end one */
const ENDS = /[.!?。！？；]/g

/** Splits a block into sentences. Decimal points, versions and abbreviations do not end one. */
export const sentencesOf: (block: Block) => readonly Sentence[] = once(splitIn)

function splitIn(block: Block): Sentence[] {
  const { text } = block
  const sentences: Sentence[] = []
  let start = 0
  const push = (end: number) => {
    const raw = text.slice(start, end)
    const trimmed = raw.trim()
    if (trimmed !== '') {
      const at = start + raw.indexOf(trimmed[0] ?? '')
      sentences.push({
        text: trimmed,
        start: at,
        line: lineAt(block, at),
        endLine: lineAt(block, at + trimmed.length - 1),
      })
    }
    start = end
  }
  ENDS.lastIndex = 0
  for (let end = ENDS.exec(text); end !== null; end = ENDS.exec(text)) {
    const at = end.index
    const [char] = end
    if (char === '。' || char === '！' || char === '？' || char === '；') push(at + 1)
    else if (char === '.' || char === '!' || char === '?') {
      const next = text[at + 1]
      if (next !== undefined && next !== ' ' && next !== '"' && next !== ')') continue
      const after = text[at + 2] ?? ''
      if (char === '.' && (ABBREVIATION.test(text.slice(Math.max(start, at - 8), at + 1)) || /[a-z]/.test(after)))
        continue
      push(next === '"' || next === ')' ? at + 2 : at + 1)
    }
  }
  push(text.length)
  return sentences
}
