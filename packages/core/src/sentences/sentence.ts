import type { Block, Document } from '../documents/index.ts'
import type { Cited } from '../report/report.ts'

/**
 * What a sentence stands in: prose and list items, a row of a table, a heading, the words of a picture, code, a comment
 * that no reader sees, a value of metadata, the form before a download, a setting of a configuration, the comment that
 * code opens with, a question together with its answer.
 */
export const SURFACES = [
  'prose',
  'row',
  'heading',
  'label',
  'code',
  'comment',
  'value',
  'form',
  'setting',
  'header',
  'answer',
] as const
export type Surface = (typeof SURFACES)[number]

/** One sentence of a release, outside of its files of terms, with what it stands under and among. */
export interface Sentence {
  readonly text: string
  readonly surface: Surface
  /** the innermost of what it stands under: a heading, the label of a row, the key of a value; '' for none */
  readonly heading: string
  /** what introduces it: the words before its list, the head of its table, the sentence that its note is for */
  readonly lead: string
  /** the sentence before it in its block, or in the one before; '' for none */
  readonly before: string
  /** Cites it as it stands; dear, so only what is found is cited. */
  cited(): Cited
  /** of prose: the block that it begins in, and at which offset */
  readonly within?: Within
}

/** Where a sentence begins in a document. */
export interface Within {
  readonly document: Document
  readonly block: Block
  readonly start: number
  readonly line: number
  readonly endLine: number
}

/** fewer words, or Chinese letters, are a name or a place */
const SENTENCE = /\S\s+\S+\s+\S+\s+\S|(?:\p{Script=Han}[^\p{Script=Han}]{0,20}){8}/u
/** Whether words are more than a name. */
export const isSentence = (words: string): boolean => SENTENCE.test(words)
