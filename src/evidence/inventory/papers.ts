import { citeLines } from '../../documents/cite.ts'
import type { Document } from '../../documents/index.ts'
import { addressAt } from '../../knowledge/addresses.ts'
import type { Hosts } from '../../knowledge/hosts.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Citation } from '../../report/report.ts'
import type { ComponentId } from '../../report/vocabulary.ts'
import type { Release } from '../../sources/release.ts'
import { type ComponentFound, cite, type Metadata } from '../evidence.ts'
import { folder, isCard, isDataCard, isModelConfig, isWeights } from '../paths.ts'
import { type Hear, hearing } from '../signs.ts'
import { absent, said } from './looking.ts'

const PDF = /\.pdf(?:#|\?|$)/i
const SAMPLES = /(^|\/)(samples?|outputs?|examples?_outputs?|generated)\/[^/]+\.(png|jpe?g|wav|mp4|txt|json|gif|mp3)$/i

/** Cards, papers, results, samples and metadata: the documents of a release. */
export function documentComponents(
  release: Release,
  documents: readonly Document[],
  card: Document | null,
  metadata: Metadata,
  knowledge: Knowledge,
): ComponentFound[] {
  const hear = hearing(knowledge)
  const { hosts } = knowledge
  return [
    modelCard(release, documents, card, metadata, hear),
    fileOr('data-card', isDataCard, release, documents, hear),
    paper('technical-report', release, documents, hosts, hear),
    paper('research-paper', release, documents, hosts, hear),
    results(release, documents, card, hear),
    fileOr('sample-outputs', path => SAMPLES.test(path), release, documents, hear),
    modelMetadata(release, card, metadata, documents),
  ]
}

function modelCard(
  release: Release,
  documents: readonly Document[],
  card: Document | null,
  metadata: Metadata,
  hear: Hear,
): ComponentFound {
  // at a hub the README is the card, read or not
  const file = release.files.find(({ path }) => isCard(path) || (release.hub && path === 'README.md'))
  if (file) return { id: 'model-card', presence: 'released', cited: cite({ path: file.path }) }
  if (card && (metadata.kind === 'model' || metadata.licenses.length > 0 || liesByWeights(card, release)))
    return { id: 'model-card', presence: 'released', cited: cite({ path: card.path }) }
  return said('model-card', release, documents, hear)
}

/** The page beside a model's weights and its config is the model's, as at a hub, without front matter too. */
function liesByWeights({ path: card }: Document, { files }: Release): boolean {
  const beside = files.filter(({ path }) => folder(path) === folder(card))
  return beside.some(({ path, size }) => isWeights(path, size)) && beside.some(({ path }) => isModelConfig(path))
}

function fileOr(
  id: ComponentId,
  isFile: (path: string) => boolean,
  release: Release,
  documents: readonly Document[],
  hear: Hear,
): ComponentFound {
  const file = release.files.find(file => isFile(file.path))
  if (file) return { id, presence: 'released', cited: cite({ path: file.path }) }
  return said(id, release, documents, hear)
}

function paper(
  id: ComponentId,
  release: Release,
  documents: readonly Document[],
  hosts: Hosts,
  hear: Hear,
): ComponentFound {
  const isIn = (text: string) => hear(text.replace(/[/_.:-]/g, ' ')).says(`inventory.${id}`)
  const file = release.files.find(
    file => /\.pdf$/i.test(file.path) && isIn(file.path) && !/licen[cs]e/i.test(file.path),
  )
  if (file) return { id, presence: 'released', cited: cite({ path: file.path }) }
  const link = paperLink(documents, isIn, hosts)
  return link ? { id, presence: 'linked', cited: cite(link) } : absent(id, release, documents)
}

function paperLink(documents: readonly Document[], isIn: (text: string) => boolean, hosts: Hosts): Citation | null {
  for (const document of documents)
    for (const block of document.blocks)
      for (const link of block.links) {
        if (!PDF.test(link.url) && addressAt(hosts, 'paper', link.url) === null) continue
        const around = `${link.label} ${block.text.slice(Math.max(0, link.start - 60), link.end + 20)} ${link.url}`
        if (isIn(around)) return { url: link.url, path: document.path, line: link.line }
      }
  return null
}

function results(release: Release, documents: readonly Document[], card: Document | null, hear: Hear): ComponentFound {
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
        hear(`${block.header?.join(' ') ?? ''} ${block.text}`).says('inventory.evaluation-results')
      )
        return {
          id: 'evaluation-results',
          presence: 'released',
          cited: cite(citeLines(document.path, document.lines, block.line)),
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
