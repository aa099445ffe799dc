import { citeLines } from '../documents/cite.ts'
import { type Document, lineAt, readDocument } from '../documents/index.ts'
import { unreadLanguage } from '../documents/language.ts'
import type { Knowledge, PublicLibrary } from '../knowledge/knowledge.ts'
import type { LegalFiles } from '../knowledge/legal-files.ts'
import { once } from '../once.ts'
import { type Answers, NO_ANSWERS } from '../readings/answers.ts'
import type { Release, Text, UnreadFile } from '../release/release.ts'
import { roleOf } from '../release/wanted.ts'
import { readData } from './data/index.ts'
import { cite, type Evidence, type LibrarySeen, type Metadata, type Offer, type WeightsFound } from './evidence.ts'
import { takeInventory } from './inventory/index.ts'
import { lookedThrough } from './inventory/looking.ts'
import { blankFiles, legalFiles } from './legal/index.ts'
import { furtherCards } from './metadata/cards.ts'
import { readMetadata } from './metadata/index.ts'
import { depth, isAside, isCard, isDocument, isReadme } from './paths.ts'
import { identified } from './publisher/identity.ts'
import { publisherOf } from './publisher/owners.ts'
import { notLookedAt, otherRepository, placesElsewhere } from './weights/elsewhere.ts'
import { findWeights, isMain } from './weights/index.ts'

export type { Evidence, Gate } from './evidence.ts'

/** more documents than this are a manual: of the rest only pages that speak of terms are read */
const MAX_DOCUMENTS = 40
/** how much of the documents is read in all; a manual's later chapters do not decide what a release is */
const MAX_CHARACTERS = 3_000_000

/** Reads a release into evidence: documents, metadata, weights and the inventory of components. Reads no license. */
export function gather(given: Release, knowledge: Knowledge, answers: Answers = NO_ANSWERS): Evidence {
  const { documents, unread } = readDocuments(given, knowledge.legalFiles)
  const release = identified(given, documents, knowledge)
  const card =
    documents.find(document => isReadme(document.path) && depth(document.path) === 0) ??
    documents.find(document => isCard(document.path)) ??
    documents[0] ??
    null
  const cards = furtherCards({ documents, card, release }, knowledge.legalFiles)
  const metadata = readMetadata(release, card, knowledge.legalFiles)
  const who = publisherOf(release, documents, knowledge)
  const looked = lookedThrough(release, documents)
  const page = { release, who, looked, documents, card, metadata }
  const weights = asAnswered(findWeights(page, knowledge), answers)
  const library = librarySeen(documents, metadata, release, knowledge.libraries.libraries)
  const data = readData(page, knowledge)
  const seen = { ...page, weights, data }
  const components = takeInventory(seen, library?.cited ?? null, knowledge)
  const elsewhere = release.hub ? placesElsewhere(documents, metadata, who) : []
  const repository = otherRepository(documents, release, who, knowledge)
  const notes = [
    ...documents.flatMap(document => document.notes.map(says => ({ says, path: document.path }))),
    ...unread.filter(({ path }) => path === documents[0]?.path).map(toldOfCard),
    ...notLookedAt(release.linked, elsewhere).map(says => ({ says })),
  ]
  return {
    ...seen,
    answers,
    unread,
    cards,
    legal: legalFiles(release, knowledge.legalFiles),
    blank: blankFiles(release, knowledge.legalFiles),
    isOnePage: isOnePage(weights.offer, metadata.kind, release.files),
    components,
    library,
    elsewhere,
    repository,
    notes,
  }
}

export { cite }

/** Of a card whose words are not read the links and metadata are, and what it lacks may be said in its words. */
const toldOfCard = ({ path, says }: UnreadFile) => ({
  says: `${path} ${says}: its metadata and links were, and what was not found may be told there`,
  path,
})

/** What is read of the documents, and those that may tell of terms and are not. */
interface Read {
  readonly documents: readonly Document[]
  readonly unread: readonly UnreadFile[]
}

/** The documents of a release: the first of them, and of a manual every page that speaks of terms. */
function readDocuments(release: Release, legal: LegalFiles): Read {
  let budget = MAX_CHARACTERS
  const documents: Document[] = []
  const unread: UnreadFile[] = []
  for (const text of [...release.texts.values()].filter(text => isProse(text, legal)).sort(byRank)) {
    const { path, content } = text
    const speaks = documents.length < MAX_DOCUMENTS || OF_TERMS.test(content)
    if (!speaks) continue
    if (content.length > budget) {
      const says = `was not read: the documents before it have over ${MAX_CHARACTERS / 1_000_000 - 1} million letters`
      if (OF_TERMS.test(content)) unread.push({ path, why: 'too-many', says })
      continue
    }
    budget -= content.length
    const document = documentOf(text)
    documents.push(document)
    if (document.cut !== undefined)
      unread.push({
        path,
        why: 'too-large',
        says: `is not read to its end on line ${document.cut}, for its length or depth`,
      })
    const language = isMain(document) ? unreadLanguage(document) : null
    if (language !== null) unread.push({ path, why: 'language', says: `is in ${language}, whose words are not read` })
  }
  return { documents, unread }
}

/** the same text is judged again with each answer that is supposed */
const documentOf = once((text: Text) => readDocument(text))

/** words that terms have, in a page of a manual */
const OF_TERMS = new RegExp(
  String.raw`\b(?:may|must|shall) (?:not|only)\b|\b(?:prohibit|forbid|restrict)\w*|com+er[cz]|kommer[zc]|` +
    String.raw`\bli[cz]en[cçsz]|\bterms of\b|不得|禁止|商[业業用]|[许許]可|授[权權]|ライセンス|라이[선센]스|상업|` +
    'коммерч|лиценз',
  'i',
)

/** Cards and documents; licenses, policies and notices are read as what they are, elsewhere. */
function isProse({ path }: Text, legal: LegalFiles): boolean {
  const role = roleOf(path, legal)
  return role !== 'license' && (role !== null || isDocument(path)) && !isAside(path)
}

/** The root README first, in English before translations, then cards, then by depth. */
function byRank(one: Text, other: Text): number {
  return pathRank(one.path) - pathRank(other.path) || one.path.localeCompare(other.path)
}

function pathRank(path: string): number {
  const translated = /[._-](zh|cn|ja|jp|ko|fr|es|de|pt|ru|it|tw|hant|hans)(-?[a-z]{2})?\.[a-z]+$/i.test(path) ? 2 : 0
  // "README-PYPI.md" is another page, and comes after "README.md"
  const other = /readme\.\w+$/i.test(path) || translated > 0 ? 0 : 1
  if (isReadme(path)) return depth(path) * 10 + translated + other
  if (isCard(path)) return depth(path) * 10 + 3
  return depth(path) * 10 + 6
}

/** What answers say of where weights are, but for an address. */
const OFFERS: Readonly<Record<string, Offer>> = { here: 'card', api: 'api', promised: 'promised', none: 'none' }

/** The weights as they were found, or where somebody read that they are offered: by a link, here, or not at all. */
function asAnswered(found: WeightsFound, answers: Answers): WeightsFound {
  const answer = answers.of('offered', '')
  if (answer === undefined) return found
  const offer = OFFERS[answer]
  // whoever answers that it is no model says what it is
  if (offer === 'none') return { ...found, offer, said: { tool: found.cited[0] } }
  if (offer) return { ...found, offer }
  const [link] = found.links.filter(({ url }) => url === answer)
  if (!link) return found
  const links = found.links.map(one => (one.url === answer ? { ...one, own: true, via: 'download' as const } : one))
  return { ...found, offer: 'linked', links, cited: cite(link.cited[0]) }
}

/**
 * The public library that runs the model: named in metadata, imported or called in a sample, or implied by the files.
 */
function librarySeen(
  documents: readonly Document[],
  metadata: Metadata,
  release: Release,
  libraries: readonly PublicLibrary[],
): LibrarySeen | null {
  const named = metadata.library
  if (named) {
    const library = libraries.find(library => library.imports.includes(named.value.toLowerCase()))
    if (library) return { library, cited: named.cited[0] }
  }
  const byImport = new Map(libraries.flatMap(library => library.imports.map(word => [word, library] as const)))
  for (const document of documents.slice(0, 6))
    for (const block of document.blocks) {
      if (block.kind !== 'code') continue
      for (const match of block.text
        .slice(0, 20_000)
        .matchAll(/(?:\bimport|\bfrom|pip3? install(?: -U| --upgrade)?|\$)\s+([\w.-]{2,40})|^\s*([\w.-]{2,40})\s/g)) {
        const library = byImport.get((match[1] ?? match[2] ?? '').split('.')[0]?.toLowerCase().replace(/_/g, '-') ?? '')
        if (library)
          return {
            library,
            cited: citeLines(document.path, document.lines, lineAt(block, match.index)),
          }
      }
    }
  return byFile(release, libraries)
}

/** A file name can say which library wrote it: `config.json` with `architectures`, `model_index.json`, a GGUF file. */
function byFile(release: Release, libraries: readonly PublicLibrary[]): LibrarySeen | null {
  for (const [path, text] of release.texts) {
    const key = /(^|\/)config\.json$/.test(path)
      ? /"transformers_version"/
      : /(^|\/)model_index\.json$/.test(path)
        ? /"_diffusers_version"/
        : /(^|\/)adapter_config\.json$/.test(path)
          ? /"peft_type"/
          : null
    const found = key?.exec(text.content)
    const name = found?.[0].replace(/["_]|version/g, '').replace('type', '')
    const library = name ? libraries.find(library => library.imports.includes(name)) : undefined
    if (library && found) return { library, cited: { path, key: found[0].replace(/"/g, ''), value: library.name } }
  }
  const gguf = release.files.find(file => /\.gguf$/i.test(file.path))
  const runner = gguf ? libraries.find(library => library.imports.includes('gguf')) : undefined
  return gguf && runner ? { library: runner, cited: { path: gguf.path } } : null
}

/** Whether a release is one model's: a hub's page of it, or its configuration and its weights. */
function isOnePage(offer: Offer, kind: Metadata['kind'], files: Release['files']): boolean {
  const here = offer === 'in-tree' || offer === 'named'
  if (kind === 'model') return here || offer === 'card' || offer === 'linked'
  return kind === null && here && files.some(({ path }) => path === 'config.json' || path === 'model_index.json')
}
