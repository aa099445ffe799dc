import type { CodeLanguage } from '@unwash/core/knowledge/code-languages'
import type { Knowledge } from '@unwash/core/knowledge/knowledge'
import type { Loaders } from '@unwash/core/knowledge/loaders'
import { once } from '@unwash/core/once'
import { plainName, wordsOfName } from '../keys.ts'
import { hostedName, type NamedInCode, namedAt } from '../names.ts'
import { type Around, aroundOf, type SyntaxTree } from './context.ts'
import type { CodeToken } from './lexer.ts'
import { type FoundName, saysOf } from './says.ts'

/** Whether a string is what something is compared with, and no value; of a type it is one of several that may be. */
function comparedIn({ tokens, language, textAt }: SyntaxTree, at: number): 'code' | 'type' | null {
  const [before, after] = [textAt(at - 1), textAt(at + 1)]
  if (EQUALS.has(before) || EQUALS.has(after)) return 'code'
  if (!language.arrows && before !== '=' && isArm(tokens, at)) return 'code'
  for (let back = at - 1; back > at - 40 && back >= 0; back--) {
    const token = tokens[back]
    if (token?.text === 'case' || token?.text === 'when') return 'code'
    if (token?.is !== 'text' && !/^[,|]$/.test(token?.text ?? '')) break
  }
  return before === '|' || after === '|' ? 'type' : null
}

/** Whether an arrow follows, after others that it is for as well: `"a", "b" -> 1`. */
function isArm(tokens: readonly CodeToken[], at: number): boolean {
  for (let next = at + 1; next < at + 40; next++) {
    const token = tokens[next]
    if (token?.text === '=>' || token?.text === '->') return true
    if (token?.is !== 'text' && !/^[,|]$/.test(token?.text ?? '')) return false
  }
  return false
}

const EQUALS = new Set(['===', '!==', '==', '!=', '~=', '=~', 'eq', 'is'])

/** Whether something is added to a string: it is no whole name then. */
export function isPart({ tokens, language, textAt }: SyntaxTree, at: number): boolean {
  const joins = (text: string | undefined) => text !== undefined && (language.joins ?? PLUS).includes(text)
  return joins(textAt(at - 1)) || joins(textAt(at + 1)) || tokens[at]?.holes === true
}

const PLUS: readonly string[] = ['+']

/**
 * Whether a text is asked for and not given: an arm of a choice, what is looked for in a name, an item of a list that a
 * name is looked for in, the key of a table of numbers. Of a type it is one of several that may be.
 */
export function askedIn(
  tree: SyntaxTree,
  at: number,
  around: readonly Around[],
  loaders: Loaders,
): 'code' | 'type' | null {
  const by = comparedIn(tree, at)
  if (by !== null) return by
  const called = around.filter(({ is }) => is !== 'block').slice(0, 2)
  // `"wren".equals(name)`
  const asks = tree.textAt(at + 1) === '.' && compares(tree.textAt(at + 2), loaders)
  if (asks || called.some(({ is, name }) => is === 'call' && compares(name, loaders))) return 'code'
  return isLookedThrough(tree, at, loaders) || isFact(tree, at, around, loaders) ? 'code' : null
}

function compares(name: string, { compared }: Loaders): boolean {
  const plain = plainName(name)
  return compared.some(word => plain === word || (word.length > 5 && plain.endsWith(word)))
}

const LOOP = 10

/** Whether a name is looked for in the list around a text: `x in [..]`, `x %in% c(..)`, `[..].includes(x)`. */
function isLookedThrough({ tokens, textAt, openOf, partnerOf }: SyntaxTree, at: number, loaders: Loaders): boolean {
  const open = openOf(at)
  const bracket = textAt(open)
  if (bracket === undefined) return false
  const listed = plainName(textAt(open - 1))
  const isList = bracket !== '(' || tokens[open - 1]?.is !== 'word' || listed === 'in' || loaders.wraps.includes(listed)
  if (!isList) return false
  const close = Math.max(partnerOf(open), open)
  if (/^(?:\?|->)?\.?$/.test(textAt(close + 1)) && compares(textAt(close + 2), loaders)) return true
  let before = open - 1
  if (bracket === '(' && listed !== 'in' && tokens[before]?.is === 'word') before -= 1
  if (textAt(before) === '%') before -= 1
  if (textAt(before).toLowerCase() !== 'in') return false
  return !tokens.slice(Math.max(0, before - LOOP), before).some(({ text }) => /^for(?:each)?$/i.test(text))
}

const GIVES = /^(?:=>|:|->|=|to)$/
const OPENS = /^[([{]$/

/** Whether a text is the key of a number, or of several: how long, how dear, how wide, and none that is used. */
function isFact(
  { tokens, matches, textAt, openOf, partnerOf }: SyntaxTree,
  at: number,
  around: readonly Around[],
  loaders: Loaders,
): boolean {
  const gives = textAt(at + 1)
  const [value, open] = [at + 2, openOf(at)]
  const pair = gives === ',' && open === at - 1 && matches[open] === value + 1
  if (!pair && !GIVES.test(gives)) return false
  const end = OPENS.test(textAt(value)) ? partnerOf(value) : value
  if (end < 0 || end - value > LONGEST_FACT) return false
  const measures = (names: readonly string[]) =>
    names.some(name => wordsOfName(name).some(word => loaders.about.measure.includes(word)))
  const keys: string[] = []
  let numbers = 0
  for (let next = value; next <= end; next++) {
    const token = tokens[next]
    const isKey = next < end && /^(?:=>|:|=)$/.test(textAt(next + 1))
    if (!token) return false
    if (isKey && token.is !== 'sign') keys.push(token.text)
    else if (token.is !== 'sign' && (NUMBER[token.is].test(token.text) || measures([token.text]))) numbers += 1
    else if (token.is === 'text') return false
    else if (token.is === 'word' && !/^(?:true|false|nil|null|none|new)$/i.test(token.text)) return false
  }
  if (numbers === 0) return false
  const near = around.slice(0, 3)
  if (measures(near.map(({ name }) => name))) return true
  const isNumber = end === value || keys.length === 0
  return (isNumber || measures(keys)) && !saysOf(near, loaders).model
}

const NUMBER = { word: /^\d/, text: /^\d[\d.,-]*$/ }

const LONGEST_FACT = 60

/** Whether a text is another word for the name that it is the key of: `"small": "wren-small-2"`. */
export function isAlias({ tokens, textAt }: SyntaxTree, at: number, isName: (text: string) => boolean): boolean {
  const value = tokens[at + 2]
  if (!GIVES.test(textAt(at + 1)) || value?.is !== 'text') return false
  return value.text !== textAt(at) && isName(value.text)
}

/** Whether a text is the key of a class: `"wren": WrenModel`, `'wren' => Wren::class`. */
export function isOfClass({ tokens, textAt }: SyntaxTree, at: number): boolean {
  if (!GIVES.test(textAt(at + 1))) return false
  for (let next = at + 2; next < at + LONGEST_FACT; next++) {
    const { is, text = ',' } = tokens[next] ?? {}
    if (is === 'word' || /^(?:\\|\.|::)$/.test(text)) continue
    const last = textAt(next - 1)
    return /^[,\])}]$/.test(text) && /^(?:class|[A-Z]\w*[a-z]\w*)$/.test(last)
  }
  return false
}

const TITLES = /^(?:name|modelname|displayname|title|label)$/
const IDS = /^(?:id|modelid|model|repo|repoid|checkpoint)$/

/** Whether a text is a name for people: beside it stands the one for programs, or a constant of a registry. */
export function isTitle(
  { tokens, opens, textAt, openOf, partnerOf }: SyntaxTree,
  at: number,
  [first]: readonly Around[],
): boolean {
  if (first?.is !== 'key' || !TITLES.test(plainName(first.name))) return false
  const open = openOf(at)
  const end = Math.min(partnerOf(open), open + LONGEST_FACT)
  for (let next = open + 1; next < end; next++) {
    const { text = '', is } = tokens[next] ?? {}
    if (is === 'word' && /[a-z]Registry$/i.test(text)) return true
    const gives = opens[next] === open && /^[:=]$/.test(textAt(next + 1))
    if (
      gives &&
      plainName(text) !== plainName(first.name) &&
      IDS.test(plainName(text)) &&
      tokens[next + 2]?.is === 'text'
    )
      return true
  }
  return false
}

/** What a constant of a library names: `ChatModelName.GPT_4_O_MINI`, `Model::Gpt4oMini`, `GgmlType.LargeV3`. */
function constantName(
  word: string,
  owner: string | undefined,
  sure: boolean,
  language: CodeLanguage,
  loaders: Loaders,
): NamedInCode | null {
  const kind = owner === undefined ? undefined : enumOf(owner, language, loaders)
  if (kind) {
    const words = wordsOfName(word).join('-')
    const name = { words, written: word, whole: `${owner}.${word}` }[kind.as]
    return namedAt(kind.host, kind.begins + name)
  }
  const plain = plainName(word)
  if (plain.length < 4 || !/\d/.test(plain)) return null
  const known = serviceNames(loaders).get(plain)
  if (known !== undefined && (sure || owner !== undefined)) return namedAt('hosted', known)
  if (!sure || !/^[A-Z][A-Z0-9_]+$/.test(word)) return null
  const spelled = hostedName(word.toLowerCase().replaceAll('_', '-'), loaders)
  return spelled === null ? null : namedAt('hosted', spelled)
}

const enumOf = (owner: string, { endings }: CodeLanguage, { enums }: Loaders) =>
  enums.find(({ of, example }) => owner.endsWith(of) && endings.includes(example.in))

/** Whole names at services, by what they are without hyphens and dots. */
const serviceNames = once(
  ({ hosted }: Loaders): ReadonlyMap<string, string> =>
    new Map(hosted.filter(name => !name.endsWith('-')).map(name => [plainName(name), name])),
)

/** A word that is a constant of a library, where names of models are given. */
export function wordName(tree: SyntaxTree, at: number, { text }: CodeToken, { loaders }: Knowledge): FoundName | null {
  if (!CONSTANT.test(text)) return null
  const { textAt } = tree
  // `new WrenEmbeddingModel()`
  const made = textAt(at + 1) === '(' ? loaders.classes.find(one => text.endsWith(one.ends)) : undefined
  const stem = made ? text.slice(0, -made.ends.length) : ''
  if (made?.names.includes(stem)) return { of: 'model', named: namedAt(made.host, stem), via: text, role: 'use' }
  const joined = textAt(at - 1) === '.' || textAt(at - 1) === '::'
  const owner = joined ? textAt(at - 2) : undefined
  // a constant of one's own has the value that it is given
  if (owner === undefined && textAt(at + 1) === '=') return null
  // it is told where it is made, and without its library it is one's own where names are followed
  if (owner === undefined && tree.language.read === 'followed') return null
  if (owner !== undefined && OWN.has(owner)) return null
  const enumerated = owner !== undefined && enumOf(owner, tree.language, loaders) !== undefined
  if (!enumerated && !/\d/.test(text)) return null
  const compared = comparedIn(tree, at) ?? (joined ? comparedIn(tree, owner === 'case' ? at - 1 : at - 2) : null)
  // `case gpt4o` of an enum makes a constant and compares nothing
  if (textAt(at + 1) === '(' || compared === 'type' || (compared && owner === undefined)) return null
  const around = aroundOf(tree, joined ? at - 2 : at)
  const sure = saysOf([...around, ...ownerOf(owner)], loaders).model
  const named = constantName(text, owner, sure, tree.language, loaders)
  const role = compared === null ? 'use' : 'comparison'
  return named ? { of: 'model', named, via: owner ?? around[0]?.name ?? text, role } : null
}

const CONSTANT = /^[A-Z][A-Za-z0-9_]{2,80}$|^[a-z][a-z_]{0,40}\d[A-Za-z0-9_]{0,80}$/
const OWN = new Set(['self', 'Self', 'static', 'this'])
const ownerOf = (owner: string | undefined): Around[] =>
  owner === undefined ? [] : [{ is: 'block', name: owner, path: [], argument: 0 }]
