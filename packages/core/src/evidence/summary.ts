import { citeSentence } from '../documents/cite.ts'
import type { Block, Document } from '../documents/index.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { once } from '../once.ts'
import type { Citation } from '../report/report.ts'
import type { Evidence } from './evidence.ts'
import { fileName } from './paths.ts'
import { type Hear, hearing } from './signs.ts'

/**
 * The sections of the template for the public summary of training content, C(2025) 8311; `knowledge/signs/summary.yml`
 * has their names.
 */
export const SECTIONS = ['1.1', '1.2', '1.3', '2.1', '2.2', '2.3', '2.4', '2.5', '2.6', '3.1', '3.2', '3.3'] as const
/** the number of a section there: `2.1` */
export type SectionId = (typeof SECTIONS)[number]

/** The sections a summary must have filled in, in the template's order. */
export const REQUIRED_SECTIONS: readonly SectionId[] = SECTIONS.filter(id => id !== '3.3')

const NUMBER = /^\W{0,4}(?:(?:section|part) )?([123])\.([1-6])(?![\d])(?:\.[\dA-Z]{1,2}){0,3}(?:[.):\s|–—-]|$)/i

/** The section whose number a text begins with: `2.1`, `1.3.1.A`. */
function sectionNumbered(text: string): SectionId | null {
  const [, chapter, section] = NUMBER.exec(text.slice(0, 40)) ?? []
  return SECTIONS.find(id => id === `${chapter}.${section}`) ?? null
}

/** The section that a heading speaks of; its number, where it has one, must not say otherwise. */
function sectionNamed(heading: string, hear: Hear): SectionId | null {
  const { says } = hear(heading.slice(0, 200))
  const isNamed = (id: SectionId) => says(`summary.${id}`)
  const numbered = sectionNumbered(heading)
  return numbered && isNamed(numbered) ? numbered : (SECTIONS.find(isNamed) ?? null)
}

/** How a section of the template is filled in. */
interface SummarySection {
  readonly state: 'filled' | 'general' | 'empty'
  readonly cited: Citation
}

/** A public summary of training content in the release, and its sections; one that is missing is not in the map. */
interface TrainingSummary {
  readonly sections: ReadonlyMap<SectionId, SummarySection>
  readonly cited: Citation
}

const SECTION_NAME = new RegExp(
  '(?:public|training|data|content)[-_ ]?(?:data|content)?[-_ ]?summary|' +
    'summary[-_ ]?(?:of[-_ ])?(?:the[-_ ])?training|art(?:icle)?[-_ .]?53',
  'i',
)
/** sections that make a document with the right name a summary, and those that make any document one */
const FEW_SECTIONS = 3
const MANY = 6

/**
 * The summary of training content among the release's documents; null where none of them has the template's sections.
 */
export const trainingSummary = (evidence: Evidence, knowledge: Knowledge): TrainingSummary | null =>
  summaryIn(hearing(knowledge))(evidence)

const summaryIn = once((hear: Hear) =>
  once(({ documents }: Evidence) => {
    const summaries = documents.map(document => readSummary(document, hear))
    return summaries.find(summary => summary !== null) ?? null
  }),
)

function readSummary(document: Document, hear: Hear): TrainingSummary | null {
  const titled = document.blocks
    .slice(0, 12)
    .find(block => block.kind !== 'code' && hear(block.text.slice(0, 400)).says('summary.title'))
  const called = titled !== undefined || SECTION_NAME.test(fileName(document.path))
  const parts = partsOf(document, hear)
  // numbers alone are any document's; that some sections have their names too makes it a summary
  const named = [...parts.values()].filter(
    ([opening]) => opening && sectionNamed(opening.text.slice(0, 300), hear) !== null,
  )
  if (named.length < (called ? FEW_SECTIONS : MANY)) return null
  const [first] = document.blocks
  const cited = titled ?? first
  return {
    sections: new Map([...parts].map(([id, blocks]) => [id, sectionOf(document, blocks, hear)])),
    cited: cited ? citeSentence(document, cited.line, cited.endLine, cited.text) : { path: document.path },
  }
}

/**
 * The blocks of each section, the one that opens it first. A section is known by its number and name, or in a table by
 * its number.
 */
function partsOf(document: Document, hear: Hear): ReadonlyMap<SectionId, Block[]> {
  const parts = new Map<SectionId, Block[]>()
  let open: SectionId | null = null
  for (const block of document.blocks.flatMap(block => splitAtSections(block, hear))) {
    if (block.kind === 'code') continue
    const text = block.text.slice(0, 300)
    const numbered = sectionNumbered(text)
    const named = block.kind === 'heading' || numbered ? sectionNamed(text, hear) : null
    const opens = block.kind === 'heading' ? (named ?? numbered) : numbered
    if (opens) open = opens
    // a heading of another kind ends the section, unless it is one within it
    else if (block.kind === 'heading' && block.headings.length <= 1) open = null
    if (open) parts.set(open, [...(parts.get(open) ?? []), block])
  }
  return parts
}

/** longer lines that begin with a number are sentences */
const LONGEST_TITLE = 160

/** A text taken out of a page has no headings: a line with the number and the name of a section stands for one. */
function splitAtSections(block: Block, hear: Hear): Block[] {
  const { kind, text, starts } = block
  if ((kind !== 'paragraph' && kind !== 'item') || starts.length < 2) return [block]
  const parts: Block[] = []
  const rest = (from: number, to: number, line: number, endLine: number) => {
    const part = text.slice(from, to).trim()
    if (part !== '') parts.push({ ...block, text: part, line, endLine, starts: [[0, line]], links: [] })
  }
  let from = 0
  let begins = block.line
  for (const [index, [at, line]] of starts.entries()) {
    const [end = text.length, next = block.endLine + 1] = starts[index + 1] ?? []
    const title = text.slice(at, end).trim()
    const numbered = title.length <= LONGEST_TITLE ? sectionNumbered(title) : null
    if (numbered === null || sectionNamed(title, hear) !== numbered) continue
    rest(from, at, begins, line - 1)
    parts.push({ ...block, kind: 'heading', text: title, line, endLine: line, starts: [[0, line]], links: [] })
    from = end
    begins = next
  }
  rest(from, text.length, begins, block.endLine)
  return parts
}

/** a place to fill in that was not */
const UNFILLED = /^(?:\[[^\]]{0,200}\]|<[^>]{0,200}>)$/

/** a longer answer is one */
const LONGEST_ANSWER = 400

function sectionOf(document: Document, blocks: readonly Block[], hear: Hear): SummarySection {
  const answers = blocks
    .flatMap(answerOf)
    .filter(({ text }) => !UNFILLED.test(text) && !hear(text.slice(0, LONGEST_ANSWER)).says('summary.unfilled'))
  const telling = answers.find(({ text }) => !hear(text.slice(0, LONGEST_ANSWER)).says('summary.general'))
  const shown = (telling ?? answers[0])?.block ?? blocks[0]
  const cited: Citation = shown
    ? citeSentence(document, shown.line, shown.endLine, shown.text)
    : { path: document.path }
  return { state: telling ? 'filled' : answers.length > 0 ? 'general' : 'empty', cited }
}

/** What a block answers: the last cell of a row, a paragraph without its number; a heading answers nothing. */
function answerOf(block: Block): { readonly block: Block; readonly text: string }[] {
  if (block.kind === 'heading') return []
  const { cells = [], header = [] } = block
  if (block.kind === 'row') {
    if (cells.every((cell, index) => cell.text === header[index])) return []
    return [{ block, text: (cells.at(-1)?.text ?? '').trim() }]
  }
  const text = block.text.trim()
  if (!sectionNumbered(text)) return [{ block, text }]
  // "2.4 User data: none was used" answers after its own name
  const colon = text.slice(0, 200).search(/[:：] ?/)
  return colon < 0 ? [] : [{ block, text: text.slice(colon + 1).trim() }]
}
