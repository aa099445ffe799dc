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
export function argumentsOf({ tokens, textAt, partnerOf }: Tree, open: number): Stretch[] {
  const close = partnerOf(open)
  const all: Stretch[] = []
  for (let from = open + 1, at = from; at <= close && all.length < LONGEST_LIST; at++) {
    const match = partnerOf(at)
    if (match > at) at = match
    if (at !== close && textAt(at) !== ',') continue
    const isKeyed = tokens[from]?.is !== 'sign' && /^[:=]$/.test(textAt(from + 1)) && from + 2 < at
    const isShort = textAt(open) === '{' && at === from + 1
    if (from < at)
      all.push({
        key: isKeyed || isShort ? textAt(from) : null,
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
  const open = tree.openOf(at)
  if (tree.textAt(open) !== '(' || at - open > FURTHEST) return null
  const { path, from } = pathBefore(tree, open)
  return path.length === 0 ? null : { path, from, open, argument: argumentAt(tree, open, at) }
}

/** The key that a value is given to, perhaps as one of two: `key = other or value`. */
export function keysOf(tree: Tree, at: number): string[] {
  const { tokens, textAt, partnerOf } = tree
  let line = tokens[at]?.line ?? 1
  for (let back = at - 1; back >= Math.max(0, at - FURTHEST); back--) {
    const { is, text, line: on } = tokens[back] as Token
    const match = partnerOf(back)
    // a line goes on behind what wants more
    if (on < line && !(is === 'sign' && /^(?:[(=|:\\]|:=|\?\?|=>)$/.test(text))) break
    line = on
    if (match >= 0 && match < back) back = match
    else if (is === 'sign' && GIVES.has(text)) return keysBefore(tree, back + 1)
    else if (/^[;,{[]$/.test(text)) break
    // what is called makes a value of its own
    else if (text === '(' && tokens[back - 1]?.is === 'word' && !KEYWORDS.has(textAt(back - 1))) break
  }
  return []
}
