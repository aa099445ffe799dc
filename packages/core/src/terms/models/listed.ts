import type { Evidence } from '../../evidence/index.ts'
import { lettersOf } from '../../text/letters.ts'
import { wordsOf } from '../../text/words.ts'
import type { ModelRights } from '../rights.ts'
import { listNames } from './apart.ts'

/** A model of the release that a row of a table leads to. */
interface Listed {
  readonly name: string
  readonly url: string
}

/** more models under the same terms are told together */
const MOST_APART = 8

/**
 * The models of a release of which some are told by name: those of its tables of downloads, each once. What is said of
 * the rest, by the release's own name, is said of those that nobody names.
 */
export function asListed(models: readonly ModelRights[], evidence: Evidence): readonly ModelRights[] {
  const listed = listedIn(evidence)
  const own = lettersOf(evidence.release.name)
  const [rest] = models.filter(({ name }) => lettersOf(name) === own)
  if (evidence.weights.offer !== 'linked' || models.length < 2 || listed.length < 2 || !rest) return models
  const told = models
    .filter(one => one !== rest)
    .map(one => {
      const of = coveredBy(one.name, listed)
      return {
        of,
        model: of.length === 1 && of[0] && isNamed(one.name, of[0].name) ? { ...one, name: of[0].name } : one,
      }
    })
  const covered = new Set(told.flatMap(({ of }) => of))
  const left = listed.filter(one => !covered.has(one))
  const named = told.map(({ model }) => model)
  // terms that are said of models that no table has stay in sight
  const isTold = listed.some(one => isNamed(one.name, rest.name)) || models.every(({ floor }) => floor.length === 0)
  if (left.length === 0) return isTold ? named : models
  const { name, ...rights } = rest
  if (left.length > MOST_APART) return [{ ...rights, name: listNames(left.map(one => one.name)) }, ...named]
  const placeOf = (model: ModelRights) => {
    const at = listed.findIndex(({ name }) => name === model.name)
    return at < 0 ? listed.length : at
  }
  return [...left.map(one => ({ ...rights, name: one.name, places: [one.url] })), ...named].toSorted(
    (one, other) => placeOf(one) - placeOf(other),
  )
}

const isNamed = (one: string, other: string) => lettersOf(bare(one)) === lettersOf(bare(other))
/** the model that others were tuned from goes by either name */
const bare = (name: string) => name.replace(/[-_ ]base$/i, '')

/** The models that a name is of: the one that is called so, else those that are called so and more. */
function coveredBy(name: string, listed: readonly Listed[]): readonly Listed[] {
  const same = listed.filter(one => lettersOf(one.name) === lettersOf(name))
  if (same.length > 0) return same
  const plain = listed.filter(one => isNamed(one.name, name))
  const words = wordsOf(name)
  return plain.length > 0
    ? plain
    : listed.filter(one => words.every(({ text }) => wordsOf(one.name).some(word => word.text === text)))
}

/** files of weights, whose names are those of their models */
const FILE = /^(?=.*\p{L}\p{L}.*\d)(.{5,60}?)\.(?:tar(?:\.gz)?|zip|safetensors|gguf|bin|pth?|ckpt)$/u

/** The own models to which rows of tables lead; none where some have no name. */
function listedIn({ documents, weights }: Evidence): readonly Listed[] {
  const names = new Map<string, Listed>()
  for (const { own, via, name, url, cited } of weights.links) {
    const [at] = cited
    if (!own || via !== 'download' || !('line' in at)) continue
    const page = documents.find(({ path }) => path === at.path)
    if (!page?.blocks.some(({ kind, line }) => kind === 'row' && line === at.line)) continue
    const called = name ?? FILE.exec(url.slice(url.lastIndexOf('/') + 1))?.[1]
    if (called === undefined) return []
    if (!names.has(lettersOf(called))) names.set(lettersOf(called), { name: called, url })
  }
  return [...names.values()]
}
