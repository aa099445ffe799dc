import { once } from '../once.ts'
import { languageOf } from '../text/language.ts'
import type { Document } from './document.ts'

/** how much of a document tells its language */
const LOOKED = 20_000
/** fewer letters than this tell nothing */
const FEWEST = 200

/**
 * The language of a document, where it is one whose words are not read (they are in English and Chinese); null where it
 * is read, or says too little.
 */
export const unreadLanguage: (document: Document) => string | null = once(({ blocks }) => {
  let text = ''
  for (const block of blocks) {
    if (text.length >= LOOKED) break
    if (block.kind !== 'code') text += `${block.text.slice(0, LOOKED)}\n`
  }
  if ((text.match(/\p{L}/gu)?.length ?? 0) < FEWEST) return null
  const { read, name } = languageOf(text)
  return read === 'other' ? name : null
})
