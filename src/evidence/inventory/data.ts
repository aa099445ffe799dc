import { citeSentence } from '../../documents/cite.ts'
import type { Block, Document } from '../../documents/index.ts'
import { sentencesOf } from '../../documents/sentences.ts'
import type { Citation } from '../../report.ts'
import type { Release } from '../../sources/release.ts'
import { DATA_LADDER, type DataRung, type Presence } from '../../vocabulary.ts'
import { type ComponentFound, cite, type Metadata } from '../evidence.ts'
import { type Publisher, sameOwner } from '../links.ts'
import { isVendored } from '../paths.ts'
import { absent, linkedIn, mentionOf } from './looking.ts'

const DATASET_PAGE =
  /^(?:https?:)?\/\/(?:www\.)?(?:huggingface\.co|hf\.co|hf-mirror\.com)\/datasets\/([\w.-]+)(?:\/([\w.-]+))?|^(?:https?:)?\/\/(?:www\.)?modelscope\.cn\/datasets\/([\w.-]+)\/([\w.-]+)/i
const ABOUT_TRAINING =
  /\b(train(?:ed|ing)?|pre-?train\w*|fine-?tun\w*|instruction[- ]tun\w*|sft|dpo|rlhf|preference|corpus|corpora|mixture|data ?mix)\b|训练|微调|预训练|学習|학습/i
const ABOUT_EVALUATION = /\b(eval\w*|benchmark\w*|test sets?|leaderboard|held-?out|validation)\b|评测|评估|測試/i
const RELEASED =
  /\b(?:we|is|are|also|fully|have)\b.{0,40}\b(?:release[sd]?|open-?sourced?|available|published|provided?)\b/i
const VAGUE =
  /\bpublicly available\b.{0,30}\b(?:data|datasets?|sources?|corpora|text|documents)\b|\b(?:a )?mix(?:ture)? of\b.{0,60}\b(?:data|sources)\b|\bweb(?:-scale)? (?:data|documents|text)\b|\b(?:large|massive|diverse|high-quality)\b.{0,40}\b(?:corpus|corpora|datasets?|data)\b|海量|大规模.{0,12}(?:数据|语料)|高质量.{0,12}(?:数据|语料)/i
const AMOUNT =
  /\b\d+(?:\.\d+)?\s?(?:k|m|b|t|million|billion|trillion|thousand|gb|tb)?\+?\s?(?:tokens?|examples?|samples?|images?|hours?|pairs?|documents?|conversations?|instances?|prompts?|videos?|rows?|sentences?|sequences?|frames?|structures?)\b|\d+(?:\.\d+)?\s?(?:万|亿|T|TB|GB)\s?(?:条|个|张|小时|tokens?|数据|语料)?/i
const WITHIN_TREE =
  /(^|\/)(data|datasets?|train(ing)?_data|corpus)\/[^/]+(\/[^/]+)?\.(jsonl?|parquet|csv|tsv|txt|arrow)(\.(gz|zst|bz2))?$|(^|\/)(train|training|dataset|sft|alpaca)[\w.-]*\.(jsonl|parquet|csv|json)$/i

interface Sighting {
  readonly rung: DataRung
  readonly citation: Citation
}

/** The training data on its ladder, from links, metadata, files and sentences about training. */
export function dataComponents(
  release: Release,
  documents: readonly Document[],
  metadata: Metadata,
  who: Publisher,
): ComponentFound[] {
  const sightings = [
    ...inTree(release),
    ...fromMetadata(metadata),
    ...documents.flatMap(document => fromDocument(document, who)),
  ]
  const rung = DATA_LADDER.find(step => sightings.some(sighting => sighting.rung === step)) ?? 'none'
  const cited = sightings.filter(sighting => sighting.rung === rung).map(sighting => sighting.citation)
  const [first, ...more] = cited
  const datasets: ComponentFound = first
    ? { id: 'datasets', presence: presenceOf(rung, cited), ladder: rung, cited: cite(first, ...more.slice(0, 5)) }
    : { ...absent('datasets', release, documents), ladder: 'none' }
  return [datasets, evaluationData(release, documents)]
}

function presenceOf(rung: DataRung, cited: readonly Citation[]): Presence {
  if (rung === 'released') return cited.some(citation => !('url' in citation)) ? 'released' : 'linked'
  if (rung === 'obtainable') return 'linked'
  return rung === 'listed' || rung === 'described' ? 'described' : 'absent'
}

function inTree(release: Release): Sighting[] {
  const file = release.files.find(
    file => !isVendored(file.path) && WITHIN_TREE.test(file.path) && (file.size ?? 0) > 100_000,
  )
  return file ? [{ rung: 'released', citation: { path: file.path } }] : []
}

function fromMetadata(metadata: Metadata): Sighting[] {
  return metadata.datasets.map(stated => ({
    rung: stated.value.includes('/') ? 'obtainable' : 'listed',
    citation: stated.cited[0],
  }))
}

function fromDocument(document: Document, who: Publisher): Sighting[] {
  const found: Sighting[] = []
  for (const block of document.blocks) {
    if (block.kind === 'code' || block.kind === 'heading') continue
    const context = `${block.headings.slice(-2).join(' ')} ${block.header?.join(' ') ?? ''}`
    if (/citation|acknowledg|related|news|引用|致谢/i.test(block.headings.at(-1) ?? '')) continue
    found.push(...linksIn(block, context, document, who))
    if (!ABOUT_TRAINING.test(block.text.slice(0, 4_000)) && !ABOUT_TRAINING.test(context)) continue
    found.push(...sentencesIn(block, context, document))
  }
  return found
}

function linksIn(block: Block, context: string, document: Document, who: Publisher): Sighting[] {
  return block.links.flatMap(link => {
    const page = DATASET_PAGE.exec(link.url)
    if (!page || link.image || /licen[cs]e/i.test(`${page[2] ?? ''} ${link.url}`)) return []
    const around = `${context} ${block.text.slice(Math.max(0, link.start - 200), link.end + 100)}`
    if (ABOUT_EVALUATION.test(around) && !ABOUT_TRAINING.test(around)) return []
    const owner = page[1] ?? page[3] ?? ''
    const own = who.publisher !== null && sameOwner(owner, who.publisher)
    return [
      {
        rung: own ? 'released' : 'obtainable',
        citation: { url: link.url, path: document.path, line: link.line },
      } as const,
    ]
  })
}

function sentencesIn(block: Block, context: string, document: Document): Sighting[] {
  const starts = linkStarts(block)
  let next = 0
  return sentencesOf(block).flatMap((sentence): Sighting[] => {
    // sentences and links both go forward: each link is looked at once
    while ((starts[next] ?? Infinity) < sentence.start) next++
    const hasLink = (starts[next] ?? Infinity) < sentence.start + sentence.text.length
    const text = sentence.text.slice(0, 1_000)
    const isData = /\b(data|datasets?|corpus|corpora|tokens|images|examples|samples|pairs|hours)\b|数据|语料/i.test(
      text,
    )
    if (!isData || !(ABOUT_TRAINING.test(text) || ABOUT_TRAINING.test(context))) return []
    const citation = citeSentence(document, sentence.line, sentence.endLine, sentence.text)
    if (/\b(training )?(data|datasets?)\b/i.test(text) && RELEASED.test(text) && !VAGUE.test(text) && hasLink)
      return [{ rung: 'released', citation }]
    if (AMOUNT.test(text) && /\b(from|of|on|using|contain\w*|includ\w*|compris\w*|consist\w*)\b|包含|来自/i.test(text))
      return [{ rung: 'described', citation }]
    if (VAGUE.test(text)) return [{ rung: 'vague', citation }]
    return []
  })
}

/** Where the links that lead out of the page begin, ascending. */
const linkStarts = (block: Block) =>
  block.links
    .filter(link => !link.image && !link.url.startsWith('#'))
    .map(link => link.start)
    .sort((one, other) => one - other)

function evaluationData(release: Release, documents: readonly Document[]): ComponentFound {
  const words = /\b(evaluation|test|benchmark) (data|datasets?|sets?)\b|评测集|测试集/i
  const link = linkedIn(documents, words)
  if (link) return { id: 'evaluation-data', presence: 'linked', cited: cite(link) }
  const mention = mentionOf(documents, words)
  return mention
    ? { id: 'evaluation-data', presence: 'described', cited: cite(mention) }
    : absent('evaluation-data', release, documents)
}
