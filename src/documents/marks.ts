import { once } from '../once.ts'
import { lookAt, type Marks, marksOf, type Sought } from '../patterns/index.ts'
import type { Block, Document, Link } from './document.ts'
import type { Sentence } from './sentences.ts'

/** The marks of a block's text, read once for all that is sought in it. */
export const blockMarks: (block: Block) => Marks = once(({ text }) => marksOf(text))

/** The marks of a sentence, read once for all that is sought in it. */
export const sentenceMarks: (sentence: Sentence) => Marks = once(({ text }) => marksOf(text))

/** Looks at a sentence: what is sought next in its text is sought by its marks. */
export const readSentence = (sentence: Sentence): void => lookAt(sentence.text, sentenceMarks(sentence))

/** Whether the first letters of a block, as many as `most`, have what is sought. */
export const isInBlock = (words: Sought, block: Block, most: number): boolean =>
  block.text.length <= most ? words.test(block.text, blockMarks(block)) : words.test(block.text.slice(0, most))

/** A link of a document with what stands around it. */
export interface LinkInPlace {
  readonly link: Link
  readonly block: Block
  /** the text from 120 letters before the link to 60 after it */
  readonly around: string
  /** of that text and of the label by itself */
  readonly marks: Marks
}

/** The links of a document's prose that lead elsewhere, read once for all that is sought in them. */
export const linksInPlace: (document: Document) => readonly LinkInPlace[] = once(({ blocks }) =>
  blocks.flatMap(block =>
    block.kind === 'code'
      ? []
      : block.links
          .filter(({ image, url }) => !image && !url.startsWith('#'))
          .map((link): LinkInPlace => {
            const around = block.text.slice(Math.max(0, link.start - 120), link.end + 60)
            return { link, block, around, marks: marksOf(`${around}\n${link.label}`) }
          }),
  ),
)
