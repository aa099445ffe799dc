import { groupsBy } from '@unwash/core/groups'
import type { Knowledge } from '@unwash/core/knowledge/knowledge'
import type { Loaders } from '@unwash/core/knowledge/loaders'
import { once } from '@unwash/core/once'
import {
  argumentsOf,
  builtBy,
  callBefore,
  ENVIRONMENT,
  type GivenText,
  isPretrained,
  keysOf,
  type Load,
  type Loader,
  namesInArgument,
  type Stretch,
  unnamed,
} from './calls.ts'
import type { SyntaxTree } from './context.ts'
import { type CodeToken, HOLE } from './lexer.ts'

/** What the calls of one file load, and the texts that names are given in it. */
export interface Loads {
  readonly loads: readonly Load[]
  readonly given: ReadonlyMap<string, readonly GivenText[]>
  /** words that it takes from other files */
  readonly imports: ReadonlySet<string>
}

const loadersOf = once(({ calls, methods }: Loaders): ReadonlyMap<string, readonly Loader[]> => {
  const called = methods.flatMap(({ names, ...how }) => names.map((name): Loader => ({ ...how, name, of: 'model' })))
  return groupsBy([...called, ...calls], ({ name }) => name)
})

const SHORT = /^(?=.*\w)[\w./:@+{}$-]{1,160}$/
/** texts that one name is given; more are a list of data */
export const MOST_TEXTS = 200
const JOINS = /^[+/%.]$/
const FUNCTIONS = /^(?:def|function)$/
const MAKERS = /^(?:__init__|constructor)$/
/** what is called with the name of an option or of a variable, and what holds where it is not given */
const OPTIONS = /^(?:add_argument|option|argument)$/i
const NO_VALUE = /^(?:None|null|undefined)$/
/** what is called to hand on what it is given */
const WRAPS = /^(?:[fF]ield|Option|Argument|Parameter|Input|Var|mapped_column|Param|Setting|str|Path|cast)$/

/** Reads the calls of one file, and what is given to names in it. */
export function loadsIn(path: string, content: string, tree: SyntaxTree, { loaders }: Knowledge): Loads {
  const { tokens, matches, textAt } = tree
  const known = loadersOf(loaders)
  const imports = importsOf(tree)
  const all = [...imports]
  const imported = (library: string) =>
    imports.has(library) || all.some(name => name.startsWith(`${library}/`) || name.startsWith(`${library}.`))
  const given = new Map<string, GivenText[]>()
  const loads: Load[] = []
  /** by the name of a parameter: which argument of what it is */
  const parameters = new Map<string, string[]>()
  let made = ''

  /** A text with the names of what is put into it: `hedgerow/wren-{SIZE}`. */
  const wholeAt = (at: number): string => {
    const { text = '', start = 0, holes = false } = tokens[at] ?? {}
    if (!holes) return text
    const names = content.slice(start, start + 300).matchAll(/\$?\{([^{}]*)\}|\$\(([^()]*)\)/g)
    return text.replaceAll(HOLE, () => `{${names.next().value?.[1] ?? ''}}`)
  }
  const written = (at: number, fallback = false): GivenText => ({
    text: wholeAt(at),
    path,
    line: tokens[at]?.line ?? 1,
    fallback,
  })
  const give = (key: string, at: number, fallback: boolean) => {
    const same = given.get(key) ?? []
    if (same.length < MOST_TEXTS) given.set(key, [...same, written(at, fallback)])
  }

  function takeText(at: number): void {
    if (!SHORT.test(textAt(at)) || JOINS.test(textAt(at - 1))) return
    if (JOINS.test(textAt(at + 1))) return
    const call = callBefore(tree, at)
    const [name = '', before = ''] = call?.path ?? []
    const isAsked = ENVIRONMENT.test(name) || ENVIRONMENT.test(before)
    const option = tokens[(call?.open ?? -1) + 1]
    // the options of a command: `--model-name` is `model_name` in code
    if (OPTIONS.test(name) && option?.is === 'text') {
      if (textAt(at - 2) === 'default') give(option.text.replace(/^--/, '').replaceAll('-', '_'), at, true)
    } else if (isAsked || WRAPS.test(name)) {
      if (!isAsked || call?.argument !== 0) for (const key of keysOf(tree, call?.from ?? at)) give(key, at, isAsked)
    } else {
      const keys = keysOf(tree, at)
      if (call) for (const key of keys.length > 0 ? keys : [call.argument]) give(`${name}(${key}`, at, false)
      // what a loader is given by a keyword is no name's
      if (!(call && known.has(name))) for (const key of keys) give(key, at, false)
    }
  }

  function takeFunction(name: string, open: number): void {
    const list = argumentsOf(tree, open).map(({ key, from }) => key ?? textAt(from))
    const own = list[0] === 'self' || list[0] === 'cls' ? list.slice(1) : list
    const called = MAKERS.test(name) ? made : name
    for (const [index, parameter] of own.entries()) {
      const keys = parameters.get(parameter) ?? []
      if (keys.length < MOST_TEXTS) parameters.set(parameter, [...keys, `${called}(${index}`, `${called}(${parameter}`])
    }
  }

  function takeCall(at: number, all: readonly Loader[]): void {
    if (all.length === 0) return
    const open = at + 1
    const call = callBefore(tree, open + 1)
    if (call === null) return
    const before = call.path.slice(1).reverse().join('.')
    const loader = all.find(({ receiver, receivers, imports }) => {
      if (receiver !== undefined) return before === receiver || before.endsWith(`.${receiver}`)
      if (receivers) return receivers.some(word => call.path.slice(1).includes(word))
      return imports === undefined || imports.some(imported)
    })
    if (!loader) return
    const list = argumentsOf(tree, open)
    const [owner = ''] = call.path.slice(1)
    const kind = textAt(list.find(({ key }) => /^repo_?type$/i.test(key ?? ''))?.from ?? -1)
    // what is built from a configuration alone has no weights
    const bare = list.some(({ key, from }) => key === 'pretrained' && textAt(from) === 'False')
    if (bare || /Config$/.test(owner) || kind === 'space' || (loader.pretrained && !isPretrained(tree, list))) return
    const argument = nameIn(list, loader)
    const named = loader.revision ? list.find(({ key }) => key === loader.revision) : undefined
    const revision = named && tokens[named.from]?.is === 'text' ? wholeAt(named.from) : null
    const via = call.path.slice(0, 2).reverse().join('.')
    const line = tokens[at]?.line ?? 1
    if (argument && !NO_VALUE.test(textAt(argument.from))) {
      const of = kind === 'dataset' ? 'dataset' : loader.of
      loads.push({
        loader: { ...loader, of },
        via,
        path,
        line,
        revision,
        ...namesInArgument(tree, argument, written),
        keyed: argument.key !== null,
      })
      return
    }
    const own = loaders.defaults.find(one => one.call === loader.name && one.imports.some(imported))
    const task = own && nameIn(list, own)
    const spoken = task && tokens[task.from]?.is === 'text' && task.to === task.from + 1 ? wholeAt(task.from) : null
    const told = unnamed(tree, list, own, task ? { text: spoken ?? null } : null)
    if (told === null) return
    const texts = told.id === null ? [] : [{ text: told.id, path, line, fallback: false, why: told.why }]
    loads.push({ loader, via, path, line, revision, texts, keys: [], why: told.why, keyed: false })
  }

  function takeBuilt(at: number): void {
    const name = textAt(at)
    const host = builtBy(tree, name, argumentsOf(tree, at + 1), loaders, imported)
    if (host === null) return
    const line = tokens[at]?.line ?? 1
    const texts = [{ text: name, path, line, fallback: false }]
    const loader: Loader = { name, of: 'model', from: [], host }
    loads.push({ loader, via: name, path, line, revision: null, texts, keys: [], why: '', keyed: true })
  }

  function nameIn(list: readonly Stretch[], { from, at }: Pick<Loader, 'from' | 'at'>): Stretch | undefined {
    const inside = list.flatMap(one => (textAt(one.from) === '{' ? argumentsOf(tree, one.from) : []))
    const keyed = from.flatMap(wanted => [...list, ...inside].filter(({ key }) => key === wanted))[0]
    const placed = list.filter(({ key, from }) => key === null && textAt(from) !== '*')
    return keyed ?? (at === undefined ? undefined : placed[at])
  }

  for (const [at, { is, text }] of tokens.entries()) {
    if (is === 'text') takeText(at)
    if (is !== 'word') continue
    if (text === 'class') made = textAt(at + 1)
    if (textAt(at + 1) !== '(') continue
    const before = textAt(at - 1)
    const isMethod = tokens[(matches[at + 1] ?? -2) + 1]?.text === '{'
    if (FUNCTIONS.test(before) || isMethod) takeFunction(text, at + 1)
    else if (before !== 'class') {
      takeCall(at, known.get(text) ?? [])
      takeBuilt(at)
    }
  }
  return {
    given,
    imports,
    loads: loads.map(load => {
      const [key] = load.keys
      const name = key?.slice(key.lastIndexOf('.') + 1) ?? ''
      const own = parameters.get(name)
      return key === undefined || own === undefined
        ? load
        : { ...load, keys: [key, ...own], why: `its name comes from an argument (${name})` }
    }),
  }
}

const MOST_WORDS = 200

/** The words of a file that say what it takes from others. */
function importsOf({ tokens, matches }: SyntaxTree): ReadonlySet<string> {
  const words = new Set<string>()
  for (let at = 0; at < tokens.length; at++) {
    const { is, text, line } = tokens[at] as CodeToken
    if (is !== 'word' || !/^(?:import|from|require)$/.test(text)) continue
    const open = tokens[at + 1]?.is === 'sign' ? at + 1 : at + 2
    const close = Math.min(matches[open] ?? at, at + MOST_WORDS)
    for (let next = at; next <= close || tokens[next]?.line === line; next++) {
      const token = tokens[next]
      if (token && token.is !== 'sign') words.add(token.text)
    }
  }
  return words
}
