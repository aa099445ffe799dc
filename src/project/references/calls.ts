import type { LoaderCall, Loaders } from '../../knowledge/loaders.ts'
import type { Argument, Call, Module } from './code/module.ts'
import { type Modules, resolve } from './code/resolve.ts'
import type { Resolved } from './code/resolved.ts'
import { evaluated } from './code/value.ts'
import { isPlainId } from './names.ts'

/** A call that loads a model or a data set, and what it comes to. */
export interface Loading {
  readonly call: Call
  readonly of: 'model' | 'dataset'
  readonly host: string | undefined
  readonly names: Resolved
  readonly revision: string | null
  /** the word that is called is a common one: what cannot be told is not worth telling */
  readonly common: boolean
  readonly via: string
}

/** The calls of a module that load models or data. */
export function loadingsIn(module: Module, modules: Modules, loaders: Loaders): Loading[] {
  return module.calls.flatMap(call => loadingOf(call, module, modules, loaders) ?? [])
}

type How = Pick<LoaderCall, 'from' | 'at' | 'host' | 'revision' | 'imports'> & { readonly of: 'model' | 'dataset' }

function loadingOf(call: Call, module: Module, modules: Modules, loaders: Loaders): Loading | null {
  const how = loaderOf(call, module, loaders)
  if (!how) return null
  const given = givenName(call, how)
  if (!given) return null
  const names = resolve(evaluated(given.value), call.scope, module, modules)
  const at = how.revision ? call.arguments.find(({ name }) => name === how.revision) : undefined
  const revision = at ? (resolve(evaluated(at.value), call.scope, module, modules).texts[0]?.text ?? null) : null
  return { call, of: how.of, host: how.host, names, revision, common: how.common, via: call.path.slice(-2).join('.') }
}

/** How a call gives its name: by keyword, or by position where it may. */
function givenName(call: Call, how: How): Argument | undefined {
  const keyword = how.from.flatMap(wanted => call.arguments.filter(({ name }) => name === wanted))[0]
  if (keyword || how.at === undefined) return keyword
  return call.arguments.filter(({ name }) => name === null)[how.at]
}

function loaderOf(call: Call, module: Module, loaders: Loaders): (How & { readonly common: boolean }) | null {
  const called = call.path.at(-1)
  if (!called) return null
  const before = call.path.slice(0, -1).join('.')
  const method = loaders.methods.find(
    one => one.names.includes(called) && (before === one.receiver || before.endsWith(`.${one.receiver}`)),
  )
  if (method)
    return {
      of: 'model',
      from: method.from,
      ...(method.at === undefined ? {} : { at: method.at }),
      ...(method.host ? { host: method.host } : {}),
      common: false,
    }
  const imported = module.imports.get(call.path[0] ?? '')
  const spelled = imported?.name && call.path.length === 1 ? imported.name : called
  for (const loader of loaders.calls) {
    if (loader.name !== spelled && loader.name !== called) continue
    if (loader.receivers && !loader.receivers.some(word => call.path.slice(0, -1).includes(word))) continue
    if (loader.imports) {
      const from = imported?.from ?? ''
      const known = loader.imports.some(
        library => from === library || from.startsWith(`${library}.`) || from.startsWith(`${library}/`),
      )
      const name = givenName(call, loader)
      const told = name && evaluated(name.value)
      const plain = told?.is === 'text' && isPlainId(told.text, loaders)
      if (!known && (imported || !plain)) continue
    }
    return { ...loader, common: loader.receivers !== undefined || loader.host === 'hosted' }
  }
  return null
}

/** Whether a data set's name is that of a loader of local files. */
export const isBuilder = (id: string, loaders: Loaders) => loaders.builders.includes(id)
