import { lookAt, type Marks, marksOf, type Sought } from '../patterns/index.ts'
import type { Block, Document, Link } from './document.ts'
import type { Sentence } from './sentences.ts'

const ofBlocks = new WeakMap<Block, Marks>()

/** The marks of a block's text, read once for all that is sought in it. */
export function blockMarks(block: Block): Marks {
  const ready = ofBlocks.get(block)
  if (ready !== undefined) return ready
  const marks = marksOf(block.text)
  ofBlocks.set(block, marks)
  return marks
}

const ofSentences = new WeakMap<Sentence, Marks>()

/** The marks of a sentence, read once for all that is sought in it. */
export function sentenceMarks(sentence: Sentence): Marks {
  const ready = ofSentences.get(sentence)
  if (ready !== undefined) return ready
  const marks = marksOf(sentence.text)
  ofSentences.set(sentence, marks)
  return marks
}

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

const ofDocuments = new WeakMap<Document, readonly LinkInPlace[]>()

/** The links of a document's prose that lead elsewhere, read once for all that is sought in them. */
export function linksInPlace(document: Document): readonly LinkInPlace[] {
  const ready = ofDocuments.get(document)
  if (ready !== undefined) return ready
  const links = document.blocks.flatMap(block =>
    block.kind === 'code'
      ? []
      : block.links
          .filter(({ image, url }) => !image && !url.startsWith('#'))
          .map((link): LinkInPlace => {
            const around = block.text.slice(Math.max(0, link.start - 120), link.end + 60)
            return { link, block, around, marks: marksOf(`${around}\n${link.label}`) }
          }),
  )
  ofDocuments.set(document, links)
  return links
}
