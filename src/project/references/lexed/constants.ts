import type { CodeLanguage } from '../../../knowledge/code-languages.ts'
import type { Knowledge } from '../../../knowledge/knowledge.ts'
import type { Loaders } from '../../../knowledge/loaders.ts'
import { once } from '../../../once.ts'
import { plainName, wordsOfName } from '../keys.ts'
import { hostedName, type Named } from '../names.ts'
import { comparedIn } from './compared.ts'
import { type Around, aroundOf, type Tree } from './context.ts'
import type { Token } from './lexer.ts'
import { type FoundName, saysOf } from './named.ts'

/** What a constant of a library names: `ChatModelName.GPT_4_O_MINI`, `Model::Gpt4oMini`, `GgmlType.LargeV3`. */
function constantName(
  word: string,
  owner: string | undefined,
  sure: boolean,
  language: CodeLanguage,
  loaders: Loaders,
): Named | null {
  const kind = owner === undefined ? undefined : enumOf(owner, language, loaders)
  if (kind) {
    const words = wordsOfName(word).join('-')
    const name = { words, written: word, whole: `${owner}.${word}` }[kind.as]
    return { id: kind.begins + name, host: kind.host, revision: null }
  }
  const plain = plainName(word)
  if (plain.length < 4 || !/\d/.test(plain)) return null
  const known = namesOf(loaders).get(plain)
  if (known !== undefined && (sure || owner !== undefined)) return { id: known, host: 'hosted', revision: null }
  if (!sure || !/^[A-Z][A-Z0-9_]+$/.test(word)) return null
  const spelled = hostedName(word.toLowerCase().replaceAll('_', '-'), loaders)
  return spelled === null ? null : { id: spelled, host: 'hosted', revision: null }
}

/** The kind of constants that a type has, in the languages of its library. */
const enumOf = (owner: string, { endings }: CodeLanguage, { enums }: Loaders) =>
  enums.find(({ of, example }) => owner.endsWith(of) && endings.includes(example.in))

/** Whole names at services, by what they are without hyphens and dots. */
const namesOf = once(
  ({ hosted }: Loaders): ReadonlyMap<string, string> =>
    new Map(hosted.filter(name => !name.endsWith('-')).map(name => [plainName(name), name])),
)

/** A word that is a constant of a library, where names of models are given. */
export function wordName(tree: Tree, at: number, { text }: Token, { loaders }: Knowledge): FoundName | null {
  if (!CONSTANT.test(text)) return null
  const { textAt } = tree
  // `new WrenEmbeddingModel()`
  const made = textAt(at + 1) === '(' ? loaders.classes.find(one => text.endsWith(one.ends)) : undefined
  const stem = made ? text.slice(0, -made.ends.length) : ''
  if (made?.names.includes(stem))
    return { of: 'model', named: { id: stem, host: made.host, revision: null }, via: text, role: 'use' }
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
