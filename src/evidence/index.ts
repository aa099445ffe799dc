import { type Document, readDocument } from '../documents/index.ts'
import { unreadLanguage } from '../documents/language.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { LegalFiles } from '../knowledge/legal-files.ts'
import { type Answers, NO_ANSWERS } from '../readings/answers.ts'
import type { Release, Text, Unread } from '../sources/release.ts'
import { roleOf } from '../sources/wanted.ts'
import { asAnswered } from './answered.ts'
import { readData } from './data/index.ts'
import { cite, type Evidence } from './evidence.ts'
import { takeInventory } from './inventory/index.ts'
import { librarySeen } from './libraries.ts'
import { asDeclared } from './metadata/declared.ts'
import { readMetadata } from './metadata/index.ts'
import { depth, isAside, isCard, isDocument, isReadme } from './paths.ts'
import { identified } from './publisher/identity.ts'
import { otherRepository } from './publisher/repository.ts'
import { notLookedAt, placesElsewhere } from './weights/elsewhere.ts'
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
  const metadata = readMetadata(release, card, knowledge.legalFiles)
  const weights = asAnswered(findWeights(release, documents, card, metadata, knowledge), answers)
  const library = librarySeen(documents, metadata, release, knowledge.libraries.libraries)
  const data = readData(release, documents, metadata, knowledge)
  const found = takeInventory({ release, documents, card, metadata, weights, data }, library?.cited ?? null, knowledge)
  const components = asDeclared(found, release)
  const elsewhere = placesElsewhere(release, documents, metadata, knowledge)
  const repository = otherRepository(documents, release, knowledge)
  const notes = [
    ...documents.flatMap(document => document.notes.map(says => ({ says, path: document.path }))),
    ...unread.filter(({ path }) => path === documents[0]?.path).map(toldOfCard),
    ...notLookedAt(release, elsewhere).map(says => ({ says })),
  ]
  return {
    release,
    answers,
    documents,
    unread,
    card,
    metadata,
    weights,
    data,
    components,
    library,
    elsewhere,
    repository,
    notes,
  }
}

export { cite }

/** Of a card whose words are not read the links and metadata are, and what it lacks may be said in its words. */
const toldOfCard = ({ path, says }: Unread) => ({
  says: `${path} ${says}: its metadata and links were, and what was not found may be told there`,
  path,
})

/** What is read of the documents, and those that may tell of terms and are not. */
interface Read {
  readonly documents: readonly Document[]
  readonly unread: readonly Unread[]
}

/** The documents of a release: the first of them, and of a manual every page that speaks of terms. */
function readDocuments(release: Release, legal: LegalFiles): Read {
  let budget = MAX_CHARACTERS
  const documents: Document[] = []
  const unread: Unread[] = []
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
    const document = readDocument(text)
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
  return rank(one.path) - rank(other.path) || one.path.localeCompare(other.path)
}

function rank(path: string): number {
  const translated = /[._-](zh|cn|ja|jp|ko|fr|es|de|pt|ru|it|tw|hant|hans)(-?[a-z]{2})?\.[a-z]+$/i.test(path) ? 2 : 0
  // "README-PYPI.md" is another page, and comes after "README.md"
  const other = /readme\.\w+$/i.test(path) || translated > 0 ? 0 : 1
  if (isReadme(path)) return depth(path) * 10 + translated + other
  if (isCard(path)) return depth(path) * 10 + 3
  return depth(path) * 10 + 6
}
