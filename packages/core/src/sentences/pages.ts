import { citeLines, citeSentence, quoteSentence } from '../documents/cite.ts'
import { type Block, type Document, readDocument } from '../documents/index.ts'
import { sentencesOfDocument } from '../documents/sentences.ts'
import { cite } from '../evidence/index.ts'
import { wordsOnBadge } from '../names/badge.ts'
import { once } from '../once.ts'
import type { Text } from '../release/release.ts'
import { isProse } from '../text/markup.ts'
import type { Sentence, Surface } from './sentence.ts'

/** longer than any sentence; a generated one costs no more than this */
const LONGEST_SENTENCE = 3_000
/** more sentences of code are a program, or a license that is read as one */
const MOST_OF_CODE = 20
/** a shorter label names a thing */
const SHORTEST_LABEL = 12
/** a longer cell is no label of what stands beside it */
const LONGEST_LABEL = 60

/** The sentences of a block of a document, on each of its surfaces. */
export function sentencesIn(block: Block, document: Document): Sentence[] {
  return [...written(block, document), ...labelsOf(block, document)]
}

function written(block: Block, document: Document): Sentence[] {
  const heading = block.headings.at(-1) ?? ''
  if (block.kind === 'row') return rowOf(block, document)
  const sentences = sentencesOfDocument(block)
  if (block.kind === 'code' && sentences.length > MOST_OF_CODE) return []
  const surface: Surface = block.kind === 'heading' || block.kind === 'code' ? block.kind : 'prose'
  return sentences.flatMap(({ text, start, line, endLine }, at): Sentence[] => {
    if (text.length > LONGEST_SENTENCE) return []
    const before = sentences[at - 1]?.text ?? lastBefore(block, document)
    const cited = () => cite(citeSentence(document, line, endLine, text))
    const within = { document, block, start, line, endLine }
    return [{ text, surface, heading, lead: leadOf(block, document), before, cited, within }]
  })
}

/** The last sentence of the block before, unless that is a heading. */
function lastBefore(block: Block, { blocks }: Document): string {
  const before = blocks[orderOfBlocks(blocks).get(block)! - 1]
  return before && before.kind !== 'heading' && before.kind !== 'code'
    ? (sentencesOfDocument(before).at(-1)?.text ?? '')
    : ''
}

const orderOfBlocks = once((blocks: readonly Block[]) => new Map(blocks.map((block, at) => [block, at])))

/** What introduces a block: its list's lead, or of a note the sentence that its mark stands in. */
function leadOf(block: Block, document: Document): string {
  if (block.lead !== undefined) return block.lead
  const mark = /^\[\^([^\]\s]{1,40})\]/.exec(document.lines[block.line - 1]?.trimStart() ?? '')?.[0]
  return mark === undefined ? '' : (document.blocks.find(one => one !== block && one.text.includes(mark))?.text ?? '')
}

/** A row as a sentence ("Model weights: research use only"); of a label and its value the sentences of the value. */
function rowOf(block: Block, document: Document): Sentence[] {
  const { cells = [], header = [], line, endLine } = block
  // the head of a table says what its columns are
  if (header.length > 1 && cells.every(({ text }, at) => text === header[at])) return []
  const filled = cells.filter(({ text }) => text !== '')
  const [label, value] = filled
  const row = {
    surface: 'row',
    lead: header.join(' '),
    before: '',
    cited: () => cite(citeLines(document.path, document.lines, line, endLine)),
  } as const
  const section = block.headings.at(-1) ?? ''
  if (filled.length === 2 && label && value && label.text.length < LONGEST_LABEL && isProse(value.text))
    return [{ ...row, text: value.text, heading: label.text }]
  return filled.length === 0 ? [] : [{ ...row, text: filled.map(({ text }) => text).join(': '), heading: section }]
}

/** What the pictures of a block say: by their words, and by the address of a badge. */
function labelsOf(block: Block, document: Document): Sentence[] {
  return block.links.flatMap(({ image, label, url, line }) =>
    (image ? [label, wordsOfBadge(url)] : [])
      .filter(text => text.length >= SHORTEST_LABEL)
      .map((text): Sentence => {
        const cited = () => cite(citeLines(document.path, document.lines, line))
        return { text, surface: 'label', heading: block.headings.at(-1) ?? '', lead: '', before: '', cited }
      }),
  )
}

/** What is drawn on a badge that its address spells: "use: research only". */
function wordsOfBadge(url: string): string {
  const drawn = /^https?:\/\/img\.shields\.io\/badge\/([^?#/]{3,2000})/i.exec(url)?.[1]
  if (drawn === undefined) return ''
  return wordsOnBadge(drawn)
    .filter(part => part !== '')
    .join(': ')
}

/** how a comment in code begins and what a string of many lines stands in */
const LEADER = /^\s*(?:#+|"{3}|'{3}|\/\/+|\*+)?\s?|(?:"{3}|'{3})\s*$/g

/** The sentences of the comment that code opens with, on some of its lines. */
export function sentencesOfHeader(
  text: Text,
  within: readonly { readonly from: number; readonly to: number }[],
): Sentence[] {
  const lines = text.content.split('\n')
  const isWithin = (line: number) => within.some(({ from, to }) => line >= from && line <= to)
  const content = lines.map((line, at) => (isWithin(at + 1) ? line.replace(LEADER, '') : '')).join('\n')
  return readDocument({ ...text, content }, 'text').blocks.flatMap(block =>
    sentencesOfDocument(block).map((one): Sentence => {
      const cited = () => cite({ path: text.path, ...quoteSentence(lines, one.line, one.endLine, one.text) })
      return { text: one.text, surface: 'header', heading: '', lead: '', before: '', cited }
    }),
  )
}

const COMMENT = /<!--+([\s\S]*?)(?:--+>|$)/g

/** The sentences of a document's comments, which no reader of the page sees. */
export function commentsIn(document: Document): Sentence[] {
  const { text, blocks } = document
  if (!text.content.includes('<!--')) return []
  return [...text.content.matchAll(COMMENT)].flatMap(({ 1: words = '', 0: whole, index }): Sentence[] => {
    if (!isProse(words)) return []
    const line = text.content.slice(0, index + whole.indexOf(words)).split('\n').length
    const above = blocks.findLast(block => block.line <= line)
    const heading = (above?.kind === 'heading' ? above.text : above?.headings.at(-1)) ?? ''
    const inner = readDocument({ ...text, content: words }, 'text')
    return inner.blocks.flatMap(block =>
      sentencesOfDocument(block).map((one): Sentence => {
        const cited = () => cite(citeSentence(document, line + one.line - 1, line + one.endLine - 1, one.text))
        return { text: one.text, surface: 'comment', heading, lead: '', before: '', cited }
      }),
    )
  })
}
