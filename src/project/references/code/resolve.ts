import { once } from '../../../once.ts'
import { type Call, classAround, type Module, type Scope } from './module.ts'
import { all, asDefault, because, bindingOf, entryOf, joined, MOST, nothing, type Resolved } from './resolved.ts'
import { evaluated, type Lazy, type Value } from './value.ts'

/** The modules of a project, by where an import leads. */
export interface Modules {
  find(from: Module, spelled: string): Module | null
  /** calls of a function by its name, in its module and in those that import it */
  callsOf(module: Module, name: string): readonly { readonly module: Module; readonly call: Call }[]
}

/** longer than any chain of names a person writes; stops cycles that were not noticed */
const STEPS = 24
/** names followed for one value; a variable that is put together of itself many times has no end of ways */
const WORK = 500
/** parts of expressions looked at for one value */
const PARTS = 5_000

/** Follows a value through the names of a project. Cycles end in "not to be told". */
export function resolve(value: Value, scope: Scope, module: Module, modules: Modules): Resolved {
  return follower(module, modules, { seen: new Set(), left: WORK, parts: PARTS }).value(value, scope, 0)
}

/** The classes of a module that have a field, by its name. */
const fieldsOf = once((module: Module): ReadonlyMap<string, readonly Scope[]> => {
  const fields = new Map<string, Scope[]>()
  for (const scope of module.definitions.values())
    if (scope.kind === 'class')
      for (const name of scope.bindings.keys()) fields.set(name, [...(fields.get(name) ?? []).slice(0, 1), scope])
  return fields
})

interface Follower {
  value(value: Value, scope: Scope, steps: number): Resolved
}

/** What is on the way, to notice cycles, and how many names and parts may still be looked at. */
interface Trail {
  readonly seen: Set<unknown>
  left: number
  parts: number
}

function follower(module: Module, modules: Modules, trail: Trail): Follower {
  const { seen } = trail
  const elsewhere = (other: Module) => follower(other, modules, trail)
  const follow = (lazy: Lazy, scope: Scope, steps: number): Resolved => {
    if (trail.left <= 0) return nothing
    trail.left -= 1
    if (seen.has(lazy)) return nothing
    seen.add(lazy)
    const resolved = value(evaluated(lazy), scope, steps + 1)
    seen.delete(lazy)
    return resolved
  }

  /** Several ways to one name, as many as are of use. */
  function each<T>(ways: readonly T[], read: (way: T) => Resolved): Resolved {
    const found: Resolved[] = []
    let texts = 0
    for (const way of ways) {
      if (texts >= MOST || trail.left <= 0 || trail.parts <= 0) break
      const one = read(way)
      texts += one.texts.length
      found.push(one)
    }
    return all(found)
  }

  function value(given: Value, scope: Scope, steps: number): Resolved {
    if (steps > STEPS) return because('it is put together over too many steps')
    if (trail.parts <= 0) return nothing
    trail.parts -= 1
    switch (given.is) {
      case 'text':
        return { texts: [{ text: given.text, path: module.path, line: given.line, fallback: false }], why: [] }
      case 'either':
      case 'list':
        return each(given.values, one => value(one, scope, steps + 1))
      case 'joined':
        return joined(given.parts.map(part => value(part, scope, steps + 1)))
      case 'environment': {
        const fallback = given.fallback ? asDefault(value(given.fallback, scope, steps + 1)) : nothing
        return fallback.texts.length > 0
          ? fallback
          : because(`its name comes from the environment (${given.name || 'a variable'})`)
      }
      case 'name':
        return name(given.path, scope, steps)
      case 'call':
        return because(`its name is made by ${given.path.join('.')}()`)
      case 'entries':
      case 'nothing':
        return nothing
      case 'unknown':
        return because('its name is put together while the program runs')
    }
  }

  function name(path: readonly string[], scope: Scope, steps: number): Resolved {
    const [first, ...rest] = path
    if (!first) return nothing
    if (rest.length === 0) return variable(first, scope, steps)
    return attribute(path, scope, steps)
  }

  function variable(wanted: string, scope: Scope, steps: number): Resolved {
    for (let at: Scope | null = scope; at; at = at.parent) {
      // the names of a class are not seen from its functions
      if (at.kind === 'class' && at !== scope) continue
      const bound = at.bindings.get(wanted)
      const parameter = at.parameters.get(wanted)
      if (bound || parameter) {
        const here = at
        const found = each(bound ?? [], lazy => follow(lazy, here, steps))
        return parameter ? all([found, fromCaller(wanted, parameter, here, steps)]) : found
      }
    }
    const imported = module.imports.get(wanted)
    if (imported?.name) {
      const other = modules.find(module, imported.from)
      if (other) return elsewhere(other).value({ is: 'name', path: [imported.name], line: 1 }, other.root, steps + 1)
    }
    if (imported) return because(`its name comes from ${imported.from}, which is not in this project`)
    return because(`its name comes from "${wanted}", which is not defined here`)
  }

  function fromCaller(
    wanted: string,
    parameter: { readonly index: number; readonly fallback: Lazy | null },
    scope: Scope,
    steps: number,
  ): Resolved {
    const fallback = parameter.fallback ? asDefault(follow(parameter.fallback, scope, steps)) : nothing
    const called = scope.name === '__init__' || scope.name === 'constructor' ? (scope.parent?.name ?? '') : scope.name
    const given = called
      ? modules.callsOf(module, called).flatMap(({ module: from, call }) => {
          const positional = call.arguments.filter(one => one.name === null)
          const value = call.arguments.find(one => one.name === wanted)?.value ?? positional[parameter.index]?.value
          if (!value || seen.has(call) || trail.left <= 0) return []
          trail.left -= 1
          seen.add(call)
          const resolved = elsewhere(from).value(evaluated(value), call.scope, steps + 1)
          seen.delete(call)
          return [resolved]
        })
      : []
    const found = all([fallback, ...given])
    return found.texts.length > 0 ? found : because(`its name comes from an argument (${wanted})`)
  }

  function attribute(path: readonly string[], scope: Scope, steps: number): Resolved {
    const [first, second, ...rest] = path
    const last = path.at(-1)
    if (!first || !second || !last) return nothing
    const spelled = bindingOf(path.join('.'), scope)
    if (spelled) return each(spelled.bound, lazy => follow(lazy, spelled.scope, steps))
    if (first === 'self' || first === 'cls' || first === 'this') {
      const own = classAround(scope)
      const found = own ? field(own, second, steps) : null
      if (found && rest.length === 0) return found
    }
    const bound = bindingOf(first, scope)
    if (bound) {
      const entries = bound.bound.slice(0, WORK).map(evaluated)
      const inside = entries.flatMap(one => (one.is === 'entries' ? [entryOf(one, path.slice(1))] : []))
      const found = each(inside, one => (one ? value(one, bound.scope, steps + 1) : nothing))
      if (found.texts.length > 0) return found
      for (const made of entries) {
        const made_ = made.is === 'call' ? defined(made.path.at(-1) ?? '') : null
        const held = made_ ? made_.follower(made_.scope, last, steps) : null
        if (held && held.texts.length > 0) return held
      }
    }
    const imported = module.imports.get(first)
    if (imported) {
      const other =
        modules.find(
          module,
          imported.name && imported.from.endsWith('.')
            ? `${imported.from}${imported.name}`
            : imported.name
              ? `${imported.from}.${imported.name}`
              : imported.from,
        ) ?? null
      if (other && rest.length === 0)
        return elsewhere(other).value({ is: 'name', path: [second], line: 1 }, other.root, steps + 1)
      const from = imported.name ? modules.find(module, imported.from) : null
      if (from && imported.name)
        return elsewhere(from).value(
          { is: 'name', path: [imported.name, second, ...rest], line: 1 },
          from.root,
          steps + 1,
        )
    }
    const named = module.definitions.get(first)
    const ofClass = named && rest.length === 0 ? field(named, second, steps) : null
    if (ofClass && ofClass.texts.length > 0) return ofClass
    const option = module.options.get(last)
    if (option !== undefined) {
      const fallback = option ? asDefault(follow(option, module.root, steps)) : nothing
      return fallback.texts.length > 0
        ? fallback
        : because(`its name comes from the command line (--${last.replaceAll('_', '-')})`)
    }
    // settings that are passed around: a class here that has a field of this name
    const fields = fieldsOf(module).get(last) ?? []
    const [only] = fields
    const found = only && fields.length === 1 && first !== 'self' && first !== 'this' ? field(only, last, steps) : null
    if (found && found.texts.length > 0) return asDefault(found)
    const far = fieldElsewhere(last, steps)
    return far ?? because(`its name comes from ${path.join('.')}, which is set elsewhere`)
  }

  /** `config.model` where a class that is imported from this project has a field `model` */
  function fieldElsewhere(last: string, steps: number): Resolved | null {
    for (const [, { from, name: imported }] of [...module.imports].slice(0, 200)) {
      const other = imported ? modules.find(module, from) : null
      const there = imported ? other?.definitions.get(imported) : undefined
      if (!other || !there?.bindings.has(last)) continue
      const found = asDefault(elsewhereField(other, there, last, steps))
      if (found.texts.length > 0) return found
    }
    return null
  }

  const elsewhereField = (other: Module, scope: Scope, last: string, steps: number) =>
    each(scope.bindings.get(last) ?? [], lazy =>
      seen.has(lazy) ? nothing : elsewhere(other).value(evaluated(lazy), scope, steps + 1),
    )

  function defined(wanted: string) {
    const here = module.definitions.get(wanted)
    if (here) return { scope: here, follower: field }
    const imported = module.imports.get(wanted)
    const other = imported?.name ? modules.find(module, imported.from) : null
    const there = imported?.name ? other?.definitions.get(imported.name) : undefined
    return other && there
      ? {
          scope: there,
          follower: (scope: Scope, last: string, steps: number) => elsewhereField(other, scope, last, steps),
        }
      : null
  }

  function field(scope: Scope, wanted: string, steps: number): Resolved | null {
    const bound = scope.bindings.get(wanted)
    if (bound) {
      // `self.model = model` is bound in the class and read in the function that took the parameter
      return each(bound, lazy => follow(lazy, module.makers.get(scope) ?? scope, steps))
    }
    const parameter = scope.parameters.get(wanted)
    return parameter?.fallback ? asDefault(follow(parameter.fallback, scope, steps)) : null
  }

  return { value }
}
