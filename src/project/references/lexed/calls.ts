import {
  type Around,
  argumentAt,
  FURTHEST,
  GIVES,
  KEYWORDS,
  keysBefore,
  LONGEST_LIST,
  pathBefore,
  type Tree,
} from './context.ts'
import type { Token } from './lexer.ts'

/** Some of the tokens, from one to before another, and the key they are given to between brackets. */
export interface Stretch {
  readonly key: string | null
  readonly from: number
  readonly to: number
}

/** What stands between the commas of a bracket. */
export function argumentsOf({ tokens, matches }: Tree, open: number): Stretch[] {
  const close = matches[open] ?? -1
  const all: Stretch[] = []
  for (let from = open + 1, at = from; at <= close && all.length < LONGEST_LIST; at++) {
    const match = matches[at] ?? -1
    if (match > at) at = match
    if (at !== close && tokens[at]?.text !== ',') continue
    const isKeyed = tokens[from]?.is !== 'sign' && /^[:=]$/.test(tokens[from + 1]?.text ?? '') && from + 2 < at
    const isShort = tokens[open]?.text === '{' && at === from + 1
    if (from < at)
      all.push({
        key: isKeyed || isShort ? (tokens[from]?.text ?? null) : null,
        from: isKeyed ? from + 2 : from,
        to: at,
      })
    from = at + 1
  }
  return all
}

/** The call that a token is an argument of: the words it is reached by, the last first, and where these begin. */
export function callBefore(
  tree: Tree,
  at: number,
): (Pick<Around, 'path' | 'argument'> & { from: number; open: number }) | null {
  const open = tree.opens[at] ?? -1
  if (tree.tokens[open]?.text !== '(' || at - open > FURTHEST) return null
  const { path, from } = pathBefore(tree, open)
  return path.length === 0 ? null : { path, from, open, argument: argumentAt(tree, open, at) }
}

/** The key that a value is given to, perhaps as one of two: `key = other or value`. */
export function keysOf(tree: Tree, at: number): string[] {
  const { tokens, matches } = tree
  let line = tokens[at]?.line ?? 1
  for (let back = at - 1; back >= Math.max(0, at - FURTHEST); back--) {
    const { is, text, line: on } = tokens[back] as Token
    const match = matches[back] ?? -1
    // a line goes on behind what wants more
    if (on < line && !(is === 'sign' && /^(?:[(=|:\\]|:=|\?\?|=>)$/.test(text))) break
    line = on
    if (match >= 0 && match < back) back = match
    else if (is === 'sign' && GIVES.has(text)) return keysBefore(tree, back + 1)
    else if (/^[;,{[]$/.test(text)) break
    // what is called makes a value of its own
    else if (text === '(' && tokens[back - 1]?.is === 'word' && !KEYWORDS.has(tokens[back - 1]?.text ?? '')) break
  }
  return []
}
