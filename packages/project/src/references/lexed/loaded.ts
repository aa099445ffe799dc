import { citeLines } from '@unwash/core/documents/cite'
import { groupsBy } from '@unwash/core/groups'
import type { Knowledge } from '@unwash/core/knowledge/knowledge'
import type { LoaderCall, Loaders } from '@unwash/core/knowledge/loaders'
import { findModel } from '@unwash/core/names/models'
import { once } from '@unwash/core/once'
import type { Cited } from '@unwash/core/report/report'
import { plainName, whatKeyNames } from '../keys.ts'
import { hostedName, isBuilder, isFile, isPlainId, NO_WEIGHTS, readName } from '../names.ts'
import { type Reference, referenceTo, untold } from '../reference.ts'
import type { GivenText } from './calls.ts'
import { argumentsOf, callBefore } from './calls.ts'
import { GIVES, type SyntaxTree } from './context.ts'
import type { CodeToken } from './lexer.ts'
import { type Loads, MOST_TEXTS } from './loads.ts'

/** a name that is given more in other files is a common word */
const MOST_ELSEWHERE = 8

/** what the options of a command are kept in */
const ASKED = /^(?:args|opts?|options|flags|FLAGS)\./

const isArgument = (key: string) => key.includes('(')

/** What the names of a code base are given, by the file and in all of them. */
export function givenIn(files: readonly Loads[]): ReadonlyMap<string, readonly GivenText[]> {
  const all = new Map<string, GivenText[]>()
  for (const { given } of files)
    for (const [key, texts] of given) {
      const same = all.get(key) ?? []
      if (same.length < MOST_TEXTS) all.set(key, [...same, ...texts])
    }
  return all
}

/** The references of the calls of one file; names are looked up in it, and else in the whole code base. */
export function loadedReferences(
  { loads, given, imports }: Loads,
  everywhere: ReadonlyMap<string, readonly GivenText[]>,
  linesOf: (path: string) => readonly string[],
  knowledge: Knowledge,
): Reference[] {
  const { loaders } = knowledge
  const told = new Set<string>()
  const references: Reference[] = []
  const here = ({ path, line }: Pick<GivenText, 'path' | 'line'>) => citeLines(path, linesOf(path), line)
  /** What a name is given here, or where it is taken from. */
  const lookUp = (path: string): readonly GivenText[] => {
    const key = path.slice(path.lastIndexOf('.') + 1)
    const own = given.get(key)
    // what a command is given has no value in code but its default
    if (own !== undefined) return ASKED.test(path) ? own.filter(({ fallback }) => fallback) : own
    if (isArgument(key)) return everywhere.get(key) ?? []
    const all = key !== path || imports.has(key) ? (everywhere.get(key) ?? []) : []
    return all.length > MOST_ELSEWHERE ? [] : all
  }
  /** With what is put into a text filled in, where that is told. */
  const filled = (one: GivenText): GivenText[] => {
    const text = one.text.replaceAll(/\{([\w.]+)\}/g, (hole, name: string) => {
      const [value, ...more] = new Set(lookUp(name).map(({ text }) => text))
      return value === undefined || more.length > 0 ? hole : value
    })
    return /[{}$]/.test(text) ? [] : [{ ...one, text }]
  }
  for (const load of loads) {
    const { loader, via } = load
    const { of, host } = loader
    const followed = load.keys.flatMap(key =>
      lookUp(key)
        .flatMap(filled)
        .filter(({ text, path }) => path === load.path || isArgument(key) || isPlainId(text, loaders)),
    )
    const texts = [...load.texts.flatMap(filled), ...followed]
    let any = false
    for (const one of texts) {
      const named = readName(one.text, host, loaders)
      // a common word that is called with some bare name says nothing of a model unless the name is known
      const isHosted = host === 'hosted' && named?.host === 'hosted'
      if (!named || (isHosted && !hostedName(named.id, loaders) && !findModel(knowledge, named.id))) continue
      any = true
      if (of === 'dataset' && isBuilder(named.id, loaders)) continue
      const key = `${load.line} ${named.id}`
      if (told.has(key)) continue
      told.add(key)
      const isHere = one.path === load.path && one.line === load.line
      const cited: Cited = isHere ? [here(load)] : [here(load), here(one)]
      references.push(
        referenceTo(of, named, via, cited, {
          revision: load.revision ?? named.revision,
          fallback: one.fallback,
          why: one.why ?? null,
        }),
      )
    }
    // what says how a model is built is no model
    if (texts.length > 0 && texts.every(({ text }) => NO_WEIGHTS.test(text))) continue
    if (any || (!load.keyed && (loader.receivers !== undefined || host === 'hosted'))) continue
    const [first] = texts
    const why = first ? `"${first.text.slice(0, 60)}" is no name that is known here` : load.why
    references.push(untold(via, [here(load)], why, of, host))
  }
  return references
}

/** A place that asks for the name of a model, what holds where nothing is told there, and why no name is. */
export interface AskedPlace {
  readonly at: number
  readonly fallback: string | null
  readonly via: string
  readonly why: string
}

const FURTHEST_DEFAULT = 14
const ENVIRONMENT = /^(?:getenv|env|environ|environment|getenvironmentvariable|lookupenv|envvar|systemgetenv)$/
/** what reads a setting, and what settings are kept in */
const READS = /^(?:get|require|property|value|fetch|read)/
const KEPT = /^(?:config|configuration|settings|props|properties|cfg|options|conf)$/
/** `app.chat.model`, `OpenAI:Model` */
const SETTING = /^[A-Za-z][\w-]{0,60}(?:[.:][\w-]{1,60}){1,6}$/

const SINGLE = /^[\w-]+\.[\w-]+$/

/** Where a text is the name of a variable, a setting or an option that is asked for a model's name. */
export function askedAt(tree: SyntaxTree, at: number, { text }: CodeToken, loaders: Loaders): AskedPlace | null {
  if (text.length > 160) return null
  const { tokens, textAt } = tree
  const [, inner, own] = /^\$\{([\w.:-]{1,120}?)(?::([\w./:-]{0,120}))?\}$/.exec(text) ?? []
  const name = inner ?? text
  const last = name.slice(Math.max(name.lastIndexOf('.'), name.lastIndexOf(':')) + 1)
  if (whatKeyNames(last, loaders) !== 'model' || (SINGLE.test(text) && isFile(text, loaders))) return null
  const asked = (why: string, fallback: string | null = null): AskedPlace => ({ at, via: name, fallback, why })
  const call = callBefore(tree, at)
  const [called = '', before = ''] = (call?.path ?? []).map(plainName)
  const isFirst = call?.argument === 0
  const kept = textAt(at - 1) === '[' ? plainName(textAt(at - 2)) : null
  if (/^[A-Z][A-Z0-9_]{2,60}$/.test(text)) {
    const isAsked = call
      ? isFirst && (ENVIRONMENT.test(called) || ENVIRONMENT.test(before))
      : ENVIRONMENT.test(kept ?? '')
    return isAsked ? asked(`its name comes from the environment (${text})`, defaultBehind(tree, at)) : null
  }
  // a variable of Terraform without a default
  if (textAt(at - 1) === 'variable' && textAt(at + 1) === '{') {
    const body = tokens.slice(at + 2, tree.matches[at + 1])
    return body.some(one => one.text === 'default') ? null : asked(`its name is left to whoever runs it (${text})`)
  }
  // the flag of a command that holds nothing where it is not given
  if (isFirst && textAt(at + 1) === ',' && textAt(at + 2) === '' && call?.path.some(word => /flag/i.test(word)))
    return asked(`its name comes from an option (${text})`)
  if (!SETTING.test(name)) return null
  const isRead = kept === null ? isFirst && (READS.test(called) || inner !== undefined) : KEPT.test(kept)
  return isRead ? asked(`its name comes from a setting (${name})`, own || defaultBehind(tree, at)) : null
}

const defaultBehind = ({ tokens }: SyntaxTree, at: number): string | null =>
  tokens
    .slice(at + 1, at + FURTHEST_DEFAULT)
    .find(one => one.is === 'text' && one.line === tokens[at]?.line && one.text !== '')?.text ?? null

/** what only hands on what it is called on */
const HANDS =
  /^(?:clone|into|to_string|to_owned|as_str|as_ref|as_deref|c_str|unwrap|data|get|str|string|String|from|\d+)$/
const DEFINES = /^(?:fn|func|fun|def|function)$/
const ARGUMENTS_BESIDE = 8

/** Where a loader of the language is given what no name in the file is given to. */
export function givenUnknown(tree: SyntaxTree, found: Iterable<number>, loaders: Loaders): AskedPlace[] {
  const { tokens, language, textAt } = tree
  const known = callsOf(loaders)
  const calls = tokens.flatMap((token, at) => {
    const own = token.is === 'word' ? known.get(token.text) : undefined
    if (!own || textAt(at + 1) !== '(') return []
    const loader = own.find(({ example, receivers }) => {
      if (!language.endings.includes(example.in)) return false
      const { path = [] } = receivers ? (callBefore(tree, at + 2) ?? {}) : {}
      return !receivers || path.slice(1).some(word => receivers.includes(word))
    })
    return loader ? [{ at, loader }] : []
  })
  if (calls.length === 0) return []
  const bound = new Set<string>()
  for (const at of found)
    for (const step of [-1, 1])
      for (let next = at + step; Math.abs(next - at) <= ARGUMENTS_BESIDE && !/^[;{}]$/.test(textAt(next)); next += step)
        if (tokens[next]?.is === 'word') bound.add(textAt(next))
  for (const [at, { text }] of tokens.entries()) {
    if (DEFINES.test(text)) bound.add(textAt(at + 1))
    // what is given some text here is told, and is none of a model
    if (GIVES.has(textAt(at + 1)) && tokens.slice(at + 2, at + 5).some(one => one.is === 'text' && one.text !== ''))
      bound.add(text)
  }
  return calls.flatMap(({ at, loader }): AskedPlace[] => {
    const argument = argumentsOf(tree, at + 1)[loader.at ?? 0]
    if (!argument) return []
    const own = tokens.slice(argument.from, argument.to)
    const words = own.flatMap(({ is, text }) => (is === 'word' && !HANDS.test(text) ? [text] : []))
    const last = words.at(-1)
    if (!last || bound.has(last) || own.some(({ is }) => is === 'text') || /^[A-Z]/.test(last)) return []
    return [
      {
        at,
        fallback: null,
        via: loader.name,
        why: `its name comes from ${words.join('.').slice(0, 60)}, which is told nowhere here`,
      },
    ]
  })
}

/** Calls of languages in which names are not followed. */
const callsOf = once(({ calls }: Loaders) =>
  groupsBy(
    calls.filter(({ example, imports, at }) => !/^(?:py|m?[jt]s)$/.test(example.in) && !imports && at !== undefined),
    ({ name }: LoaderCall) => name,
  ),
)
