import { citeLines } from '@unwash/core/documents/cite'
import { groupsBy } from '@unwash/core/groups'
import type { Knowledge } from '@unwash/core/knowledge/knowledge'
import type { Loaders } from '@unwash/core/knowledge/loaders'
import { once } from '@unwash/core/once'
import { isMade, plainName, tellsOnly } from '../keys.ts'
import {
  bareName,
  isBuilder,
  isPlainId,
  isWeightsFile,
  modelAtAddress,
  type NamedInCode,
  namedAt,
  readName,
  registryName,
  schemeOf,
  servedAt,
  sureHostedName,
} from '../names.ts'
import { type Reference, referenceTo, untold } from '../reference.ts'
import { askedIn, isPart, wordName } from './compared.ts'
import { type Around, aroundOf, type SyntaxTree } from './context.ts'
import { type CodeToken, HOLE } from './lexer.ts'
import { type AskedPlace, askedAt, givenUnknown } from './loaded.ts'
import { ENUM_CLASS, matesOf, namedBy } from './named.ts'
import { type FoundName, saysOf } from './says.ts'

const LONGEST_TEXT = 300

/**
 * References in source text of any language that has a lexer: strings that name a model, by what they are or by what
 * stands around them, and constants of libraries. What something is compared with is told as that; what is shown is
 * none.
 */
export function lexedReferences(
  path: string,
  content: string,
  tree: SyntaxTree,
  knowledge: Knowledge,
  followed = false,
): Reference[] {
  const found = new Map<number, FoundName>()
  const asked: AskedPlace[] = []
  for (let at = 0; at < tree.tokens.length; at++) {
    const token = tree.tokens[at] as CodeToken
    if (token.is === 'sign') continue
    // where calls are followed, the call says what is not told
    const one = followed || token.is === 'word' ? null : askedAt(tree, at, token, knowledge.loaders)
    if (one) asked.push(one)
    const name = token.is === 'text' ? textName(tree, at, token, knowledge) : wordName(tree, at, token, knowledge)
    if (name) found.set(at, name)
  }
  if (!followed) asked.push(...givenUnknown(tree, [...found.keys(), ...asked.map(({ at }) => at)], knowledge.loaders))
  if (found.size === 0 && asked.length === 0) return []
  const lines = content.split('\n')
  for (const at of matesOf(tree, found, knowledge.loaders)) {
    const name = textName(tree, at, tree.tokens[at] as CodeToken, knowledge, true)
    if (name) found.set(at, name)
  }
  const { loaders } = knowledge
  // a file of what is named beside it is no model of its own
  const held = new Set(
    [...found].flatMap(([at, { named }]) =>
      named.host === 'hub' && isShort(tree, tree.openOf(at)) ? [tree.openOf(at)] : [],
    ),
  )
  for (const [at, { named }] of found) {
    const open = tree.openOf(at)
    if (named.host === 'path' && (held.has(open) || held.has(tree.openOf(open)))) found.delete(at)
  }
  const references: Reference[] = []
  const told = new Set<string>()
  const tests = testsOf(tree)
  for (const [at, { of, via, named, role: said }] of [...found].sort(([one], [other]) => one - other)) {
    const line = tree.tokens[at]?.line ?? 1
    const role = said === 'use' && tests.some(([from, to]) => at > from && at < to) ? 'test' : said
    const key = `${line} ${named.id} ${role}`
    if (told.has(key)) continue
    told.add(key)
    references.push(referenceTo(of, named, via, [citeLines(path, lines, line)], { role }))
  }
  const linesTold = new Set([...found.keys()].map(at => tree.tokens[at]?.line))
  for (const { at, fallback, via, why } of asked) {
    const { line = 1 } = tree.tokens[at] ?? {}
    // a name on the same line is what holds where nothing is set
    if (linesTold.has(line)) continue
    const cited = [citeLines(path, lines, line)] as const
    const own =
      fallback &&
      (isPlainId(fallback, loaders) ? readName(fallback, undefined, loaders) : bareName(fallback, knowledge))
    references.push(own ? referenceTo('model', own, via, cited, { fallback: true }) : untold(via, cited, why))
  }
  // what is used on a line where it is compared with is used
  return references.filter(
    ({ id, role, cited: [first] }) => role === 'use' || !('line' in first && told.has(`${first.line} ${id} use`)),
  )
}

function textName(
  tree: SyntaxTree,
  at: number,
  token: CodeToken,
  knowledge: Knowledge,
  mate = false,
): FoundName | null {
  const { loaders } = knowledge
  const { text } = token
  if (text.length < 2 || text.length > LONGEST_TEXT || !mayName(text, tree, loaders)) return null
  const address = addressIn(text, loaders)
  const whole = address ?? registryName(text, loaders) ?? servedAt(text, loaders) ?? weightsIn(text, tree, at, loaders)
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
  const kind = given && kindOf(tree, at)
  return role && kind !== 'space'
    ? { ...given, ...(kind ? { of: kind } : {}), via: around[0]?.name ?? 'name', role }
    : null
}

/** What a file of weights is called, wherever it lies; one that may be something else speaks of models by its place. */
function weightsIn(text: string, tree: SyntaxTree, at: number, loaders: Loaders): NamedInCode | null {
  const file = text.slice(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1)
  const id = text.includes(HOLE) ? file : text
  if (/[\s*?|<>"]/.test(id) || id.includes(HOLE) || !isWeightsFile(file, loaders) || isPart(tree, at)) return null
  const ending = file.slice(file.lastIndexOf('.') + 1)
  const sure = !loaders.common.includes(ending) || file !== text || /\d/.test(file)
  return sure || saysOf(aroundOf(tree, at), loaders).model ? namedAt('path', id) : null
}

/** The stretches of a file of Rust that are tests: `#[cfg(test)] mod tests { … }`. */
function testsOf({ tokens, matches, textAt }: SyntaxTree): (readonly [number, number])[] {
  return tokens.flatMap(({ text }, at) => {
    if (text !== 'cfg' || textAt(at + 2) !== 'test' || textAt(at + 5) !== 'mod') return []
    return [[at + 7, matches[at + 7] ?? at] as const]
  })
}

const LONGEST_CALL = 40
const isShort = ({ matches }: SyntaxTree, open: number) =>
  open >= 0 && (matches[open] ?? open) - open < LONGEST_CALL * 2

/** What kind of repository a call or a map says that its name is of: `repo_type="dataset"`, `RepoType::Dataset`. */
function kindOf({ matches, textAt, openOf }: SyntaxTree, at: number): 'dataset' | 'space' | null {
  const open = openOf(at)
  for (let next = open + 1; open >= 0 && next < Math.min(matches[open] ?? open, open + LONGEST_CALL); next++) {
    const [, kind] = /^(dataset|space)s?$/i.exec(textAt(next)) ?? []
    const by = `${textAt(next - 1)} ${textAt(next - 2)} ${textAt(next - 3)}`
    if (kind && /repo_?type|type/i.test(by)) return kind.toLowerCase() === 'space' ? 'space' : 'dataset'
  }
  return null
}

const mayName = (text: string, tree: SyntaxTree, loaders: Loaders) =>
  /[\d/.:-]/.test(text) || lettersOf(loaders).has(text.toLowerCase()) || hasLoader(tree, loaders)

const lettersOf = once(
  ({ bare, hosted, registries }: Loaders) =>
    new Set([...bare, ...hosted, ...registries.flatMap(({ begins, names = [] }) => [...begins, ...names])]),
)

function hasLoader(tree: SyntaxTree, loaders: Loaders): boolean {
  const names = callsByName(loaders)
  tree.loads ??= tree.tokens.some(
    ({ is, text }) => is === 'word' && (names.has(plainName(text)) || ENUM_CLASS.test(text)),
  )
  return tree.loads
}

const MAYBE = /^[A-Za-z@][\w./:@+-]+$/
const IMPORTS = /^(?:import|require|require_relative|use|include|from|package|library|using)$/

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

const callsByName = once(({ calls }: Loaders) =>
  groupsBy(
    // what is looked up for its receiver alone says nothing of a text
    calls.filter(({ receivers, host }) => !receivers || host),
    ({ name }) => plainName(name),
  ),
)

function addressIn(text: string, loaders: Loaders) {
  for (const { host } of loaders.addresses) {
    const at = text.indexOf(`${host}/`)
    // `uploads.<hub>/` is another host
    if (at < 0 || (/[\w.-]/.test(text[at - 1] ?? '') && !text.slice(0, at).endsWith('www.'))) continue
    const [word = ''] = text.slice(at).split(/[\s"'`<>)\]},]/, 1)
    const read = modelAtAddress(word, loaders)
    if (read) return read
  }
  return schemeOf(text, loaders) ? modelAtAddress(text, loaders) : null
}

/** What a text is there for; null for what is shown to people or one of the kinds that a type allows. */
function roleOf(tree: SyntaxTree, at: number, around: readonly Around[], loaders: Loaders): FoundName['role'] | null {
  const near = around.slice(0, 2)
  const shown =
    near.some(({ is, name }) => is === 'call' && loaders.shown.includes(plainName(name))) ||
    near.some(({ name }) => isMade(name, loaders.about))
  const asked = askedIn(tree, at, around, loaders)
  // a configuration has no weights
  if (asked === 'type' || shown || /Config$/.test(around[0]?.path[1] ?? '')) return null
  return asked === null ? 'use' : 'comparison'
}
