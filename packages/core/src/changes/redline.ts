import { diffArrays } from 'diff'

/** Two texts word for word: what was taken out and what was put in, with a few words around. */
export interface Redline {
  /** how the text is called that the other is compared with */
  readonly from: string
  readonly hunks: readonly {
    /** of the other text */
    readonly line: number
    readonly before: string
    readonly removed: string
    readonly added: string
    readonly after: string
  }[]
  /** hunks that are not shown */
  readonly more: number
}

/** A word, a Chinese character, or a mark, with where it stands. */
interface Token {
  readonly word: string
  readonly from: number
  readonly to: number
}

const TOKENS = /\p{Script=Han}|[\p{L}\p{N}]+/gu
/** words of the same around a change */
const AROUND = 6
/** passages shown; a text that differs in more is another text */
const MOST_PASSAGES = 60
/** texts that are further apart than this are not compared word by word */
const FARTHEST = 6_000
/** milliseconds; nobody waits for more */
const DIFF_TIME = 400

/**
 * Where the words of a known text and of another are not the same. Case, marks and line ends do not count. Null where
 * they are too far apart for that to say anything.
 */
export function redline(known: string, text: string, from: string): Redline | null {
  const [old, now] = [tokensOf(known), tokensOf(text)]
  const wordsOf = (tokens: readonly Token[]) => tokens.map(({ word }) => word)
  const parts = diffArrays(wordsOf(old), wordsOf(now), { maxEditLength: FARTHEST, timeout: DIFF_TIME })
  if (!parts) return null
  const same = parts.filter(part => !part.added && !part.removed).reduce((sum, part) => sum + part.value.length, 0)
  if (same < old.length / 2) return null
  const lines = lineCounter(text)
  const hunks: Redline['hunks'][number][] = []
  let [inOld, inNow] = [0, 0]
  for (let at = 0; at < parts.length; at++) {
    const [part, next] = [parts[at], parts[at + 1]]
    if (!part) continue
    if (!part.added && !part.removed) {
      inOld += part.value.length
      inNow += part.value.length
      continue
    }
    const pair = next && (next.added || next.removed) && next.added !== part.added ? next : null
    const removed = [part, pair].reduce((sum, one) => sum + (one?.removed ? one.value.length : 0), 0)
    const added = [part, pair].reduce((sum, one) => sum + (one?.added ? one.value.length : 0), 0)
    hunks.push({
      line: lines(now[inNow]?.from ?? text.length),
      before: sliceOf(text, now, inNow - AROUND, inNow),
      removed: sliceOf(known, old, inOld, inOld + removed),
      added: sliceOf(text, now, inNow, inNow + added),
      after: sliceOf(text, now, inNow + added, inNow + added + AROUND),
    })
    inOld += removed
    inNow += added
    if (pair) at++
  }
  return { from, hunks: hunks.slice(0, MOST_PASSAGES), more: Math.max(0, hunks.length - MOST_PASSAGES) }
}

const tokensOf = (text: string): readonly Token[] =>
  [...text.matchAll(TOKENS)].map(match => ({
    word: match[0].toLowerCase(),
    from: match.index,
    to: match.index + match[0].length,
  }))

/** The raw words from one token up to another, spaces and line ends as one space. */
function sliceOf(text: string, tokens: readonly Token[], from: number, to: number): string {
  const first = tokens[Math.max(0, from)]
  const last = tokens[Math.min(to, tokens.length) - 1]
  return first && last && last.to > first.from && to > from ? text.slice(first.from, last.to).replace(/\s+/g, ' ') : ''
}

/** Tells lines of offsets that only go forward. */
function lineCounter(text: string): (offset: number) => number {
  let [line, at] = [1, text.indexOf('\n')]
  return offset => {
    while (at >= 0 && at < offset) {
      line++
      at = text.indexOf('\n', at + 1)
    }
    return line
  }
}
