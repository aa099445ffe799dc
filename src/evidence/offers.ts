import { citeSentence } from '../documents/cite.ts'
import type { Block, Document } from '../documents/index.ts'
import { type Sentence, sentencesOf } from '../documents/sentences.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { saidIn, type Worded } from '../modality/said.ts'
import type { Standing } from '../modality/words.ts'
import { once } from '../once.ts'
import type { Citation } from '../report.ts'
import type { WeightsLink } from './evidence.ts'

/** What a sentence says of what a release offers: `knowledge/offers`. */
export type OfferSaid =
  | 'given'
  | 'request'
  | 'api'
  | 'closed'
  | 'promised'
  | 'tool'
  | 'mentions'
  | 'model'
  | 'ours'
  | 'trained'
  | 'data'

/** The first sentence that says each, of the documents that speak for the release. */
export type OffersSaid = Partial<Record<OfferSaid, Citation>>

const wordingsOf = once(({ offers, modalities }: Knowledge): Worded => ({ wordings: offers, modalities }))

/** longer sentences say too much at once */
const LONGEST = 600
/** the first blocks of a README tell what a repository is */
const TELLING_BLOCKS = 24
const TELLING: ReadonlySet<string> = new Set(['tool', 'mentions', 'model', 'ours', 'data', 'api'])

/**
 * Reads what documents say of what is offered; the first one's first blocks also tell what the release is. Where a
 * sentence leads to others' models alone, by `links`, those are what is to be had.
 */
export function offersIn(
  documents: readonly Document[],
  knowledge: Knowledge,
  links: readonly WeightsLink[] = [],
): OffersSaid {
  const worded = wordingsOf(knowledge)
  const said: OffersSaid = {}
  for (const [number, document] of documents.entries()) {
    let told = 0
    for (const block of document.blocks) {
      const telling = number === 0 && told < TELLING_BLOCKS
      if (block.kind === 'code' || (block.kind === 'heading' && !telling) || isContents(block)) continue
      // "Examples" is a part of a README; the title may be one word
      if (told > 0 && isShort(block)) continue
      told++
      for (const sentence of sentencesOf(block))
        for (const kind of saidIn(standing(block, sentence), worded).keys()) {
          // a later document may speak of anybody's
          if (kind === 'trained' && number > 0) continue
          if (kind === 'given' && leadsToOthers(document, sentence, links)) continue
          if (TELLING.has(kind) ? !telling : block.kind === 'heading') continue
          said[kind as OfferSaid] ??= citeSentence(document, sentence.line, sentence.endLine, sentence.text)
        }
    }
  }
  return said
}

function leadsToOthers({ path }: Document, { line, endLine }: Sentence, links: readonly WeightsLink[]): boolean {
  const led = links.filter(
    ({ cited: [at] }) => 'line' in at && at.path === path && Number(at.line) >= line && Number(at.line) <= endLine,
  )
  return led.length > 0 && led.every(({ own }) => !own)
}

/** fewer words are the heading of a part, and say nothing of the whole */
const LEAST_OF_TITLE = 3
const isShort = ({ kind, text }: Block) => kind === 'heading' && text.trim().split(/\s+/).length < LEAST_OF_TITLE

/** A table of contents leads to what stands below, and says nothing. */
const isContents = ({ links }: Block): boolean => links.length > 1 && links.every(({ url }) => url.startsWith('#'))

const standing = (block: Block, { text }: Sentence): Standing => {
  const { lead = '' } = block
  return { text: text.slice(0, LONGEST), heading: block.headings.at(-1) ?? '', lead: lead === text ? '' : lead }
}
