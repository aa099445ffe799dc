import type { Knowledge } from '@unwash/core/knowledge/knowledge'
import type { Loaders } from '@unwash/core/knowledge/loaders'
import { findModel } from '@unwash/core/names/models'
import { plainName, whatKeyNames, wordsOfName } from '../keys.ts'
import {
  bareName,
  isFile,
  isMadeUp,
  isPlainId,
  isWeightsFile,
  localName,
  type NamedInCode,
  namedAt,
  ownName,
  readName,
  sureHostedName,
} from '../names.ts'
import { isAlias, isOfClass, isTitle } from './compared.ts'
import type { Around, SyntaxTree } from './context.ts'
import { type FoundName, type Says, saysOf } from './says.ts'

/** What the string at a place names by the names around it. */
export function namedBy(
  tree: SyntaxTree,
  at: number,
  around: readonly Around[],
  knowledge: Knowledge,
  mate: boolean,
): Pick<FoundName, 'of' | 'named'> | null {
  const { loaders } = knowledge
  const text = tree.textAt(at)
  const says = saysOf(around, loaders, tree.file)
  const of = says.dataset ? 'dataset' : 'model'
  if (!isPlainId(text, loaders) && isTitle(tree, at, around)) return null
  const named = nameBy(text, says, around, knowledge, mate)
  const isName = (other: string) => isPlainId(other, loaders) || bareName(other, knowledge) !== null
  if (named && !isPlainId(text, loaders) && isAlias(tree, at, isName)) return null
  // a type of model, and the class that reads it
  if (named?.host === 'name' && isOfClass(tree, at)) return null
  return named ? { of, named } : null
}

function nameBy(
  text: string,
  says: Says,
  around: readonly Around[],
  knowledge: Knowledge,
  mate: boolean,
): NamedInCode | null {
  const { loaders } = knowledge
  if (isPlainId(text, loaders)) {
    if (says.other) return null
    if (says.dataset) return readName(text, undefined, loaders)
    const own = ownName(text, knowledge)
    if (own) return namedAt('hub', own)
    // a name further out says that some name of a model is here, and not that this is one
    const [first] = around
    const keyed = first?.is === 'key' && whatKeyNames(first.name, loaders) === 'model'
    const likely =
      mate || keyed || says.near || (says.model && (/\d/.test(text.slice(text.indexOf('/'))) || isRepo(around)))
    return likely || findModel(knowledge, text) ? readName(text, undefined, loaders) : null
  }
  const sure = sureHostedName(text, loaders)
  if (sure) return namedAt('hosted', sure)
  if (says.other || says.dataset) return null
  const own = says.model ? localName(text, loaders) : null
  if (own) return own
  if (TAGGED.test(text) && (says.model || findModel(knowledge, text))) return namedAt('ollama', text)
  if (isEnumerated(around, loaders) && !CLASS.test(text) && !isFile(text, loaders)) {
    const bare = bareName(text, knowledge)
    const isName =
      NAMELIKE.test(text) || (/^[a-z]{3,60}$/.test(text) && !NO_NAME.test(text) && hasHead(around, ENUM_CLASS))
    if (bare || (isName && !isMadeUp(text, loaders))) return bare ?? namedAt('name', text)
  }
  if (says.near && around[0]?.is === 'key' && isWeightsFile(text, loaders)) return namedAt('path', text)
  const key = isKey(around, loaders)
  const called = key || (isCalled(around, loaders) && !loaders.providers.includes(text))
  if (!says.model && !called) return null
  const bare = bareName(text, knowledge)
  // a type of model or a class of a library is in a table of models, too
  if (bare && (called || bare.host === 'hosted') && !CLASS.test(text))
    return says.service() === 'ollama' && bare.host === 'name' ? { ...bare, host: 'ollama' } : bare
  if (!key || !NAMELIKE.test(text) || isFile(text, loaders) || isMadeUp(text, loaders)) return null
  const service = says.service()
  if (service !== null) return namedAt(service, text)
  return findModel(knowledge, text) ? namedAt('name', text) : null
}

/** `repo = "hedgerow/wren"` within what speaks of models */
const isRepo = ([first]: readonly Around[]) => /(?:repo|repository|repoid|id|name)$/i.test(first?.name ?? '')

/** `llama3.2:1b`, `qwen2.5:latest` */
const TAGGED =
  /^[a-z][a-z0-9._-]{1,60}:(?:latest|[0-9.]{1,5}[bm]|e\db|[\w.-]{0,40}(?:q\d|fp16|instruct|chat|text)[\w.-]{0,20})$/i
/** a name with a number or a hyphen in it, and none of a file */
const NAMELIKE = /^(?=.*[\d-])[a-z][a-z0-9]*(?:[.:_-][a-z0-9]+)*$/i
/** `Wren2ForCausalLM` */
const CLASS = /^[A-Za-z0-9]*[a-z0-9][A-Z][A-Za-z0-9]*$/

/** The nearest name is a key or call for the name of a model; what only wraps a text is looked through. */
function isKey([first, second]: readonly Around[], loaders: Loaders): boolean {
  if (first === undefined) return false
  // `ModelSpec("wren")`, `LLModel(id = "wren")`: a type of models is made with a name
  if (first.is === 'call' && first.argument === 0 && makesModel(first.name)) return true
  if (first.is === 'key' && /^(?:id|name)$/i.test(first.name) && second?.is === 'call' && makesModel(second.name))
    return true
  const wraps = first.is === 'call' && loaders.wraps.includes(plainName(first.name))
  const named = wraps ? second : first
  return named !== undefined && named.is !== 'block' && whatKeyNames(named.name, loaders) === 'model'
}

/** `huggingface.New("wren2")`: what is called speaks of a service, or of models */
const isCalled = ([first]: readonly Around[], { about, services }: Loaders) =>
  first?.is === 'call' &&
  first.argument === 0 &&
  first.path
    .slice(0, 2)
    .flatMap(wordsOfName)
    .some(word => about.model.includes(word) || services.some(({ words }) => words.includes(word)))

/** `enum SpeechModel { case wren = "wren-2" }`, `enum Model { WREN("wren-2") }`: what constants of such enums hold */
function isEnumerated(around: readonly Around[], loaders: Loaders): boolean {
  const [first] = around
  if (first?.is !== 'key' && !(first?.is === 'call' && first.argument === 0 && /^[A-Z][A-Z0-9_]*$/.test(first.name)))
    return false
  return (
    hasHead(around, /^(?:enum|(?:Str)?Enum)$/) &&
    around.some(({ is, name }) => is === 'block' && whatKeyNames(name, loaders) === 'model')
  )
}

const hasHead = (around: readonly Around[], head: RegExp) =>
  around.some(({ is, name }) => is === 'block' && head.test(name))
/** what a class of constants is made from, where that is told: all that they hold are names then */
export const ENUM_CLASS = /^(?:Str)?Enum$/
const NO_NAME = /^(?:none|null|default|auto|other)$/

const makesModel = (name: string) => /^[A-Z]/.test(name) && /Model(?:Spec|Info|Card|Config|Id)?$/.test(name)

/** Ids that stand in a list with one that is a model, or are given to a name on the next line: they are models, too. */
export function matesOf(
  { tokens, textAt, openOf }: SyntaxTree,
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
