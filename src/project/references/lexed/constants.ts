import type { Loaders } from '../../../knowledge/loaders.ts'
import { once } from '../../../once.ts'
import { plainName, wordsOfName } from '../keys.ts'
import { hostedName, type Named } from '../names.ts'

/** What a constant of a library names: `ChatModelName.GPT_4_O_MINI`, `Model::Gpt4oMini`, `GgmlType.LargeV3`. */
export function constantName(word: string, owner: string | undefined, sure: boolean, loaders: Loaders): Named | null {
  const kind = owner === undefined ? undefined : loaders.enums.find(({ of }) => of === owner || owner.endsWith(of))
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

/** Whole names at services, by what they are without hyphens and dots. */
const namesOf = once(
  ({ hosted }: Loaders): ReadonlyMap<string, string> =>
    new Map(hosted.filter(name => !name.endsWith('-')).map(name => [plainName(name), name])),
)
