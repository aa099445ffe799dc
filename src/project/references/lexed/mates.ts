import type { Loaders } from '../../../knowledge/loaders.ts'
import { isPlainId, type Named } from '../names.ts'
import type { Role } from '../reference.ts'
import type { Tree } from './context.ts'

/** A name that a token gives, and what it is there for. */
export interface FoundName {
  readonly of: 'model' | 'dataset'
  readonly named: Named
  readonly via: string
  readonly role: Role
}

/** Ids that stand in a list with one that is a model, or are given to a name on the next line: they are models, too. */
export function matesOf(
  { tokens, textAt, openOf }: Tree,
  found: ReadonlyMap<number, FoundName>,
  loaders: Loaders,
): number[] {
  const lists = new Set<number>()
  const lines = new Set<number>()
  const standsIn = (at: number) => {
    const [before = '', after = ''] = [textAt(at - 1), textAt(at + 1)]
    return { list: /^[[({,]$/.test(before) && /^[\])},]$/.test(after), given: before === '=' }
  }
  for (const [at, { named, of, role }] of found) {
    if (of !== 'model' || role !== 'use' || named.host !== 'hub') continue
    const { list, given } = standsIn(at)
    if (list) lists.add(openOf(at))
    if (given) for (const near of [-1, 1]) lines.add((tokens[at]?.line ?? 0) + near)
  }
  if (lists.size === 0 && lines.size === 0) return []
  return [...tokens.keys()].filter(at => {
    const token = tokens[at]
    if (token?.is !== 'text' || found.has(at)) return false
    const { list, given } = standsIn(at)
    const near = (list && lists.has(openOf(at))) || (given && lines.has(token.line))
    return near && isPlainId(token.text, loaders)
  })
}
