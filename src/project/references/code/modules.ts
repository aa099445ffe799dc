import { groupsBy } from '../../../groups.ts'
import { readJavaScript } from './javascript.ts'
import type { Call, Module } from './module.ts'
import type { Worked } from './parse.ts'
import { readPython } from './python.ts'
import type { Modules } from './resolve.ts'

/** The files of code of a project by path, parsed when they are asked for. */
export interface ProjectModules extends Modules {
  get(path: string): Module | null
}

/** what an import may leave out of a path */
const ENDINGS = [
  '',
  '.ts',
  '.tsx',
  '.js',
  '.mjs',
  '.jsx',
  '.cjs',
  '.mts',
  '/index.ts',
  '/index.tsx',
  '/index.js',
  '/index.mjs',
]

/**
 * Modules over texts that are there; `parsed` are those whose calls are known.
 * @param told of each file that is parsed, and of each that is too much to parse
 */
export function modulesOf(
  texts: ReadonlyMap<string, string>,
  parsed: readonly string[],
  told: { readonly parses: (path: string) => void; readonly leaves: (path: string) => void },
  worked: Worked,
): ProjectModules {
  const ready = new Map<string, Module | null>()
  const get = (path: string): Module | null => {
    const known = ready.get(path)
    if (known !== undefined) return known
    const content = texts.get(path)
    if (content === undefined) return null
    // one that cannot be parsed is not tried again
    ready.set(path, null)
    told.parses(path)
    const module = parse(path, content, worked)
    if (module === null) told.leaves(path)
    ready.set(path, module)
    return module
  }
  const find = (from: Module, spelled: string): Module | null => {
    const path = (isPython(from.path) ? pythonPaths : scriptPaths)(from.path, spelled).find(one => texts.has(one))
    return path === undefined ? null : get(path)
  }
  let calls: Map<string, { module: Module; call: Call }[]> | undefined
  const callsOf = (module: Module, name: string) => {
    calls ??= groupsBy(
      parsed.flatMap(path => get(path) ?? []).flatMap(module => module.calls.map(call => ({ module, call }))),
      ({ call }) => call.path.at(-1) ?? '',
    )
    return (calls.get(name) ?? []).filter(({ module: from, call }) => {
      if (from === module) return true
      const imported = from.imports.get(call.path[0] ?? '')
      return imported !== undefined && find(from, imported.from) === module
    })
  }
  return { get, find, callsOf }
}

const isPython = (path: string) => /\.(?:pyi?|ipynb)$/.test(path)

function parse(path: string, content: string, worked: Worked): Module | null {
  try {
    return isPython(path) ? readPython(path, content, worked) : readJavaScript(path, content, worked)
  } catch (error) {
    // nested so deep that the stack came to its end
    if (error instanceof RangeError) return null
    throw error
  }
}

const folderOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/')))

/** Where `a.b` or `..b` may lie: beside the file that imports it, or beside a folder above it. */
function pythonPaths(from: string, spelled: string): string[] {
  const dots = /^\.*/.exec(spelled)?.[0].length ?? 0
  const steps = spelled.slice(dots).replaceAll('.', '/')
  const under = (folder: string) => {
    const base = [folder, steps].filter(step => step !== '').join('/')
    return [`${base}.py`, `${base}/__init__.py`]
  }
  let folder = folderOf(from)
  if (dots > 0) {
    for (let up = 1; up < dots; up++) folder = folderOf(folder)
    return under(folder)
  }
  const paths = under(folder)
  while (folder !== '') {
    folder = folderOf(folder)
    paths.push(...under(folder))
  }
  return [...paths, ...under('src')]
}

function scriptPaths(from: string, spelled: string): string[] {
  const alias = /^[@~]\/(.*)$/.exec(spelled)?.[1]
  const bases = alias
    ? [alias, `src/${alias}`, `app/${alias}`]
    : spelled.startsWith('.')
      ? [joined(folderOf(from), spelled)]
      : []
  return bases.flatMap(base => [
    ...ENDINGS.map(ending => base + ending),
    base.replace(/\.m?js$/, '.ts'),
    base.replace(/\.jsx?$/, '.tsx'),
  ])
}

function joined(folder: string, spelled: string): string {
  const steps = folder === '' ? [] : folder.split('/')
  for (const step of spelled.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}
