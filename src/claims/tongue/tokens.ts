/** `word?` and `(a|b)?` may be left out; in `source(d|s)?` only the ending may. */
export const isOptional = (token: string): boolean =>
  token.length > 1 &&
  /[^)][?]$|[)][?*]$/.test(token) &&
  (token.startsWith('(') ? groupEnd(token, 0) === token.length - 1 : !token.endsWith(')?'))

/** `!(a|b)`: none of these follows; `!<(a|b)`: none of these stands before. */
export const isDenial = (token: string): boolean => /^!<?\(/.test(token)

/** The elements of a pattern: groups, words with their endings, gaps and the marks of the sentence's ends. */
export function tokens(pattern: string, spaced: boolean): string[] {
  const found: string[] = []
  let at = 0
  while (at < pattern.length) {
    const char = pattern[at] ?? ''
    if (/\s/.test(char)) {
      at++
      continue
    }
    let end = at
    if (char === '(') {
      end = marked(pattern, groupEnd(pattern, at))
      // `(autoris|permis)(e|es)?`, `(surpass|exceed)~`: a group with an ending is a word
      while (spaced && /[(~]/.test(pattern[end] ?? ''))
        end = pattern[end] === '~' ? end + 1 : marked(pattern, groupEnd(pattern, end))
    } else if (char === '!' && /[(<]/.test(pattern[at + 1] ?? '')) {
      end = groupEnd(pattern, pattern.indexOf('(', at))
    } else if (char === '^' || char === '$' || char === '…') end++
    else if (pattern.startsWith('..', at)) end += 2
    else {
      while (end < pattern.length && !/[\s^$…]/.test(pattern[end] ?? '') && !pattern.startsWith('..', end)) {
        if (pattern[end] === '(') end = marked(pattern, groupEnd(pattern, end))
        else if (pattern[end++] === '?') break
      }
    }
    found.push(pattern.slice(at, Math.max(end, at + 1)))
    at = Math.max(end, at + 1)
  }
  return found
}

/** Behind the closing bracket of a group. */
export function groupEnd(pattern: string, from: number): number {
  let depth = 0
  let end = from
  do {
    if (pattern[end] === '(') depth++
    if (pattern[end] === ')') depth--
    end++
  } while (depth > 0 && end < pattern.length)
  return end
}

/** The same with the mark behind it. */
export const marked = (pattern: string, end: number) => (pattern[end] === '?' || pattern[end] === '*' ? end + 1 : end)

/** The alternatives of a group, without its brackets. */
export function alternativesOf(body: string): readonly string[] {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at < body.length; at++) {
    if (body[at] === '(') depth++
    if (body[at] === ')') depth--
    if (body[at] === '|' && depth === 0) {
      parts.push(body.slice(from, at))
      from = at + 1
    }
  }
  parts.push(body.slice(from))
  return parts
}
