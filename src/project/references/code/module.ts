import type { Lazy } from './value.ts'

/** A file of code as far as names of models can be followed in it: what is called, and what names are bound to. */
export interface Module {
  readonly path: string
  readonly root: Scope
  readonly calls: readonly Call[]
  /** by the name it has here */
  readonly imports: ReadonlyMap<string, Imported>
  /** defaults of command line options, by the name their value has in code */
  readonly options: ReadonlyMap<string, Lazy | null>
  /** classes and functions, by name; of several with the same name the first */
  readonly definitions: ReadonlyMap<string, Scope>
  /** functions that make instances, by their class */
  readonly makers: ReadonlyMap<Scope, Scope>
}

/** Where an imported name comes from; `name` is null where it is the module itself. */
export interface Imported {
  readonly from: string
  readonly name: string | null
}

export interface Scope {
  readonly kind: 'module' | 'class' | 'function'
  readonly name: string
  readonly parent: Scope | null
  readonly bindings: Map<string, Lazy[]>
  readonly parameters: Map<string, { readonly index: number; readonly fallback: Lazy | null }>
}

export interface Call {
  /** the callee's words: `AutoModel.from_pretrained` is two */
  readonly path: readonly string[]
  readonly arguments: readonly Argument[]
  readonly line: number
  readonly scope: Scope
}

export interface Argument {
  /** null where it is given by position */
  readonly name: string | null
  readonly value: Lazy
}

/** An empty scope inside another. */
export const scopeOf = (kind: Scope['kind'], name: string, parent: Scope | null): Scope => ({
  kind,
  name,
  parent,
  bindings: new Map(),
  parameters: new Map(),
})

/** Binds a name to one more value. */
export function bind(scope: Scope, name: string, value: Lazy): void {
  const same = scope.bindings.get(name)
  if (same) same.push(value)
  else scope.bindings.set(name, [value])
}

/** The class around a scope, for what is bound to the instance. */
export function classAround(scope: Scope): Scope | null {
  for (let at: Scope | null = scope; at; at = at.parent) if (at.kind === 'class') return at
  return null
}
