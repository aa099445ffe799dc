import { citeSentence } from '../../documents/cite.ts'
import type { Block, Document, Link } from '../../documents/index.ts'
import { type Sentence, sentencesOfDocument } from '../../documents/sentences.ts'
import { addressAt } from '../../knowledge/addresses.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { saidIn, type Worded } from '../../modality/said.ts'
import type { StandingSentence } from '../../modality/words.ts'
import { once } from '../../once.ts'
import type { Mode } from '../../report/vocabulary.ts'
import type { OfferSaid, OffersSaid, WeightsLink } from '../evidence.ts'
import { isOwn, type Publisher } from '../publisher/owners.ts'
import { hearing } from '../signs.ts'

const wordingsOf = once(
  ({ offers, modalities, patterns }: Knowledge): Worded => ({ wordings: offers, modalities, patterns }),
)

/** longer sentences say too much at once */
const LONGEST_SENTENCE = 600
/** the first blocks of a README tell what a repository is */
const TELLING_BLOCKS = 24
const TELLING_SIGNS: ReadonlySet<string> = new Set(['tool', 'mentions', 'model', 'ours', 'data', 'api'])

/**
 * Reads what documents say of what is offered; the first one's first blocks also tell what the release is. Where a
 * sentence is of others' models, by what is known `beside` it, it offers none of the release's own.
 */
export function offersIn(
  documents: readonly Document[],
  knowledge: Knowledge,
  beside: OffersBeside | null = null,
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
      for (const sentence of sentencesOfDocument(block))
        for (const [kind, { mode }] of saidIn(standing(block, sentence), worded)) {
          // a later document may speak of anybody's
          if (kind === 'trained' && number > 0) continue
          if (kind === 'given' && beside && isOfOthers(block, sentence, mode, { ...beside, document }, knowledge))
            continue
          if (TELLING_SIGNS.has(kind) ? !telling : block.kind === 'heading') continue
          said[kind as OfferSaid] ??= citeSentence(document, sentence.line, sentence.endLine, sentence.text)
        }
    }
  }
  return said
}

/** What tells a publisher's own offers from what a release says of others' models. */
interface OffersBeside {
  readonly links: readonly WeightsLink[]
  readonly who: Publisher
}

/**
 * Whether what a sentence says is to be had is somebody else's: where it or the item that it is in leads to others
 * alone, and where it only tells to download some, of a release that leads to others' models elsewhere.
 */
function isOfOthers(
  block: Block,
  { line, endLine, text, start }: Sentence,
  mode: Mode,
  { document: { path }, links, who }: OffersBeside & { readonly document: Document },
  knowledge: Pick<Knowledge, 'hosts' | 'signs' | 'patterns'>,
): boolean {
  const led = links.filter(
    ({ cited: [at] }) => 'line' in at && at.path === path && Number(at.line) >= line && Number(at.line) <= endLine,
  )
  const ours = () => hearing(knowledge)(text).says('release.own-words')
  // "our checkpoints are here" tells whose place that is
  if (led.length > 0) return led.every(({ own }) => !own) && !ours()
  const isElsewhere = ({ url }: Link): boolean => {
    const place = addressAt(knowledge.hosts, 'code', url) ?? addressAt(knowledge.hosts, 'model', url)
    return place?.owner != null && who.publisher !== null && !isOwn(place, who)
  }
  const leads = block.links.filter(({ image }) => !image)
  const [first] = leads
  // "- [Tern](elsewhere): with trained models" is about Tern
  if (first && first.start === 0 && block.kind === 'item' && isElsewhere(first)) return true
  const here = leads.find(link => link.start >= start && link.end <= start + text.length)
  if (here) return isElsewhere(here)
  return mode === 'duty' && links.some(({ own }) => !own) && !ours()
}

/** more documents, and more of one, tell nothing new of what a release is */
const MOST_DOCUMENTS = 12
const MOST_BLOCKS = 400

/** The first sentence of all documents that speaks of parameters that were learned, the release's own or not. */
export function learnedIn(
  documents: readonly Document[],
  knowledge: Pick<Knowledge, 'signs' | 'patterns'>,
): OffersSaid {
  const hear = hearing(knowledge)
  for (const document of documents.slice(0, MOST_DOCUMENTS))
    for (const block of document.blocks.slice(0, MOST_BLOCKS)) {
      const sentence = sentencesOfDocument(block).find(({ text }) =>
        hear(text.slice(0, LONGEST_SENTENCE)).says('release.learned'),
      )
      if (sentence) return { learned: citeSentence(document, sentence.line, sentence.endLine, sentence.text) }
    }
  return {}
}

/** fewer words are the heading of a part, and say nothing of the whole */
const LEAST_OF_TITLE = 3
const isShort = ({ kind, text }: Block) => kind === 'heading' && text.trim().split(/\s+/).length < LEAST_OF_TITLE

/** A table of contents leads to what stands below, and says nothing. */
const isContents = ({ links }: Block): boolean => links.length > 1 && links.every(({ url }) => url.startsWith('#'))

const standing = (block: Block, { text }: Sentence): StandingSentence => {
  const { lead = '' } = block
  return {
    text: text.slice(0, LONGEST_SENTENCE),
    heading: block.headings.at(-1) ?? '',
    lead: lead === text ? '' : lead,
  }
}
