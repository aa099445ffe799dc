import { citeSentence } from '../documents/cite.ts'
import type { Block, Document } from '../documents/index.ts'
import { once } from '../once.ts'
import type { Citation } from '../report.ts'
import type { Evidence } from './evidence.ts'
import { fileName } from './paths.ts'

/** The sections of the template for the public summary of training content, C(2025) 8311, by what their headings speak of. */
export const SECTIONS = [
  { id: '1.1', names: /\bprovider\b|\bcontact\b|\bauthori[sz]ed representative\b/i, optional: false },
  {
    id: '1.2',
    names:
      /\bmodel (?:identification|name|version|dependenc\w+)|\bversioned model|\bplac\w+ on the (?:union )?market\b/i,
    optional: false,
  },
  {
    id: '1.3',
    names:
      /\bmodalit(?:y|ies)\b|\boverall (?:training )?(?:data )?size\b|\bcharacteristics of the training data\b|\bsize of the training\b/i,
    optional: false,
  },
  {
    id: '2.1',
    names: /\bpublic(?:ly available)? (?:training )?datasets?\b|\bpublicly available data/i,
    optional: false,
  },
  {
    id: '2.2',
    names:
      /\bprivate\b.{0,40}\bdata|\bnon-public(?:ly)?\b.{0,30}\bdata|\blicensed data|\bthird[- ]part(?:y|ies)\b.{0,20}\bdata/i,
    optional: false,
  },
  { id: '2.3', names: /\bcrawl\w*|\bscrap(?:ed|ing)\b/i, optional: false },
  {
    id: '2.4',
    names: /\buser data\b|\bdata (?:from|of|collected from) users\b|\buser interactions?\b/i,
    optional: false,
  },
  { id: '2.5', names: /\bsynthetic(?:ally)?\b/i, optional: false },
  { id: '2.6', names: /\bother (?:data )?sources?\b|\bdata from other\b/i, optional: false },
  {
    id: '3.1',
    names:
      /\breservations? of rights\b|\brights reservations?\b|\btext and data mining\b|\btdm\b|\bopt-?outs?\b|\bcopyright\b/i,
    optional: false,
  },
  { id: '3.2', names: /\b(?:illegal|unlawful) content\b/i, optional: false },
  { id: '3.3', names: /\bother (?:relevant )?(?:information|aspects|measures)\b/i, optional: true },
] as const

export type SectionId = (typeof SECTIONS)[number]['id']

const NUMBER = /^\W{0,4}(?:(?:section|part) )?([123])\.([1-6])(?![\d])(?:\.[\dA-Z]{1,2}){0,3}(?:[.):\s|–—-]|$)/i

/** The section whose number a text begins with: `2.1`, `1.3.1.A`. */
function sectionNumbered(text: string): SectionId | null {
  const [, chapter, section] = NUMBER.exec(text.slice(0, 40)) ?? []
  return SECTIONS.find(({ id }) => id === `${chapter}.${section}`)?.id ?? null
}

/** The section that a heading speaks of; its number, where it has one, must not say otherwise. */
function sectionNamed(heading: string): SectionId | null {
  const numbered = sectionNumbered(heading)
  const named = SECTIONS.find(({ names }) => names.test(heading.slice(0, 200)))?.id ?? null
  return numbered && SECTIONS.find(({ id }) => id === numbered)?.names.test(heading.slice(0, 200)) ? numbered : named
}

/** How a section of the template is filled in. */
interface SummarySection {
  readonly state: 'filled' | 'general' | 'empty'
  readonly cited: Citation
}

/** A public summary of training content in the release, and its sections; one that is missing is not in the map. */
interface TrainingSummary {
  readonly path: string
  readonly sections: ReadonlyMap<SectionId, SummarySection>
  readonly cited: Citation
}

const NAME =
  /(?:public|training|data|content)[-_ ]?(?:data|content)?[-_ ]?summary|summary[-_ ]?(?:of[-_ ])?(?:the[-_ ])?training|art(?:icle)?[-_ .]?53/i
const TITLE =
  /\b(?:public )?summary of (?:the )?(?:training content|content used (?:for|in) training|training data)\b|\btraining content summary\b|\bpublic summary\b.{0,40}\btraining\b|\barticle 53\(1\)\(d\)/i
/** sections that make a document with the right name a summary, and those that make any document one */
const FEW = 3
const MANY = 6

/** The summary of training content among the release's documents; null where none of them has the template's sections. */
export const trainingSummary: (evidence: Evidence) => TrainingSummary | null = once(
  ({ documents }) => documents.map(readSummary).find(summary => summary !== null) ?? null,
)

function readSummary(document: Document): TrainingSummary | null {
  const titled = document.blocks
    .slice(0, 12)
    .find(block => block.kind !== 'code' && TITLE.test(block.text.slice(0, 400)))
  const called = titled !== undefined || NAME.test(fileName(document.path))
  const parts = partsOf(document)
  // numbers alone are any document's; that some sections have their names too makes it a summary
  const named = [...parts.values()].filter(([opening]) => opening && sectionNamed(opening.text.slice(0, 300)) !== null)
  if (named.length < (called ? FEW : MANY)) return null
  const [first] = document.blocks
  const cited = titled ?? first
  return {
    path: document.path,
    sections: new Map([...parts].map(([id, blocks]) => [id, sectionOf(document, blocks)])),
    cited: cited ? citeSentence(document, cited.line, cited.endLine, cited.text) : { path: document.path },
  }
}

/** The blocks of each section, the one that opens it first. A section is known by its number and name, or in a table by its number. */
function partsOf(document: Document): ReadonlyMap<SectionId, Block[]> {
  const parts = new Map<SectionId, Block[]>()
  let open: SectionId | null = null
  for (const block of document.blocks.flatMap(splitAtSections)) {
    if (block.kind === 'code') continue
    const text = block.text.slice(0, 300)
    const numbered = sectionNumbered(text)
    const named = block.kind === 'heading' || numbered ? sectionNamed(text) : null
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
function splitAtSections(block: Block): Block[] {
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
    if (numbered === null || sectionNamed(title) !== numbered) continue
    rest(from, at, begins, line - 1)
    parts.push({ ...block, kind: 'heading', text: title, line, endLine: line, starts: [[0, line]], links: [] })
    from = end
    begins = next
  }
  rest(from, text.length, begins, block.endLine)
  return parts
}

/** what a form is left with when nobody fills it in */
const UNFILLED =
  /^(?:tbd|tba|todo|to be (?:completed|determined|added|confirmed|filled)|…|\.{3}|_{2,}|-+|—|\[[^\]]{0,200}\]|<[^>]{0,200}>|\?+|please (?:describe|specify|provide|indicate)[^.]{0,200}\.?)$/i
/** words that tell only that there was something */
const GENERAL =
  /^(?:(?:a )?(?:mix|mixture|variety|combination|range) of [^.]{0,80}|(?:various|several|multiple|many|diverse) (?:sources|datasets)|publicly available (?:data|datasets|sources)(?: from the (?:internet|web))?|data from the (?:internet|web)|proprietary data(?:sets)?)\.?$/i

function sectionOf(document: Document, blocks: readonly Block[]): SummarySection {
  const answers = blocks.flatMap(block => answerOf(block)).filter(({ text }) => text !== '' && !UNFILLED.test(text))
  const telling = answers.find(({ text }) => !GENERAL.test(text))
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

/** The sections a summary must have filled in, in the template's order. */
export const REQUIRED_SECTIONS: readonly SectionId[] = SECTIONS.filter(({ optional }) => !optional).map(({ id }) => id)
