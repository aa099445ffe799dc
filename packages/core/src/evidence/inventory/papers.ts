import { citeLines } from '../../documents/cite.ts'
import type { Block, Document } from '../../documents/index.ts'
import { addressAt } from '../../knowledge/addresses.ts'
import type { Hosts } from '../../knowledge/hosts.ts'
import type { Citation } from '../../report/report.ts'
import type { ComponentId } from '../../report/vocabulary.ts'
import { lettersOf } from '../../text/letters.ts'
import { type ComponentFound, cite, type Evidence } from '../evidence.ts'
import { folder, isCard, isDataCard, isModelConfig, isWeights } from '../paths.ts'
import { absent, type LookAtFiles, said } from './looking.ts'

const PDF = /\.pdf(?:#|\?|$)/i
const SAMPLES = /(^|\/)(samples?|outputs?|examples?_outputs?|generated)\/[^/]+\.(png|jpe?g|wav|mp4|txt|json|gif|mp3)$/i

/** Cards, papers, results, samples and metadata: the documents of a release. */
export function documentComponents(
  { release: { files, hub, name }, card, metadata }: Pick<Evidence, 'release' | 'card' | 'metadata'>,
  look: LookAtFiles,
  hosts: Hosts,
): ComponentFound[] {
  const at = (isIt: (path: string) => boolean) => files.find(({ path }) => isIt(path))
  const fileOr = (id: ComponentId, isIt: (path: string) => boolean) => inFile(id, at(isIt)) ?? said(id, look)
  const paper = (id: ComponentId) => {
    const isIn = (text: string) => look.hear(text.replace(/[/_.:-]/g, ' ')).says(`inventory.${id}`)
    const file = at(path => /\.pdf$/i.test(path) && isIn(path) && !/licen[cs]e/i.test(path))
    const link = file ? null : paperLink(look.documents, name, isIn, hosts)
    return inFile(id, file) ?? (link ? { id, presence: 'linked' as const, cited: cite(link) } : absent(id, look))
  }
  // at a hub the README is the card, read or not
  const isCardHere = (path: string) => isCard(path) || (hub !== undefined && path === 'README.md')
  const isOfModel =
    metadata.kind === 'model' || metadata.licenses.length > 0 || (card !== null && liesByWeights(card, files))
  // "Heron: Model Card" above a page, which is no link to one
  const isCalledCard = ({ kind, text, links }: Block) =>
    kind === 'heading' && links.length === 0 && look.hear(text.slice(0, 200)).says('inventory.model-card')
  const isOfModelCard = isOfModel || card?.blocks.slice(0, 5).some(isCalledCard)
  const stated = card ? (metadata.task ?? metadata.library ?? metadata.licenses[0]) : null
  return [
    inFile('model-card', at(isCardHere)) ??
      inFile('model-card', isOfModelCard ? card : null) ??
      said('model-card', look),
    fileOr('data-card', isDataCard),
    paper('technical-report'),
    paper('research-paper'),
    results(card, look),
    fileOr('sample-outputs', path => SAMPLES.test(path)),
    inFile('model-metadata', at(isModelConfig)) ??
      (stated ? { id: 'model-metadata', presence: 'released', cited: stated.cited } : absent('model-metadata', look)),
  ]
}

/** The page beside a model's weights and its config is the model's, as at a hub, without front matter too. */
function liesByWeights({ path: card }: Document, files: Evidence['release']['files']): boolean {
  const beside = files.filter(({ path }) => folder(path) === folder(card))
  return beside.some(({ path, size }) => isWeights(path, size)) && beside.some(({ path }) => isModelConfig(path))
}

/** A component that is in a file. */
const inFile = (id: ComponentId, file: { readonly path: string } | null | undefined): ComponentFound | null =>
  file ? { id, presence: 'released', cited: cite({ path: file.path }) } : null

/** a list of what others wrote */
const REFERENCES = /^\W*(?:references?|bibliography|参考文献)\W*$/i

function paperLink(
  documents: readonly Document[],
  name: string,
  isIn: (text: string) => boolean,
  hosts: Hosts,
): Citation | null {
  for (const document of documents)
    for (const block of document.blocks)
      for (const link of block.links) {
        if (REFERENCES.test(block.headings.at(-1) ?? '') && !lettersOf(block.text).includes(lettersOf(name))) continue
        if (!PDF.test(link.url) && addressAt(hosts, 'paper', link.url) === null) continue
        const around = `${link.label} ${block.text.slice(Math.max(0, link.start - 60), link.end + 20)} ${link.url}`
        if (isIn(around)) return { url: link.url, path: document.path, line: link.line }
      }
  return null
}

function results(card: Document | null, look: LookAtFiles): ComponentFound {
  if (card?.frontMatter && 'model-index' in card.frontMatter.data) {
    const line = card.frontMatter.keys.get('model-index')?.line
    return {
      id: 'evaluation-results',
      presence: 'released',
      cited: cite({ path: card.path, key: 'model-index', value: 'model-index', ...(line ? { line } : {}) }),
    }
  }
  for (const document of look.documents)
    for (const block of document.blocks)
      if (isResult(block) && look.hear(aroundOf(block)).says('inventory.evaluation-results'))
        return {
          id: 'evaluation-results',
          presence: 'released',
          cited: cite(citeLines(document.path, document.lines, block.line)),
        }
  return absent('evaluation-results', look)
}

/** A row of a table, or "Perplexity: 21.9" in a list. */
const isResult = ({ kind, text }: Block) =>
  kind === 'row' ? /\d/.test(text) : kind === 'item' && /[:：=] ?\d{1,4}(?:\.\d{1,4})? ?%?$/.test(text.slice(-200))

/** Measures stand in a row or its header; of one with several scores the heading may tell what they are of. */
const aroundOf = ({ cells = [], header = [], headings, text }: Block): string => {
  const isOfScores = cells.filter(cell => SCORE.test(cell.text)).length > 1
  return [...header, text, ...(isOfScores ? headings.slice(-1) : [])].join(' ')
}
const SCORE = /^\W*\d{1,3}\.\d{1,4}\W*$/
