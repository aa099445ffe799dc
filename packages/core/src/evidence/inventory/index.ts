import { citeLines } from '../../documents/cite.ts'
import type { Block, Document } from '../../documents/index.ts'
import { linksInPlace } from '../../documents/places.ts'
import { addressAt } from '../../knowledge/addresses.ts'
import type { Hosts } from '../../knowledge/hosts.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Release } from '../../release/release.ts'
import type { Citation, Cited } from '../../report/report.ts'
import { COMPONENTS, type ComponentId, DATA_LADDER, type Presence } from '../../report/vocabulary.ts'
import { lettersOf } from '../../text/letters.ts'
import { type DataOfStage, whyPartly } from '../data/index.ts'
import { dataPlace } from '../data/places.ts'
import { type ComponentFound, cite, type Evidence } from '../evidence.ts'
import { folder, isCard, isDataCard, isModelConfig, isWeights } from '../paths.ts'
import { hearing } from '../signs.ts'
import { codeComponents } from './code.ts'
import { absent, type LookAtFiles, said } from './looking.ts'

const PDF = /\.pdf(?:#|\?|$)/i
const SAMPLES = /(^|\/)(samples?|outputs?|examples?_outputs?|generated)\/[^/]+\.(png|jpe?g|wav|mp4|txt|json|gif|mp3)$/i

/** Cards, papers, results, samples and metadata: the documents of a release. */
function documentComponents(
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

/** The rung of the stage that is opened furthest; `partly` says when that is not all. */
function trainingData({ release: { files }, data, metadata, looked }: Inventoried): ComponentFound {
  const furthest = DATA_LADDER.flatMap(rung => data.stages.filter(stage => stage.rung === rung))[0]
  if (!furthest) return { ...absent('datasets', { looked }), ladder: 'none' }
  const partly = whyPartly(data, metadata.bases.length > 0)
  const same = data.stages.filter(({ rung }) => rung === furthest.rung)
  const [first = furthest.cited[0], ...more] = same.flatMap(({ cited }) => cited)
  return {
    id: 'datasets',
    presence: presenceOf(furthest, files),
    ladder: furthest.rung,
    ...(partly ? { partly } : {}),
    cited: cite(first, ...more.slice(0, 5)),
  }
}

function presenceOf({ rung, sources }: DataOfStage, files: Release['files']): Presence {
  if (rung === 'released') {
    const here = sources.some(({ where }) => files.some(({ path }) => path === where))
    return here ? 'released' : 'linked'
  }
  if (rung === 'obtainable') return 'linked'
  return rung === 'listed' || rung === 'described' ? 'described' : 'absent'
}

/** The first set of data that is linked as a benchmark. */
function benchmarkIn({ documents }: LookAtFiles, knowledge: Knowledge): Citation | undefined {
  for (const document of documents)
    for (const { link, around } of linksInPlace(document))
      if (/benchmark|评测/i.test(around) && !/train|训练/i.test(around) && dataPlace(link, knowledge)?.owner)
        return { url: link.url, path: document.path, line: link.line }
  return undefined
}

/** Final and intermediate parameters. */
function weightsComponents({ release, weights }: Inventoried, look: LookAtFiles): ComponentFound[] {
  const presence = {
    'in-tree': 'released',
    named: 'linked',
    linked: 'linked',
    card: 'linked',
    'on-request': 'described',
    api: 'absent',
    promised: 'absent',
    none: release.complete ? 'absent' : 'unknown',
  } as const
  const named = weights.links.find(({ own, name }) => own && name !== null && INTERMEDIATE.test(name))
  return [
    { id: 'weights', presence: presence[weights.offer], cited: weights.cited },
    intermediate(release.files, look, named?.cited),
  ]
}

/** how a repository of intermediate weights is named: "heron-7b-intermediate" */
const INTERMEDIATE = /(?:^|[-_.])intermediate(?:[-_.]|$)/i

function intermediate(files: Release['files'], look: LookAtFiles, link: Cited | undefined): ComponentFound {
  const id = 'intermediate-weights'
  const file = files.find(file =>
    /(^|[/_-])(step|iter|global_step|checkpoint)[-_]?\d{3,}(\/|(?:[-_.].*)?\.(safetensors|bin|pt|pth|ckpt)$)/i.test(
      file.path,
    ),
  )
  if (file) return { id, presence: 'released', cited: cite({ path: file.path }) }
  return link ? { id, presence: 'linked', cited: link } : said(id, look)
}

/** What the inventory is taken of. */
type Inventoried = Pick<Evidence, 'release' | 'who' | 'looked' | 'documents' | 'card' | 'metadata' | 'weights' | 'data'>

/**
 * Takes the inventory of the 17 components, in the order of the Model Openness Framework. `library` names a public
 * library that runs the model.
 */
export function takeInventory(seen: Inventoried, library: Citation | null, knowledge: Knowledge): ComponentFound[] {
  const look: LookAtFiles = { documents: seen.documents, looked: seen.looked, hear: hearing(knowledge) }
  const found = [
    ...weightsComponents(seen, look),
    ...codeComponents(seen, library, look, knowledge),
    trainingData(seen),
    said('evaluation-data', look, benchmarkIn(look, knowledge)),
    ...documentComponents(seen, look, knowledge.hosts),
  ]
  const once = COMPONENTS.flatMap(id => found.filter(component => component.id === id).slice(0, 1))
  return asDeclared(once, seen.release)
}

/**
 * The inventory where a form stands in place of the release: what the form lists is `linked` or `described`, for
 * nothing it names was seen, and what it leaves out it says is not given. Without a form, what was found.
 */
function asDeclared(found: readonly ComponentFound[], { declared, place, files }: Release): ComponentFound[] {
  if (!declared) return [...found]
  const form = files[0]?.path ?? place
  return found.map(({ id, ladder }): ComponentFound => {
    const entry = declared.find(entry => entry.id === id)
    if (!entry)
      return { id, presence: 'absent', ...(ladder ? { ladder: 'none' } : {}), cited: cite({ looked: [form] }) }
    return {
      id,
      presence: entry.location === null ? 'described' : 'linked',
      ...(ladder ? { ladder: entry.location === null ? 'listed' : 'obtainable' } : {}),
      cited: entry.cited,
      declared: entry,
    }
  })
}
