import { groupsBy } from '@unwash/core/groups'
import type { CodeLanguage, CodeString } from '@unwash/core/knowledge/code-languages'
import { once } from '@unwash/core/once'

const WORD = new Uint8Array(128)
for (const character of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$')
  WORD[character.charCodeAt(0)] = 1

/** Whether a character is one of words; all that are not ASCII are. */
const isWord = (code: number): boolean => code > 127 || WORD[code] === 1

/** A piece of source text: a word, a string without its quotes, or a sign. Comments and spaces are left out. */
export interface CodeToken {
  readonly is: 'word' | 'text' | 'sign'
  readonly text: string
  readonly line: number
  readonly start: number
  /** a string with something in it that is told only while it runs, written `{}` */
  readonly holes: boolean
}

const LONGEST_HOLE = 2_000
const LONGEST_MARK = 17
/** what stands in the place of a hole */
export const HOLE = '{}'

interface Rules {
  /** by the code of the first character */
  readonly comments: ReadonlyMap<number, readonly { opens: string; closes: string | null }[]>
  readonly strings: ReadonlyMap<number, readonly CodeString[]>
}

const SIGNS = ['===', '!==', '==', '!=', '=>', '->', ':=', '::', '<-', '?.', '??', '+=', '|>', '<>']
const LONG: ReadonlyMap<number, readonly string[]> = groupsBy(SIGNS, sign => sign.charCodeAt(0))
const SHORT = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code))

/** The tokens of a source text, in one pass: what does not end is read as signs, and is looked for no more. */
export function lex(content: string, language: CodeLanguage): CodeToken[] {
  const { comments, strings } = rulesOf(language)
  const tokens: CodeToken[] = []
  const endless = new Set<object>()
  const dead: Dead = new Map()
  const { length } = content
  let line = 1
  let at = 0
  const advance = (to: number) => {
    for (; at < to; at++) if (content.charCodeAt(at) === 10) line += 1
  }
  while (at < length) {
    const code = content.charCodeAt(at)
    if (isWord(code)) {
      let end = at + 1
      while (end < length && isWord(content.charCodeAt(end))) end += 1
      tokens.push({ is: 'word', text: content.slice(at, end), line, start: at, holes: false })
      at = end
      continue
    }
    const comment = comments.get(code)?.find(one => !endless.has(one) && content.startsWith(one.opens, at))
    if (comment) {
      const end = endOfComment(content, at, comment, language.nested === true)
      if (end === null) endless.add(comment)
      else {
        advance(end)
        continue
      }
    }
    if (code === 10) line += 1
    if (code <= 32) {
      at += 1
      continue
    }
    if (code === 39 && language.characters) {
      at = endOfCharacter(content, at)
      continue
    }
    let string: ReadString | null = null
    for (const rule of strings.get(code) ?? []) string ??= readString(content, at, rule, dead)
    if (string) {
      while ((tokens.at(-1)?.start ?? -1) >= string.from) tokens.pop()
      for (const { text, offset } of string.texts) {
        advance(offset)
        tokens.push({ is: 'text', text, line, start: string.from, holes: string.holes })
      }
      advance(string.end)
      continue
    }
    const long = LONG.get(code)?.find(one => content.startsWith(one, at))
    const text = long ?? SHORT[code] ?? content.charAt(at)
    tokens.push({ is: 'sign', text, line, start: at, holes: false })
    at += text.length
  }
  return tokens
}

interface ReadString {
  readonly from: number
  readonly end: number
  readonly texts: readonly { readonly text: string; readonly offset: number }[]
  readonly holes: boolean
}

/** by what ends a string: up to where none of it does, so that nothing is looked through twice */
type Dead = Map<string, number>

function readString(content: string, at: number, rule: CodeString, dead: Dead): ReadString | null {
  if (!content.startsWith(rule.opens, at)) return null
  let from = at
  let fence = ''
  if (rule.fence) {
    while (content[from - 1] === rule.fence && from > at - 32) from -= 1
    fence = content.slice(from, at)
  }
  if (rule.prefix) {
    if (!content.endsWith(rule.prefix, from) && !content.startsWith(rule.prefix, from - rule.prefix.length)) return null
    from -= rule.prefix.length
    if (/\w/.test(rule.prefix) && from > 0 && isWord(content.charCodeAt(from - 1))) return null
  } else if (rule.fence && fence === '') return null
  let begin = at + rule.opens.length
  let closes = (rule.closes ?? rule.opens) + fence
  if (rule.until) {
    const mark = content.slice(begin, begin + LONGEST_MARK).indexOf(rule.until)
    if (mark < 0) return null
    closes = `)${content.slice(begin, begin + mark)}${closes}`
    begin += mark + 1
  }
  const key = `${rule.opens} ${rule.lines ?? ''} ${closes}`
  if ((dead.get(key) ?? 0) > at) return null
  const close = closes.charCodeAt(0)
  const skips = rule.escape?.charCodeAt(0)
  const parts: string[] = []
  let since = begin
  for (let next = begin; next < content.length; next++) {
    const code = content.charCodeAt(next)
    if (code === 10 && !rule.lines) {
      dead.set(key, next)
      return null
    }
    if (rule.holes && content.startsWith(rule.holes[0], next)) {
      const end = endOfHole(content, next + rule.holes[0].length, rule.holes)
      if (end !== null) {
        parts.push(content.slice(since, next), HOLE)
        since = end
        next = end - 1
        continue
      }
    }
    if (code === skips) next += 1
    else if (code === close && content.startsWith(closes, next)) {
      const end = next + closes.length
      if (rule.doubled && content.startsWith(closes, end)) next = end + closes.length - 1
      else {
        const text = parts.join('') + content.slice(since, next)
        const texts = rule.words
          ? [...text.matchAll(/\S+/g)].map(match => ({ text: match[0], offset: begin + match.index }))
          : [{ text, offset: at }]
        return { from, end, texts, holes: parts.length > 0 }
      }
    }
  }
  dead.set(key, content.length)
  return null
}

function endOfHole(content: string, from: number, [opens, closes]: readonly [string, string]): number | null {
  const open = opens.at(-1)
  let depth = 1
  const last = Math.min(content.length, from + LONGEST_HOLE)
  for (let at = from; at < last; at++) {
    const one = content[at]
    if (one === '\n') return null
    if (one === open) depth += 1
    else if (one === closes && --depth === 0) return at + 1
  }
  return null
}

/** Behind a comment; null where it does not end. A line's ends before the line does. */
function endOfComment(
  content: string,
  at: number,
  { opens, closes }: { opens: string; closes: string | null },
  nested: boolean,
): number | null {
  if (closes === null) {
    const end = content.indexOf('\n', at)
    return end < 0 ? content.length : end
  }
  let depth = 1
  for (let next = at + opens.length; next < content.length; next++) {
    if (content.startsWith(closes, next)) {
      next += closes.length - 1
      if (--depth === 0) return next + 1
    } else if (nested && content.startsWith(opens, next)) {
      depth += 1
      next += opens.length - 1
    } else if (!nested) {
      const end = content.indexOf(closes, next)
      return end < 0 ? null : end + closes.length
    }
  }
  return null
}

function endOfCharacter(content: string, at: number): number {
  if (content[at + 1] === '\\') {
    const end = content.indexOf("'", at + 3)
    return end > 0 && end < at + 14 ? end + 1 : at + 1
  }
  return content[at + 2] === "'" ? at + 3 : at + 1
}

const rulesOf = once((language: CodeLanguage): Rules => {
  const comments = new Map<number, { opens: string; closes: string | null }[]>()
  const strings = new Map<number, CodeString[]>()
  const put = <T>(map: Map<number, T[]>, opens: string, rule: T) => {
    const code = opens.charCodeAt(0)
    map.set(code, [...(map.get(code) ?? []), rule])
  }
  for (const rule of language.block ?? []) put(comments, rule.opens, rule)
  for (const opens of language.line ?? []) put(comments, opens, { opens, closes: null })
  for (const rule of language.strings ?? []) put(strings, rule.opens, rule)
  return { comments, strings }
})
