import { citeSentence } from '../../documents/cite.ts'
import type { Block, Document } from '../../documents/index.ts'
import { unreadLanguage } from '../../documents/language.ts'
import { linksInPlace } from '../../documents/places.ts'
import { sentencesOfDocument } from '../../documents/sentences.ts'
import type { Release } from '../../release/release.ts'
import type { Citation } from '../../report/report.ts'
import type { ComponentId } from '../../report/vocabulary.ts'
import { type ComponentFound, cite, type Looked } from '../evidence.ts'
import type { Hear } from '../signs.ts'

/**
 * Whether there was something to read in a language whose words are read: the first document speaks for the release.
 */
const isRead = ([first]: readonly Document[]): boolean => first !== undefined && unreadLanguage(first) === null

/** documents that are named where nothing was found in them */
const DOCUMENTS_NAMED = 8

/** Where was looked: not finding something says something where the listing is complete and documents were read. */
export const lookedThrough = (
  { files, complete }: Pick<Release, 'files' | 'complete'>,
  documents: readonly Document[],
): Looked => ({
  cited: cite({
    looked: [`${files.length} file names`, ...documents.slice(0, DOCUMENTS_NAMED).map(({ path }) => path)],
  }),
  isWhole: complete && isRead(documents),
})

/** What is looked through for a component, and how its words are heard. */
export interface LookAtFiles {
  readonly documents: readonly Document[]
  readonly looked: Looked
  readonly hear: Hear
}

/** Not found: absent, or unknown. */
export const absent = (
  id: ComponentId,
  { looked: { isWhole, cited } }: Pick<LookAtFiles, 'looked'>,
): ComponentFound => ({
  id,
  presence: isWhole ? 'absent' : 'unknown',
  cited,
})

/** The first link whose own label, whose sentence, or what leads to its table, speaks of a component. */
function linkedIn(documents: readonly Document[], sign: string, hear: Hear): Citation | null {
  for (const document of documents)
    for (const { link, block, around } of linksInPlace(document))
      if (hear(link.label).says(sign) || hear(around).says(sign) || hear(leadOf(block, document)).says(sign))
        return { url: link.url, path: document.path, line: link.line }
  return null
}

/** What stands right before a table, and ends in a colon. */
function leadOf(block: Block, { blocks }: Document): string {
  if (block.kind !== 'row') return ''
  const lead = blocks[blocks.findLastIndex(({ kind, line }) => kind !== 'row' && line < block.line)]
  return lead && /[:：]$/.test(lead.text) ? lead.text.slice(-LONGEST_SENTENCE) : ''
}

/** The first sentence that speaks of a component, and neither refuses nor only promises it. */
export function mentionOf(documents: readonly Document[], sign: string, hear: Hear): Citation | null {
  for (const document of documents)
    for (const block of document.blocks) {
      if (block.kind === 'code' || block.kind === 'heading') continue
      for (const sentence of sentencesOfDocument(block)) {
        const { says } = hear(sentence.text.slice(0, LONGEST_SENTENCE))
        if (says(sign) && !says('inventory.denied'))
          return citeSentence(document, sentence.line, sentence.endLine, sentence.text)
      }
    }
  return null
}

/** longer than any real sentence; it is foreign input */
const LONGEST_SENTENCE = 1_000

/** What documents say of a component: a link to it, else words on it, else nothing. */
export function said(
  id: ComponentId,
  look: LookAtFiles,
  link = linkedIn(look.documents, `inventory.${id}`, look.hear),
): ComponentFound {
  if (link) return { id, presence: 'linked', cited: cite(link) }
  const mention = mentionOf(look.documents, `inventory.${id}`, look.hear)
  return mention ? { id, presence: 'described', cited: cite(mention) } : absent(id, look)
}
