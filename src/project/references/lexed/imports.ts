import type { Tree } from './context.ts'
import type { Token } from './lexer.ts'

/** words of one list of names that are taken from elsewhere */
const MOST = 200

/** The words of a file that say what it takes from others. */
export function importsOf({ tokens, matches }: Tree): ReadonlySet<string> {
  const words = new Set<string>()
  for (let at = 0; at < tokens.length; at++) {
    const { is, text, line } = tokens[at] as Token
    if (is !== 'word' || !/^(?:import|from|require)$/.test(text)) continue
    const open = tokens[at + 1]?.is === 'sign' ? at + 1 : at + 2
    const close = Math.min(matches[open] ?? at, at + MOST)
    for (let next = at; next <= close || tokens[next]?.line === line; next++) {
      const token = tokens[next]
      if (token && token.is !== 'sign') words.add(token.text)
    }
  }
  return words
}
