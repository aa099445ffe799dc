import type { Document } from '../../documents/index.ts'
import { addressAt, type Hosts } from '../../knowledge/hosts.ts'
import type { Citation } from '../../report.ts'
import type { Release } from '../../sources/release.ts'
import type { ComponentId } from '../../vocabulary.ts'
import { type ComponentFound, cite, type Metadata } from '../evidence.ts'
import { isCard, isDataCard, isModelConfig } from '../paths.ts'
import { absent, said } from './looking.ts'

const PDF = /\.pdf(?:#|\?|$)/i
const RESULTS =
  /\b(MMLU|HellaSwag|GSM8K|HumanEval|MATH|BBH|ARC|TruthfulQA|BLEU|ROUGE|FID|WER|accuracy|benchmark|perplexity|mAP|F1|score)\b/i

const MODEL_CARD = /\bmodel card\b/i
const DATA_CARD = /\bdata(set)? (card|sheet)\b|datasheet/i
const REPORT = /\b(technical|tech|model) report\b|技术报告/i
const PAPER = /\bpaper\b|\barxiv\b|论文/i
const SAMPLES = /\b(sample|example) outputs?\b|\bgenerated samples\b/i

/** Cards, papers, results, samples and metadata: the documents of a release. */
export function documentComponents(
  release: Release,
  documents: readonly Document[],
  card: Document | null,
  metadata: Metadata,
  hosts: Hosts,
): ComponentFound[] {
  return [
    modelCard(release, documents, card, metadata),
    fileOr('data-card', path => isDataCard(path), DATA_CARD, release, documents),
    paper('technical-report', REPORT, release, documents, hosts),
    paper('research-paper', PAPER, release, documents, hosts),
    results(release, documents, card),
    fileOr(
      'sample-outputs',
      path =>
        /(^|\/)(samples?|outputs?|examples?_outputs?|generated)\/[^/]+\.(png|jpe?g|wav|mp4|txt|json|gif|mp3)$/i.test(
          path,
        ),
      SAMPLES,
      release,
      documents,
    ),
    modelMetadata(release, card, metadata, documents),
  ]
}

function modelCard(
  release: Release,
  documents: readonly Document[],
  card: Document | null,
  metadata: Metadata,
): ComponentFound {
  // at a hub the README is the card, read or not
  const file = release.files.find(({ path }) => isCard(path) || (release.hub && path === 'README.md'))
  if (file) return { id: 'model-card', presence: 'released', cited: cite({ path: file.path }) }
  if (card && (metadata.kind === 'model' || metadata.licenses.length > 0))
    return { id: 'model-card', presence: 'released', cited: cite({ path: card.path }) }
  return said('model-card', MODEL_CARD, release, documents)
}

function fileOr(
  id: ComponentId,
  isFile: (path: string) => boolean,
  words: RegExp,
  release: Release,
  documents: readonly Document[],
): ComponentFound {
  const file = release.files.find(file => isFile(file.path))
  if (file) return { id, presence: 'released', cited: cite({ path: file.path }) }
  return said(id, words, release, documents)
}

function paper(
  id: ComponentId,
  words: RegExp,
  release: Release,
  documents: readonly Document[],
  hosts: Hosts,
): ComponentFound {
  const file = release.files.find(
    file => /\.pdf$/i.test(file.path) && words.test(file.path.replace(/[_-]/g, ' ')) && !/licen[cs]e/i.test(file.path),
  )
  if (file) return { id, presence: 'released', cited: cite({ path: file.path }) }
  const link = paperLink(documents, words, hosts)
  return link ? { id, presence: 'linked', cited: cite(link) } : absent(id, release, documents)
}

function paperLink(documents: readonly Document[], words: RegExp, hosts: Hosts): Citation | null {
  for (const document of documents)
    for (const block of document.blocks)
      for (const link of block.links) {
        if (!PDF.test(link.url) && addressAt(hosts, 'paper', link.url) === null) continue
        const around = `${link.label} ${block.text.slice(Math.max(0, link.start - 60), link.end + 20)} ${link.url}`
        if (words.test(around)) return { url: link.url, path: document.path, line: link.line }
      }
  return null
}

function results(release: Release, documents: readonly Document[], card: Document | null): ComponentFound {
  if (card?.frontMatter && 'model-index' in card.frontMatter.data) {
    const line = card.frontMatter.keys.get('model-index')?.line
    return {
      id: 'evaluation-results',
      presence: 'released',
      cited: cite({ path: card.path, key: 'model-index', value: 'model-index', ...(line ? { line } : {}) }),
    }
  }
  for (const document of documents)
    for (const block of document.blocks)
      if (
        block.kind === 'row' &&
        /\d/.test(block.text) &&
        RESULTS.test(`${block.header?.join(' ') ?? ''} ${block.text}`)
      )
        return {
          id: 'evaluation-results',
          presence: 'released',
          cited: cite({
            path: document.path,
            line: block.line,
            endLine: block.line,
            quote: (document.lines[block.line - 1] ?? '').trim().slice(0, 200),
          }),
        }
  return absent('evaluation-results', release, documents)
}

function modelMetadata(
  release: Release,
  card: Document | null,
  metadata: Metadata,
  documents: readonly Document[],
): ComponentFound {
  const config = release.files.find(file => isModelConfig(file.path))
  if (config) return { id: 'model-metadata', presence: 'released', cited: cite({ path: config.path }) }
  const stated = metadata.task ?? metadata.library ?? metadata.licenses[0]
  if (card && stated) return { id: 'model-metadata', presence: 'released', cited: stated.cited }
  return absent('model-metadata', release, documents)
}
