import type { CodeLanguage } from '@unwash/core/knowledge/code-languages'
import type { CodeToken } from './lexer.ts'

/** A name that stands around a string: the key it is given to, what is called with it, what it is listed in. */
export interface Around {
  readonly is: 'key' | 'call' | 'block'
  readonly name: string
  /** of a call: the words it is reached by, and which of its arguments is meant */
  readonly path: readonly string[]
  readonly argument: number
}

/** Tokens with their brackets matched, so that one can look outwards from any of them. */
export interface SyntaxTree {
  readonly tokens: readonly CodeToken[]
  readonly opens: Int32Array
  readonly matches: Int32Array
  readonly language: CodeLanguage
  /** the text of a token; empty where none is */
  textAt(at: number): string
  /** the bracket around a token, and the partner of a bracket; -1 where none is */
  openOf(at: number): number
  partnerOf(at: number): number
  /** the name of the file, without its ending */
  readonly file: string
  /** whether something with the name of a loader is in it, once that was asked */
  loads?: boolean
}

const DEEPEST_CONTEXT = 7
/** tokens that are looked back over */
export const FURTHEST = 60
/** tokens of the longest list */
export const LONGEST_LIST = 2_000

/** Matches the brackets of tokens; those that have no partner are passed over. */
export function treeOf(tokens: readonly CodeToken[], language: CodeLanguage, path: string): SyntaxTree {
  const opens = new Int32Array(tokens.length)
  const matches = new Int32Array(tokens.length).fill(-1)
  const stack: number[] = []
  for (let at = 0; at < tokens.length; at++) {
    const { is, text } = tokens[at] as CodeToken
    const sign = is === 'sign' ? text : ''
    if (sign === ')' || sign === ']' || sign === '}') {
      const open = stack.pop()
      if (open !== undefined) {
        matches[at] = open
        matches[open] = at
      }
    }
    opens[at] = stack.at(-1) ?? -1
    if (sign === '(' || sign === '[' || sign === '{') stack.push(at)
  }
  const [file = ''] = path.slice(path.lastIndexOf('/') + 1).split('.', 1)
  return {
    tokens,
    opens,
    matches,
    language,
    file,
    textAt: at => tokens[at]?.text ?? '',
    openOf: at => opens[at] ?? -1,
    partnerOf: at => matches[at] ?? -1,
  }
}

/** What stands around a token, from the inside out. */
export function aroundOf(tree: SyntaxTree, token: number): Around[] {
  const { tokens, textAt, openOf } = tree
  const around: Around[] = []
  let at = token
  // `{:hf, "a/b"}`, `pipeline(task, "a/b")`: what stands before it in a list says what it is
  const beside = textAt(at - 1) === ',' ? tokens[at - 2] : undefined
  const told = beside?.is === 'word' ? [{ is: 'block' as const, name: beside.text, path: [], argument: 0 }] : []
  // `settings.get("model", "wren-2")`: what holds where nothing else is given
  if (beside?.is === 'text' && GETS.test(textAt(openOf(at) - 1)))
    around.push({ is: 'key', name: beside.text, path: [], argument: 0 })
  for (let depth = 0; depth < DEEPEST_CONTEXT; depth++) {
    const keys = depth === 0 ? namesAround(tree, at) : keysBefore(tree, at)
    for (const name of keys) around.push({ is: 'key', name, path: [], argument: 0 })
    const open = openOf(at)
    if (open < 0) {
      for (const word of classBefore(tree, at)) around.push({ is: 'block', name: word, path: [], argument: 0 })
      break
    }
    const argument = textAt(open) === '(' ? argumentAt(tree, open, at) : 0
    const { path, from } = pathBefore(tree, open)
    const [name] = path
    if (name !== undefined) around.push({ is: textAt(open) === '{' ? 'block' : 'call', name, path, argument })
    if (textAt(open) === '{')
      for (const word of headBefore(tree, open)) around.push({ is: 'block', name: word, path: [], argument: 0 })
    if (depth === 0) around.push(...told)
    at = from
  }
  return around
}

/** The key of a value: of one of two, of what an option holds where not given, of a map with its name beside it. */
function namesAround(tree: SyntaxTree, token: number): string[] {
  const { tokens, matches, textAt, openOf } = tree
  const keys = keysBefore(tree, token)
  const [key = ''] = keys
  if (key === 'value' || key === 'default_value' || key === 'default_value_t') {
    const open = openOf(token)
    if (key === 'value') {
      const at = tokens.findIndex(
        ({ text }, next) => next > open && next < open + LONGEST_OPTION && /^name$/i.test(text),
      )
      if (open >= 0 && at > open && tokens[at + 2]?.is === 'text') keys.push(textAt(at + 2))
    } else {
      const next = tokens.slice((matches[open] ?? open) + 1, (matches[open] ?? open) + 6)
      keys.push(...next.flatMap(({ is, text }, at) => (is === 'word' && next[at + 1]?.text === ':' ? [text] : [])))
    }
  }
  const before = textAt(token - 1)
  if (keys.length > 0 || !/^(?:\||\?\??|or|:)$/.test(before)) return keys
  for (let back = token - 2; back > token - LONGEST_OPTION && tokens[back]?.line === tokens[token]?.line; back--) {
    const { is, text = '' } = tokens[back] ?? {}
    if (is === 'sign' && GIVES.has(text)) return [...keys, ...keysBefore(tree, back + 1)]
    if (is === 'word' && text.length > 2 && !KEYWORDS.has(text)) keys.push(text)
    if (/^[;,{}]$/.test(text)) break
  }
  return keys
}
const LONGEST_OPTION = 14

const GETS = /^(?:get|fetch|env|option|config|setting)|(?:get|fetch|env|or|default)$/i

/** Signs that give a name a value. */
export const GIVES = new Set(['=', ':', ':=', '<-', '=>', '+=', '->'])

/** The key that a value is given to: `key: value`, `Type key = value`, `key: Type = value`, `"key" => value`. */
export function keysBefore({ tokens, textAt }: SyntaxTree, at: number): string[] {
  const gives = tokens[at - 1]
  if (gives?.is !== 'sign' || !GIVES.has(gives.text)) return []
  const names: string[] = []
  for (let back = at - 2; back >= Math.max(0, at - 14); back--) {
    const token = tokens[back]
    if (!token) break
    if (token.is !== 'sign') {
      if (names.length === 0 || textAt(back + 1) === ':') names.push(token.text)
      if (token.line < gives.line - 1) break
    } else if (/^[;,{}()]$/.test(token.text)) break
  }
  return names
}

/** The words that reach what a bracket belongs to, the last first: `a.b(x).c(` is c, b, a; and where they begin. */
export function pathBefore(tree: SyntaxTree, open: number): { path: string[]; from: number } {
  const { tokens, textAt, partnerOf } = tree
  const path: string[] = []
  let from = open
  let at = open - 1
  for (let steps = 0; steps < FURTHEST && at >= 0; steps++) {
    const token = tokens[at]
    if (!token) break
    const joined = isJoin(textAt(at + 1)) || path.length === 0
    if (token.is === 'word' && joined && !KEYWORDS.has(token.text)) {
      path.push(token.text)
      from = at
      at -= 1
    } else if (token.is === 'word' && token.text === 'new' && isJoin(textAt(at - 1)) && joined) {
      path.push(token.text)
      from = at
      at -= 1
    } else if (token.is === 'word' && token.text === 'new') {
      from = at
      break
    } else if (isJoin(token.text)) at -= 1
    else if (/^[)\]>]$/.test(token.text) && (joined || isJoin(textAt(at + 1)))) {
      const opened = token.text === '>' ? angleBefore(tree, at) : partnerOf(at)
      if (opened < 0) break
      at = opened - 1
      // what a bracket belongs to stands right before it
      if (tokens[at]?.is === 'word' && !KEYWORDS.has(textAt(at))) {
        path.push(textAt(at))
        from = at
        at -= 1
      }
    } else if (/^[!?&*]$/.test(token.text) && path.length === 0) at -= 1
    else break
  }
  return { path, from }
}

/** Words that no name is. */
export const KEYWORDS = new Set('new return await in of if else let var const val do and'.split(' '))
const isJoin = (text: string | undefined) =>
  text === '.' || text === '::' || text === '?.' || text === '->' || text === '|>'

function angleBefore({ textAt }: SyntaxTree, at: number): number {
  let depth = 0
  for (let back = at; back > Math.max(0, at - 20); back--) {
    const text = textAt(back)
    if (text === '>') depth += 1
    else if (text === '<' && --depth === 0) return back
  }
  return -1
}

/** Words of what a block belongs to: `enum Models: String {`, `func modelName() -> String {`. */
function headBefore({ tokens, partnerOf }: SyntaxTree, open: number): string[] {
  const words: string[] = []
  for (let at = open - 1; at > open - 24 && at >= 0; at--) {
    const token = tokens[at]
    if (!token || /^[;{},]$/.test(token.text)) break
    if (token.text === ')' || token.text === ']') {
      const open = partnerOf(at)
      if (open >= 0) at = open
      continue
    }
    if (token.is === 'word') words.push(token.text)
    if (token.line < (tokens[open]?.line ?? 0) - 1) break
  }
  return words
}

/** Words of the class whose body is told by its indent: `class Models(str, Enum):`. */
function classBefore({ tokens, partnerOf }: SyntaxTree, at: number): string[] {
  for (let back = at - 1; back > Math.max(-1, at - LONGEST_CLASS); back--) {
    const { is, text } = tokens[back] as CodeToken
    const open = partnerOf(back)
    if (open >= 0 && open < back) back = open
    else if (is === 'word' && text === 'def') return []
    else if (is === 'word' && text === 'class') {
      const head = tokens.slice(back + 1, back + 24)
      const end = head.findIndex(one => one.text === ':' || one.text === '{')
      return head[end]?.text === ':' ? head.slice(0, end).flatMap(one => (one.is === 'word' ? [one.text] : [])) : []
    }
  }
  return []
}
const LONGEST_CLASS = 400

/** How many commas stand before, between brackets. */
export function argumentAt({ textAt, partnerOf }: SyntaxTree, open: number, at: number): number {
  let commas = 0
  for (let back = at - 1, steps = 0; back > open && steps < LONGEST_LIST; back--, steps++) {
    const match = partnerOf(back)
    if (match >= 0 && match < back) back = match
    else if (textAt(back) === ',') commas += 1
  }
  return commas
}
