import type { Tree } from './context.ts'
import type { Token } from './lexer.ts'

/** Whether a string is what something is compared with, and no value; of a type it is one of several that may be. */
export function comparedIn({ tokens, language, textAt }: Tree, at: number): 'code' | 'type' | null {
  const [before, after] = [textAt(at - 1), textAt(at + 1)]
  if (EQUALS.has(before) || EQUALS.has(after)) return 'code'
  if (!language.arrows && before !== '=' && isArm(tokens, at)) return 'code'
  for (let back = at - 1; back > at - 40 && back >= 0; back--) {
    const token = tokens[back]
    if (token?.text === 'case' || token?.text === 'when') return 'code'
    if (token?.is !== 'text' && !/^[,|]$/.test(token?.text ?? '')) break
  }
  return before === '|' || after === '|' ? 'type' : null
}

/** Whether an arrow follows, after others that it is for as well: `"a", "b" -> 1`. */
function isArm(tokens: readonly Token[], at: number): boolean {
  for (let next = at + 1; next < at + 40; next++) {
    const token = tokens[next]
    if (token?.text === '=>' || token?.text === '->') return true
    if (token?.is !== 'text' && !/^[,|]$/.test(token?.text ?? '')) return false
  }
  return false
}

const EQUALS = new Set(['===', '!==', '==', '!=', '~=', '=~', 'eq', 'is'])

/** Whether something is added to a string: it is no whole name then. */
export function isPart({ tokens, language, textAt }: Tree, at: number): boolean {
  const joins = (text: string | undefined) => text !== undefined && (language.joins ?? PLUS).includes(text)
  return joins(textAt(at - 1)) || joins(textAt(at + 1)) || tokens[at]?.holes === true
}

const PLUS: readonly string[] = ['+']
