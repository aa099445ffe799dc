import { citeLines } from '../../../documents/cite.ts'
import { groupsBy } from '../../../groups.ts'
import type { Knowledge } from '../../../knowledge/knowledge.ts'
import type { Loaders } from '../../../knowledge/loaders.ts'
import { once } from '../../../once.ts'
import { keyOf, plainName, tellsOnly } from '../keys.ts'
import { isBuilder, isPlainId, readAddress, readName, schemeOf, servedAt, sureHostedName } from '../names.ts'
import { type Reference, referenceTo } from '../reference.ts'
import { registryName } from '../registries.ts'
import { askedIn } from './asked.ts'
import { callBefore } from './calls.ts'
import { wordName } from './constants.ts'
import { type Around, aroundOf, isPart, type Tree } from './context.ts'
import type { Token } from './lexer.ts'
import { type FoundName, matesOf } from './mates.ts'
import { ENUM_CLASS, namedBy } from './named.ts'

/** longer texts name nothing by themselves */
const LONGEST = 300

/**
 * References in source text of any language that has a lexer: strings that name a model, by what they are or by what
 * stands around them, and constants of libraries. What something is compared with is told as that; what is shown is none.
 */
export function lexedReferences(
  path: string,
  content: string,
  tree: Tree,
  knowledge: Knowledge,
  followed = false,
): Reference[] {
  const found = new Map<number, FoundName>()
  for (let at = 0; at < tree.tokens.length; at++) {
    const token = tree.tokens[at] as Token
    if (token.is === 'sign') continue
    const name = token.is === 'text' ? textName(tree, at, token, knowledge) : wordName(tree, at, token, knowledge)
    if (name) found.set(at, name)
  }
  // where calls are followed, the call says what is not told
  const asked = followed
    ? []
    : tree.tokens.flatMap((token, at) => (isAskedFor(tree, at, token, knowledge.loaders) ? [at] : []))
  if (found.size === 0 && asked.length === 0) return []
  const lines = content.split('\n')
  for (const at of matesOf(tree, found, knowledge.loaders)) {
    const name = textName(tree, at, tree.tokens[at] as Token, knowledge, true)
    if (name) found.set(at, name)
  }
  const { loaders } = knowledge
  const references: Reference[] = []
  const told = new Set<string>()
  for (const [at, { of, via, named, role }] of [...found].sort(([one], [other]) => one - other)) {
    const line = tree.tokens[at]?.line ?? 1
    const key = `${line} ${named.id} ${role}`
    if (told.has(key)) continue
    told.add(key)
    references.push(referenceTo(of, named, via, [citeLines(path, lines, line)], { role }))
  }
  const linesTold = new Set([...found.keys()].map(at => tree.tokens[at]?.line))
  for (const at of asked) {
    const { line = 1, text = '' } = tree.tokens[at] ?? {}
    // a name on the same line is what holds where the variable is not set
    if (linesTold.has(line)) continue
    const other = tree.tokens.slice(at + 1, at + FURTHEST_DEFAULT).find(one => one.is === 'text' && one.line === line)
    if (other && isPlainId(other.text, loaders)) {
      const named = readName(other.text, undefined, loaders)
      if (named) references.push(referenceTo('model', named, text, [citeLines(path, lines, line)], { fallback: true }))
      continue
    }
    const unnamed = { id: null, host: 'hub', revision: null }
    const why = `its name comes from the environment (${text})`
    references.push(referenceTo('model', unnamed, text, [citeLines(path, lines, line)], { why }))
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
  if (before?.is === 'word' && IMPORTS.test(before.text)) return null
  const around = aroundOf(tree, at)
  // `import ("net/http")`
  if (around[0]?.name === 'import') return null
  const given = loadedBy(around, text, loaders) ?? namedBy(tree, at, around, knowledge, mate)
  const role = given && roleOf(tree, at, around, loaders)
  return role && { ...given, via: around[0]?.name ?? 'name', role }
}

/** words behind a variable of the environment among which the text is that holds where it is not set */
const FURTHEST_DEFAULT = 14

/** Whether a text is the name of a variable of the environment that is asked for a model's name. */
function isAskedFor(tree: Tree, at: number, { is, text }: Token, loaders: Loaders): boolean {
  if (is !== 'text' || !/^[A-Z][A-Z0-9_]{2,60}$/.test(text) || keyOf(text, loaders) !== 'model') return false
  const call = callBefore(tree, at)
  if (call) return call.argument === 0 && call.path.slice(0, 2).some(word => ENVIRONMENT.test(plainName(word)))
  return ENVIRONMENT.test(plainName(tree.tokens[at - 2]?.text ?? '')) && tree.tokens[at - 1]?.text === '['
}
const ENVIRONMENT = /^(?:getenv|env|environ|environment|getenvironmentvariable|lookupenv|envvar|systemgetenv)$/

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
const IMPORTS = /^(?:import|require|require_relative|use|include|from|package|library|using)$/

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

/** An address of a hub within a text. */
function addressIn(text: string, loaders: Loaders) {
  for (const { host } of loaders.addresses) {
    const at = text.indexOf(`${host}/`)
    // `uploads.<hub>/` is another host
    if (at < 0 || (/[\w.-]/.test(text[at - 1] ?? '') && !text.slice(0, at).endsWith('www.'))) continue
    const [word = ''] = text.slice(at).split(/[\s"'`<>)\]},]/, 1)
    const read = readAddress(word, loaders)
    if (read) return read
  }
  return schemeOf(text, loaders) ? readAddress(text, loaders) : null
}

/** What a text is there for; null for what is shown to people or one of the kinds that a type allows. */
function roleOf(tree: Tree, at: number, around: readonly Around[], loaders: Loaders): FoundName['role'] | null {
  const shown = around.slice(0, 2).some(({ is, name }) => is === 'call' && loaders.shown.includes(plainName(name)))
  const asked = askedIn(tree, at, around, loaders)
  if (asked === 'type' || shown) return null
  return asked === null ? 'use' : 'comparison'
}
