import { citeLines } from '../../documents/cite.ts'
import type { Block, Document } from '../../documents/index.ts'
import { sentencesOf } from '../../documents/sentences.ts'
import { cite } from '../../evidence/index.ts'
import { reachingWeights } from './reach.ts'
import { isOfTerms, restrictionIn } from './restrictions.ts'
import type { Setting } from './setting.ts'
import { type Statement, state } from './statement.ts'
import { readSubject } from './subject.ts'

/** more sentences of code are a program, or a license that is read as one */
const MOST_OF_CODE = 20
/** a shorter label names a thing */
const SHORTEST_LABEL = 12

/** Terms that stand in no sentence of prose: in rows and code under a heading of terms, and in the words of pictures. */
export function termsStatements(block: Block, document: Document, setting: Setting): Statement[] {
  const section = block.headings.at(-1) ?? ''
  const said = [
    ...(isOfTerms(section) && block.kind === 'row' ? [rowOf(block)] : []),
    ...(isOfTerms(section) && block.kind === 'code' ? codeOf(block) : []),
    ...block.links.flatMap(({ image, label, line, url }) =>
      (image ? [label, wordsOfBadge(url)] : [])
        .filter(text => text.length >= SHORTEST_LABEL)
        .map(text => ({ text, line, endLine: line, label: true })),
    ),
  ]
  return said.flatMap(({ text, line, endLine, label }) => {
    const subject = readSubject(text, setting.speaker)
    const place = {
      heading: label ? text : section,
      lead: (block.header ?? []).join(' '),
      named: false,
      ofWeights: true,
      ...(label ? { label } : {}),
    } as const
    const limit = restrictionIn(text, place, setting.known)
    const restricts = limit && reachingWeights(limit, { text, underTerms: isOfTerms(section) }, subject, setting)
    if (!restricts) return []
    const cited = cite(citeLines(document.path, document.lines, line, endLine))
    const about = ['weights'] as const
    return [state({ about, restricts, binds: true, via: 'prose', section, spelled: text.slice(0, 120), cited })]
  })
}

/** What is drawn on a badge that its address spells: "use: research only". */
function wordsOfBadge(url: string): string {
  const drawn = /^https?:\/\/img\.shields\.io\/badge\/([^?#/]{3,200})/i.exec(url)?.[1]
  if (drawn === undefined) return ''
  const parts = drawn.replace(/--/g, '\u2010').split('-')
  const words = parts
    .slice(0, parts.length > 1 ? -1 : 1)
    .join(': ')
    .replaceAll('_', ' ')
    .replaceAll('\u2010', '-')
  try {
    return decodeURIComponent(words)
  } catch {
    return words
  }
}

interface Said {
  readonly text: string
  readonly line: number
  readonly endLine: number
  /** words of a picture */
  readonly label?: boolean
}

/** A row as a sentence: "Model weights: research use only". */
const rowOf = ({ cells = [], line, endLine }: Block): Said => ({
  text: cells
    .map(({ text }) => text.trim())
    .filter(text => text !== '')
    .join(': '),
  line,
  endLine,
})

function codeOf(block: Block): readonly Said[] {
  const sentences = sentencesOf(block)
  return sentences.length > MOST_OF_CODE ? [] : sentences
}
