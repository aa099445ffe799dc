import { type Document, readDocument } from '../documents/index.ts'
import { unreadLanguage } from '../documents/language.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { LegalFiles } from '../knowledge/legal-files.ts'
import { legalNameOf } from '../knowledge/legal-names.ts'
import type { Release, Text } from '../sources/release.ts'
import { readData } from './data/index.ts'
import { asDeclared } from './declared.ts'
import { notLookedAt, placesElsewhere } from './elsewhere.ts'
import { cite, type Evidence } from './evidence.ts'
import { takeInventory } from './inventory/index.ts'
import { librarySeen } from './libraries.ts'
import { readMetadata } from './metadata.ts'
import { depth, isCard, isDocument, isReadme } from './paths.ts'
import { otherRepository } from './repository.ts'
import { findWeights } from './weights.ts'

export type { Evidence, Gate } from './evidence.ts'

/** more documents than this are a manual, not a card */
const MAX_DOCUMENTS = 40
/** how much of the documents is read in all; a manual's later chapters do not decide what a release is */
const MAX_CHARACTERS = 3_000_000

/** Reads a release into evidence: documents, metadata, weights and the inventory of components. Reads no license. */
export function gather(release: Release, knowledge: Knowledge): Evidence {
  const documents = readDocuments(release, knowledge.legalFiles)
  const card =
    documents.find(document => isReadme(document.path) && depth(document.path) === 0) ??
    documents.find(document => isCard(document.path)) ??
    documents[0] ??
    null
  const metadata = readMetadata(release, card, knowledge.legalFiles)
  const weights = findWeights(release, documents, card, metadata, knowledge)
  const library = librarySeen(documents, metadata, release, knowledge.libraries.libraries)
  const data = readData(release, documents, metadata, knowledge)
  const found = takeInventory(release, documents, card, metadata, weights, data, library?.cited ?? null, knowledge)
  const components = asDeclared(found, release)
  const elsewhere = placesElsewhere(release, documents, metadata, knowledge)
  const repository = otherRepository(documents, release, knowledge)
  const notes = [
    ...documents.flatMap(document => document.notes.map(says => ({ says, path: document.path }))),
    ...documents.slice(0, 1).flatMap(notRead),
    ...notLookedAt(release, elsewhere).map(says => ({ says })),
  ]
  return { release, documents, card, metadata, weights, data, components, library, elsewhere, repository, notes }
}

export { cite }

/**
 * A card in a language that is not read is looked at for its links and metadata, and what it lacks may be said in its
 * words.
 */
function notRead(document: Document): Evidence['notes'] {
  const language = unreadLanguage(document)
  if (language === null) return []
  const says =
    `${document.path} is in ${language}, whose words are not read: its metadata and links were, and what was not ` +
    'found may be told there'
  return [{ says, path: document.path }]
}

function readDocuments(release: Release, legal: LegalFiles): Document[] {
  let budget = MAX_CHARACTERS
  const chosen: Document[] = []
  for (const text of [...release.texts.values()].filter(text => isProse(text, legal)).sort(byRank)) {
    if (chosen.length === MAX_DOCUMENTS) break
    if (text.content.length > budget) continue
    budget -= text.content.length
    chosen.push(readDocument(text))
  }
  return chosen
}

const ASIDE = new RegExp(
  String.raw`(^|\/)(node_modules|third_?party|3rd_?party|vendor|\.github|tests?|changelog|contributing|` +
    String.raw`code_of_conduct|security)(\/|\.|$)`,
  'i',
)

/** Licenses, policies and notices are read as what they are, elsewhere. */
function isProse(text: Text, legal: LegalFiles): boolean {
  const name = text.path.slice(text.path.lastIndexOf('/') + 1)
  return (
    isDocument(text.path) &&
    legalNameOf(text.path, legal) === null &&
    !ASIDE.test(text.path) &&
    !/^requirements/i.test(name)
  )
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
