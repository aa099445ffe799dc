import type { SyntaxNode } from '@lezer/common'
import type { Call, Imported, Module, Scope } from './module.ts'
import { type Lazy, UNKNOWN, type Value } from './value.ts'

/** A module while its text is read. */
export interface Building extends Module {
  readonly calls: Call[]
  readonly imports: Map<string, Imported>
  readonly options: Map<string, Lazy | null>
  readonly definitions: Map<string, Scope>
  readonly makers: Map<Scope, Scope>
}

/** A module of which nothing is read yet. */
export const buildingOf = (path: string, root: Scope): Building => ({
  path,
  root,
  calls: [],
  imports: new Map(),
  options: new Map(),
  definitions: new Map(),
  makers: new Map(),
})

/** The children of a node, without comments. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (!child.name.endsWith('Comment')) children.push(child)
  return children
}

/** What a name is in a loop over a value. */
export const eachOf = (value: Value): Value => (value.is === 'list' ? { is: 'either', values: value.values } : UNKNOWN)
