import { groupsBy } from '../../../groups.ts'
import { lazy } from '../../../once.ts'
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
const ENDINGS = ['ts', 'tsx', 'js', 'mjs', 'jsx', 'cjs', 'mts'].flatMap(end => [`.${end}`, `/index.${end}`])

/**
 * Modules over texts that are there.
 * @param told of each file that is parsed, and of each that is too much to parse
 */
export function modulesOf(
  texts: ReadonlyMap<string, string>,
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
  const importers = lazy(() =>
    groupsBy(
      [...texts].flatMap(([path, text]) => importedBy(path, text).map(stem => [stem, path] as const)),
      ([stem]) => stem,
    ),
  )
  const calls = new Map<string, { module: Module; call: Call }[]>()
  const callsOf = (module: Module, name: string) => {
    const key = `${module.path} ${name}`
    const known = calls.get(key)
    if (known) return known
    const near = [module.path, ...(importers().get(stemOf(module.path)) ?? []).map(([, path]) => path)]
    const found = [...new Set(near)]
      .flatMap(path => get(path) ?? [])
      .flatMap(from => from.calls.flatMap(call => (call.path.at(-1) === name ? [{ module: from, call }] : [])))
      .filter(({ module: from, call }) => {
        if (from === module) return true
        const imported = from.imports.get(call.path[0] ?? '')
        return imported !== undefined && find(from, imported.from) === module
      })
    calls.set(key, found)
    return found
  }
  return { get, find, callsOf }
}

const IMPORT = /(?:\b(?:from|import)|\brequire\()\s{0,8}["']?([\w@~][\w@~./-]{0,200}|\.[\w./-]{1,200})/g

/** What files are called that a text imports, without folders and endings. */
function importedBy(path: string, text: string): string[] {
  const stems = [...text.matchAll(IMPORT)].map(([, from = '']) =>
    isPython(path) ? from.slice(from.lastIndexOf('.') + 1) : stemOf(from),
  )
  return [...new Set(stems)]
}

/** What an import calls a file; one that stands for its folder has that one's name. */
function stemOf(path: string): string {
  const whole = path.replace(/\/(?:index|__init__)\.\w+$/, '')
  return whole.slice(whole.lastIndexOf('/') + 1).replace(/(?<=.)\.\w+$/, '')
}

const isPython = (path: string) => /\.(?:pyi?|ipynb)$/.test(path)

function parse(path: string, content: string, worked: Worked): Module | null {
  try {
    return isPython(path) ? readPython(path, content, worked) : readJavaScript(path, content, worked)
  } catch {
    // nested so deep that the stack came to its end, or a tree that its parser put together wrong
    return null
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
    base,
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
