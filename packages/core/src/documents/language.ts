import { once } from '../once.ts'
import { languageOf } from '../text/language.ts'
import { countOf } from '../text/unicode.ts'
import type { Block, Document } from './document.ts'

/** how much of a document tells its language */
const LOOKED = 20_000
/** fewer words of running prose, or letters of another script in it, tell nothing */
const FEWEST_WORDS = 40
const FEWEST_LETTERS = 80

/**
 * The language of a document, where it is one whose words are not read (they are in English and Chinese); null where it
 * is read, or says too little.
 */
export const unreadLanguage: (document: Document) => string | null = once(({ blocks }) => {
  let text = ''
  for (const block of blocks) {
    if (text.length >= LOOKED) break
    if (block.kind === 'paragraph' || block.kind === 'item') text += `${proseOf(block).slice(0, LOOKED)}\n`
  }
  if (
    countOf(text, /\p{Script=Latin}{2,}/gu) < FEWEST_WORDS &&
    countOf(text, /(?!\p{Script=Latin})\p{L}/gu) < FEWEST_LETTERS
  )
    return null
  const { read, name } = languageOf(text)
  return read === 'other' ? name : null
})

/** A block without its links, addresses, names of files and what stands between marks of code. */
function proseOf({ text, links }: Block): string {
  const plain = links.reduceRight((left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`, text)
  return plain.replace(/https?:\S+|`[^`]{1,200}`|\S*[\d_/|=]\S*/g, ' ')
}
