import { citeLines } from '../../../documents/cite.ts'
import { groupsBy } from '../../../groups.ts'
import type { CodeLanguage } from '../../../knowledge/code-languages.ts'
import type { Knowledge } from '../../../knowledge/knowledge.ts'
import type { Loaders } from '../../../knowledge/loaders.ts'
import { findModel } from '../../../knowledge/models.ts'
import { once } from '../../../once.ts'
import { isBuilder } from '../calls.ts'
import { bareName, ownName } from '../code-references.ts'
import { keyOf, plainName, tellsOnly, wordsOfName } from '../keys.ts'
import {
  isFile,
  isMadeUp,
  isPlainId,
  isWeightsFile,
  type Named,
  readAddress,
  readName,
  servedAt,
  sureHostedName,
} from '../names.ts'
import type { Reference } from '../reference.ts'
import { registryName } from '../registries.ts'
import { askedIn, isAlias, isOfClass, isTitle } from './asked.ts'
import { constantName } from './constants.ts'
import { type Around, aroundOf, comparedIn, isPart, type Tree, treeOf } from './context.ts'
import { lex, type Token } from './lexer.ts'
import { type FoundName, matesOf } from './mates.ts'
import { type Says, saysOf } from './names.ts'

/** longer texts name nothing by themselves */
const LONGEST = 300

/**
 * References in source text of any language that has a lexer: strings that name a model, by what they are or by what
 * stands around them, and constants of libraries. What something is compared with is told as that; what is shown is none.
 */
export function lexedReferences(
  path: string,
  content: string,
  language: CodeLanguage,
  knowledge: Knowledge,
): Reference[] {
  const tree = treeOf(lex(content, language), language, path)
  const found = new Map<number, FoundName>()
  for (let at = 0; at < tree.tokens.length; at++) {
    const token = tree.tokens[at] as Token
    if (token.is === 'sign') continue
    const name = token.is === 'text' ? textName(tree, at, token, knowledge) : wordName(tree, at, token, knowledge)
    if (name) found.set(at, name)
  }
  if (found.size === 0) return []
  const lines = content.split('\n')
  for (const at of matesOf(tree, found, knowledge.loaders)) {
    const name = textName(tree, at, tree.tokens[at] as Token, knowledge, true)
    if (name) found.set(at, name)
  }
  const references: Reference[] = []
  const told = new Set<string>()
  for (const [at, { of, via, named, role }] of [...found].sort(([one], [other]) => one - other)) {
    const line = tree.tokens[at]?.line ?? 1
    const key = `${line} ${named.id} ${role}`
    if (told.has(key)) continue
    told.add(key)
    references.push({ of, ...named, via, role, fallback: false, why: null, cited: [citeLines(path, lines, line)] })
  }
  // what is used on a line where it is compared with is used
  return references.filter(
    ({ id, role, cited: [first] }) => role === 'use' || !('line' in first && told.has(`${first.line} ${id} use`)),
  )
}

function textName(tree: Tree, at: number, token: Token, knowledge: Knowledge, mate = false): FoundName | null {
  const { loaders } = knowledge
  const { text } = token
  if (text.length < 2 || text.length > LONGEST || !mayName(text, tree, loaders)) return null
  const address = addressIn(text, loaders)
  const whole = address ?? registryName(text, loaders) ?? servedAt(text, loaders)
  if (whole) {
    // a sentence with an address in it tells people where something is
    const around = aroundOf(tree, at)
    const role = /\s/.test(text.trim()) ? null : roleOf(tree, at, around, loaders)
    if (role === 'use' && address && tellsOnly(around[0]?.name ?? '', loaders))
      return { of: address.of ?? 'model', named: address, via: 'address', role: 'documentation' }
    return role && { of: address?.of ?? 'model', named: whole, via: address ? 'address' : 'name', role }
  }
  if (!MAYBE.test(text) || isPart(tree, at)) return null
  const before = tree.tokens[at - 1]
  if (before?.is === 'word' && IMPORTS.has(before.text)) return null
  const around = aroundOf(tree, at)
  // `import ("net/http")`
  if (around[0]?.name === 'import') return null
  const given = loadedBy(around, text, loaders) ?? namedBy(tree, at, around, knowledge, mate)
  const role = given && roleOf(tree, at, around, loaders)
  return role && { ...given, via: around[0]?.name ?? 'name', role }
}

/** What the string at a place names by the names around it. */
function namedBy(
  tree: Tree,
  at: number,
  around: readonly Around[],
  knowledge: Knowledge,
  mate: boolean,
): Pick<FoundName, 'of' | 'named'> | null {
  const { loaders } = knowledge
  const text = tree.tokens[at]?.text ?? ''
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

/** Whether a text has what names of models have; one of letters alone is known, or given to a loader. */
const mayName = (text: string, tree: Tree, loaders: Loaders) =>
  /[\d/.:-]/.test(text) || lettersOf(loaders).has(text.toLowerCase()) || hasLoader(tree, loaders)

const lettersOf = once(
  ({ bare, hosted, registries }: Loaders) =>
    new Set([...bare, ...hosted, ...registries.flatMap(({ begins, names = [] }) => [...begins, ...names])]),
)

function hasLoader(tree: Tree, loaders: Loaders): boolean {
  const names = callsByName(loaders)
  tree.loads ??= tree.tokens.some(
    ({ is, text }) => is === 'word' && (names.has(plainName(text)) || ENUM_CLASS.test(text)),
  )
  return tree.loads
}

/** letters and digits of a name with no spaces: ids, tags, names at services, files of weights */
const MAYBE = /^[A-Za-z@][\w./:@+-]+$/
const IMPORTS = new Set([
  'import',
  'require',
  'require_relative',
  'use',
  'include',
  'from',
  'package',
  'library',
  'using',
])

/** What a text names by what stands around it. */
function nameBy(
  text: string,
  says: Says,
  around: readonly Around[],
  knowledge: Knowledge,
  mate: boolean,
): Named | null {
  const { loaders } = knowledge
  if (isPlainId(text, loaders)) {
    if (says.other) return null
    if (says.dataset) return readName(text, undefined, loaders)
    const own = ownName(text, knowledge)
    if (own) return { id: own, host: 'hub', revision: null }
    // a name further out says that some name of a model is here, and not that this is one
    const likely = mate || says.near || (says.model && (/\d/.test(text.slice(text.indexOf('/'))) || isRepo(around)))
    return likely || findModel(knowledge, text) ? readName(text, undefined, loaders) : null
  }
  const sure = sureHostedName(text, loaders)
  if (sure) return { id: sure, host: 'hosted', revision: null }
  if (says.other || says.dataset) return null
  if (TAGGED.test(text) && (says.model || findModel(knowledge, text)))
    return { id: text, host: 'ollama', revision: null }
  if (isEnumerated(around, loaders) && !CLASS.test(text) && !isFile(text, loaders)) {
    const bare = bareName(text, knowledge)
    const isName =
      NAMELIKE.test(text) || (/^[a-z]{3,60}$/.test(text) && !NO_NAME.test(text) && hasHead(around, ENUM_CLASS))
    if (bare || (isName && !isMadeUp(text, loaders))) return bare ?? { id: text, host: 'name', revision: null }
  }
  if (says.near && around[0]?.is === 'key' && isWeightsFile(text, loaders))
    return { id: text, host: 'path', revision: null }
  const key = isKey(around, loaders)
  const called = key || (isCalled(around, loaders) && !loaders.providers.includes(text))
  if (!says.model && !called) return null
  const bare = bareName(text, knowledge)
  // a type of model or a class of a library is in a table of models, too
  if (bare && (called || bare.host === 'hosted') && !CLASS.test(text))
    return says.service() === 'ollama' && bare.host === 'name' ? { ...bare, host: 'ollama' } : bare
  if (!key || !NAMELIKE.test(text) || isFile(text, loaders) || isMadeUp(text, loaders)) return null
  const service = says.service()
  if (service !== null) return { id: text, host: service, revision: null }
  return findModel(knowledge, text) ? { id: text, host: 'name', revision: null } : null
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
  return named !== undefined && named.is !== 'block' && keyOf(named.name, loaders) === 'model'
}

/** `huggingface.New("wren2")`: what is called speaks of a service, or of models */
const isCalled = ([first]: readonly Around[], { about, services }: Loaders) =>
  first?.is === 'call' &&
  first.argument === 0 &&
  first.path
    .slice(0, 2)
    .flatMap(wordsOfName)
    .some(word => about.model.includes(word) || services.some(({ words }) => words.includes(word)))

/** `enum SpeechModel { case wren = "wren-2" }`, `enum Model { WREN("wren-2") }`: what a constant of an enum of models holds */
function isEnumerated(around: readonly Around[], loaders: Loaders): boolean {
  const [first] = around
  if (first?.is !== 'key' && !(first?.is === 'call' && first.argument === 0 && /^[A-Z][A-Z0-9_]*$/.test(first.name)))
    return false
  return (
    hasHead(around, /^(?:enum|(?:Str)?Enum)$/) &&
    around.some(({ is, name }) => is === 'block' && keyOf(name, loaders) === 'model')
  )
}

const hasHead = (around: readonly Around[], head: RegExp) =>
  around.some(({ is, name }) => is === 'block' && head.test(name))
/** what a class of constants is made from, where that is told: all that they hold are names then */
const ENUM_CLASS = /^(?:Str)?Enum$/
const NO_NAME = /^(?:none|null|default|auto|other)$/

const makesModel = (name: string) => /^[A-Z]/.test(name) && /Model(?:Spec|Info|Card|Config|Id)?$/.test(name)

/** What a loader around a text makes of it. */
function loadedBy(around: readonly Around[], text: string, loaders: Loaders): Omit<FoundName, 'via' | 'role'> | null {
  const [first, second] = around
  const call = first?.is === 'call' ? first : second?.is === 'call' && first?.is === 'key' ? second : undefined
  if (!call) return null
  for (const loader of callsByName(loaders).get(plainName(call.name)) ?? []) {
    const keyed = first?.is === 'key' && loader.from.some(name => plainName(name) === plainName(first.name))
    const placed = first?.is === 'call' && loader.at === call.argument
    if (!keyed && !placed) continue
    if (loader.receivers && !loader.receivers.some(one => call.path.some(word => plainName(word) === plainName(one))))
      continue
    // a common word says something of an id alone
    if (loader.imports && !isPlainId(text, loaders)) continue
    const named = readName(text, loader.host, loaders)
    if (!named || (loader.of === 'dataset' && isBuilder(named.id, loaders))) continue
    if (named.host === 'hosted' && !sureHostedName(text, loaders) && !keyed) continue
    return { of: loader.of, named }
  }
  return null
}

const callsByName = once(({ calls }: Loaders) => groupsBy(calls, ({ name }) => plainName(name)))

/** A word that is a constant of a library, where names of models are given. */
function wordName(tree: Tree, at: number, { text }: Token, { loaders }: Knowledge): FoundName | null {
  if (!CONSTANT.test(text)) return null
  const { tokens } = tree
  const joined = tokens[at - 1]?.text === '.' || tokens[at - 1]?.text === '::'
  const owner = joined ? tokens[at - 2]?.text : undefined
  // a constant of one's own has the value that it is given
  if (owner === undefined && tokens[at + 1]?.text === '=') return null
  // it is told where it is made, and without its library it is one's own where names are followed
  if (owner === undefined && tree.language.read === 'parsed') return null
  if (owner !== undefined && OWN.has(owner)) return null
  const enumerated = owner !== undefined && loaders.enums.some(({ of }) => owner.endsWith(of))
  if (!enumerated && !/\d/.test(text)) return null
  const compared = comparedIn(tree, at) ?? (joined ? comparedIn(tree, owner === 'case' ? at - 1 : at - 2) : null)
  // `case gpt4o` of an enum makes a constant and compares nothing
  if (tokens[at + 1]?.text === '(' || compared === 'type' || (compared && owner === undefined)) return null
  const around = aroundOf(tree, joined ? at - 2 : at)
  const sure = saysOf([...around, ...ownerOf(owner)], loaders).model
  const named = constantName(text, owner, sure, loaders)
  const role = compared === null ? 'use' : 'comparison'
  return named ? { of: 'model', named, via: owner ?? around[0]?.name ?? text, role } : null
}

const CONSTANT = /^[A-Z][A-Za-z0-9_]{2,80}$|^[a-z][a-z_]{0,40}\d[A-Za-z0-9_]{0,80}$/
const OWN = new Set(['self', 'Self', 'static', 'this'])
const ownerOf = (owner: string | undefined): Around[] =>
  owner === undefined ? [] : [{ is: 'block', name: owner, path: [], argument: 0 }]

/** An address of a hub within a text. */
function addressIn(text: string, loaders: Loaders) {
  for (const { host } of loaders.addresses) {
    const at = text.indexOf(`${host}/`)
    if (at < 0) continue
    const [word = ''] = text.slice(at).split(/[\s"'`<>)\]},]/, 1)
    const read = readAddress(word, loaders)
    if (read) return read
  }
  return text.startsWith('hf://') ? readAddress(text, loaders) : null
}

/** What a text is there for; null for what is shown to people or one of the kinds that a type allows. */
function roleOf(tree: Tree, at: number, around: readonly Around[], loaders: Loaders): FoundName['role'] | null {
  const shown = around.slice(0, 2).some(({ is, name }) => is === 'call' && loaders.shown.includes(plainName(name)))
  const asked = askedIn(tree, at, around, loaders)
  if (asked === 'type' || shown) return null
  return asked === null ? 'use' : 'comparison'
}
