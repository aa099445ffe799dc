import type { Knowledge } from '../knowledge/knowledge.ts'
import type { KnownDataset } from '../knowledge/schemas/datasets.ts'
import { once } from '../once.ts'
import { wordsOf } from '../text/words.ts'
import { licensesMentionedIn } from './mentions.ts'
import { type FoundModel, findModel, findModels, type NamedModel } from './models.ts'
import { grown, type NameTree, namedAt, newTree } from './tree.ts'

/**
 * What a name is of: `own` of the release itself, `family` of a model whose version it does not tell, `called` of a
 * model of which nothing is known but the name.
 */
type Meant =
  | { readonly kind: 'own' | 'called' | 'license' | 'program' }
  | { readonly kind: 'organization' }
  | { readonly kind: 'model' | 'family'; readonly known: FoundModel }
  | { readonly kind: 'dataset'; readonly dataset: KnownDataset }

/** A name in a text, by what `knowledge` or the release itself calls so. */
type Name = Meant & {
  /** of a license or a set its id, else what it is called */
  readonly id: string
  readonly start: number
  readonly end: number
  readonly spelled: string
}

/** Names that are written with their capitals. */
interface Proper {
  readonly id: string
  readonly meant: Meant
  /** which of its words begin with a capital */
  readonly capitals: readonly boolean[]
}

const add = (tree: NameTree<Proper>, name: string, id: string, meant: Meant): void => {
  const words = wordsOf(name)
  const capitals = words.map(({ start }) => isCapital(name, start))
  const end = grown(
    tree,
    words.map(({ text }) => text),
  )
  // what comes first is meant
  if (words.length > 0) end.named.unshift({ id, meant, capitals })
}

const isCapital = (text: string, at: number) => /\p{Lu}/u.test(text[at] ?? '')

const properOf = once(({ datasets, organizations, libraries, origins }: Knowledge): NameTree<Proper> => {
  const tree = newTree<Proper>()
  for (const { spelled } of origins)
    for (const name of spelled.model.flatMap(names => names.split('|'))) add(tree, name, name, { kind: 'called' })
  for (const dataset of datasets)
    for (const name of dataset.names) add(tree, name, dataset.id, { kind: 'dataset', dataset })
  for (const { name } of organizations) add(tree, name, name, { kind: 'organization' })
  for (const { name } of libraries.libraries) add(tree, name, name, { kind: 'program' })
  return tree
})

const treeOf = once((own: readonly string[]): NameTree<Proper> => {
  const tree = newTree<Proper>()
  for (const name of own) {
    const names = name.slice(name.lastIndexOf('/') + 1)
    if (names.length >= SHORTEST) add(tree, names.toLowerCase(), name, { kind: 'own' })
  }
  return tree
})
/** a shorter name is also a word */
const SHORTEST = 3

/** Where a text names what the release calls its own, however that is spelled. */
export const ownIn = (text: string, own: readonly string[]): Name[] => [...properIn(text, treeOf(own))]

function* properIn(text: string, tree: NameTree<Proper>): Generator<Name> {
  const all = wordsOf(text)
  const words = all.map(word => word.text)
  for (let at = 0; at < all.length; at++) {
    const best = namedAt(tree, words, at).findLast(({ named }) =>
      named.capitals.every((capital, offset) => !capital || isCapital(text, all[at + offset]?.start ?? 0)),
    )
    if (!best) continue
    const [start, end] = [all[at]?.start ?? 0, all[best.to - 1]?.end ?? 0]
    yield { ...best.named.meant, id: best.named.id, start, end, spelled: text.slice(start, end) }
    at = best.to - 1
  }
}

/**
 * Every name in a text, in order: of the release itself, licenses, models, sets of data, organizations and programs.
 * Of names that overlap the longest is meant; the same words may name several things, the release's own first.
 */
export function namesIn(text: string, knowledge: Knowledge, own: readonly string[] = []): Name[] {
  const all = [
    ...ownIn(text, own),
    ...licensesMentionedIn(text, knowledge).map((one): Name => ({ kind: 'license', ...one })),
    ...findModels(knowledge, text).map(({ found: known, start, end }): Name => {
      const { versionless, name: id } = known.version
      return { kind: versionless ? 'family' : 'model', known, id, start, end, spelled: text.slice(start, end) }
    }),
    ...properIn(text, properOf(knowledge)),
  ]
  const taken = new Uint8Array(text.length)
  const spans = new Set<string>()
  return all
    .toSorted((one, other) => other.end - other.start - (one.end - one.start))
    .filter(({ start, end }) => {
      const isFirst = !taken.subarray(start, end).includes(1)
      taken.fill(1, start, end)
      if (isFirst) spans.add(`${start} ${end}`)
      return spans.has(`${start} ${end}`)
    })
    .sort((one, other) => one.start - other.start)
}

/**
 * The models that a sentence names, each with its place: words without a capital, a digit or a hyphen name none
 * ("phi"). A family and a version further on are one: "DeepSeek has published its model R1".
 */
export function modelsNamedIn(
  sentence: string,
  knowledge: Knowledge,
): readonly (NamedModel & { readonly spelled: string })[] {
  return namesIn(sentence, knowledge).flatMap(one => {
    const { kind, start, end } = one
    if (kind !== 'model' && kind !== 'family' && kind !== 'organization') return []
    const spelled = one.spelled + (/^[\w.-]*\w/.exec(sentence.slice(end))?.[0] ?? '')
    if (!/[\p{Lu}\d-]/u.test(spelled)) return []
    if (kind === 'model') return [{ found: one.known, start, end, spelled }]
    for (const [word] of sentence.slice(end, end + VERSION_BEHIND).matchAll(VERSION)) {
      const found = findModel(knowledge, `${one.spelled} ${word}`)
      const isMeant = kind === 'organization' || found?.family === one.known.family
      if (found && isMeant && !found.version.versionless) return [{ found, start, end, spelled: word }]
    }
    return kind === 'family' ? [{ found: one.known, start, end, spelled }] : []
  })
}
const VERSION = /(?<![\w-])[A-Z][\w.-]*\d[\w.-]*/g
/** characters between a family's name and its version */
const VERSION_BEHIND = 80
