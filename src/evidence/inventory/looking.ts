import { citeSentence } from '../../documents/cite.ts'
import type { Document } from '../../documents/index.ts'
import { unreadLanguage } from '../../documents/language.ts'
import { linksInPlace } from '../../documents/places.ts'
import { sentencesOf } from '../../documents/sentences.ts'
import type { Citation } from '../../report.ts'
import type { Release } from '../../sources/release.ts'
import type { ComponentId } from '../../vocabulary.ts'
import { type ComponentFound, cite } from '../evidence.ts'

/** Whether there was something to read in a language whose words are read: the first document speaks for the release. */
export const isRead = ([first]: readonly Document[]): boolean => first !== undefined && unreadLanguage(first) === null

/** Not found: absent where the listing is complete and documents were read, otherwise unknown. */
export function absent(id: ComponentId, release: Release, documents: readonly Document[]): ComponentFound {
  const looked: [string, ...string[]] = [
    `${release.files.length} file names`,
    ...documents.slice(0, 8).map(document => document.path),
  ]
  return { id, presence: release.complete && isRead(documents) ? 'absent' : 'unknown', cited: cite({ looked }) }
}

/** The first link whose own label, or whose sentence, has the words. */
function linkedIn(documents: readonly Document[], words: RegExp): Citation | null {
  for (const document of documents)
    for (const { link, around } of linksInPlace(document))
      if (words.test(link.label) || words.test(around)) return { url: link.url, path: document.path, line: link.line }
  return null
}

/** a plan, or a refusal, describes nothing */
const DENIES =
  /\b(?:not|n['’]t|never|no plans?|cannot|unable|without|will be|to be released|plan(?:s|ned|ning)? to|coming soon|todo|later)\b|不(?:会|打算|计划|开源|公开)|暂不|即将|计划/i

/** The first sentence with the words that neither refuses nor only promises. */
export function mentionOf(documents: readonly Document[], words: RegExp): Citation | null {
  for (const document of documents)
    for (const block of document.blocks) {
      if (block.kind === 'code' || block.kind === 'heading' || !words.test(block.text.slice(0, 5_000))) continue
      for (const sentence of sentencesOf(block))
        if (words.test(sentence.text) && !DENIES.test(sentence.text.slice(0, 600)))
          return citeSentence(document, sentence.line, sentence.endLine, sentence.text)
    }
  return null
}

/** What documents say of a component: a link to it, else words on it, else nothing. */
export function said(
  id: ComponentId,
  words: RegExp,
  release: Release,
  documents: readonly Document[],
  link = linkedIn(documents, words),
): ComponentFound {
  if (link) return { id, presence: 'linked', cited: cite(link) }
  const mention = mentionOf(documents, words)
  return mention ? { id, presence: 'described', cited: cite(mention) } : absent(id, release, documents)
}
