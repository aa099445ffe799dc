import { citeSentence } from '../../documents/cite.ts'
import type { Document } from '../../documents/index.ts'
import { statementsOf } from '../../documents/sentences.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Release } from '../../release/release.ts'
import type { Citation } from '../../report/report.ts'
import type { DataTopic } from '../../report/vocabulary.ts'
import { lettersOf } from '../../text/letters.ts'
import type { Evidence } from '../evidence.ts'
import { depth, fileName, isCard, isDataCard, isReadme } from '../paths.ts'
import type { Publisher } from '../publisher/owners.ts'
import { type Hear, type Heard, hearing } from '../signs.ts'
import { isAboutTraining, LONGEST_SENTENCE, type Surroundings, surroundings } from './about.ts'
import { sourcesInMetadata, sourcesInTree, sourcesKnown } from './given.ts'
import { dataByStage } from './ladder.ts'
import { namesData } from './names.ts'
import { dataPlace } from './places.ts'
import { type EntryList, endList, isEntry, isHeadedByData, sourcesIn } from './sources.ts'
import { type DataAside, type DataFound, type DataSource, type DataStatement, stageOf } from './statement.ts'

/** a number, its scale, and the words behind it: "40 million image pairs" */
const AMOUNT = new RegExp(
  String.raw`\b\d[\d,.]{0,15} ?(?:(?:[kmbt]|million|billion|trillion|thousand|gb|tb)(?![a-z]))?\+? ?` +
    String.raw`((?:[a-z-]{1,15} ){0,2}[a-z]{1,15})\b`,
  'gi',
)

const countsThings = (text: string, hear: Hear): boolean =>
  [...text.matchAll(AMOUNT)].some(([, words = '']) => hear(words).says('data.things'))

/**
 * What a sentence about training data tells on each topic, and whether it says what or only that. `located`: it links
 * to data.
 */
function topicsOf(sentence: Heard, located: boolean, hear: Hear): ReadonlyMap<DataTopic, 'specific' | 'generic'> {
  const { text, says } = sentence
  const named = located || namesData(sentence, hear)
  const counted = says('data.counted') || countsThings(text, hear)
  const topics = new Map<DataTopic, 'specific' | 'generic'>()
  const add = (topic: DataTopic, speaks: boolean, specific: boolean) => {
    if (speaks) topics.set(topic, specific ? 'specific' : 'generic')
  }
  add('provenance', named || (says('data.vague') && !says('data.denies')), named)
  add('scope', counted || says('data.scope'), counted)
  add('selection', says('data.selection'), named || counted || says('data.how-selected'))
  add('labeling', says('data.labeling'), located || says('data.how-labeled') || (named && counted))
  add('processing', says('data.processing'), says('data.how-processed'))
  return topics
}

/** what it is made of: three kinds or more, right after a word for data */
const DATA_KINDS = new RegExp(
  String.raw`\b(?:data|data ?sets?|corpus|corpora|texts?|sources|documents|` +
    String.raw`mixture(?![- ]of[- ]experts))\b[^.;]{0,40}?(?:\binclud\w{1,5}|\bcompris\w{1,5}|` +
    String.raw`\bconsist\w{0,4} of|\bencompass\w{0,4}|\bcover\w{0,4}|\bspanning|\bsuch as|` +
    '[(:]) ?[^.;,]{2,120}, ?[^.;,]{2,120}(?:,| and | or )|(?:数据|语料)[^。；]{0,12}包(?:括|' +
    '含)[^。；、，]{1,30}[、，][^。；、，]{1,30}[、，]',
  'i',
)
const SHARE = /\b\d[\d.]{0,6} ?%/g

/** "trained on 33 million human cells": how much, and of what */
const COUNTED = new RegExp(
  String.raw`\b(?:pre-?|fine-?|post-?)?(?:trained|tuned) (?:up)?on (?:(?:an?|the|our|over|about|around|` +
    'approximately|roughly|more|than|nearly|total|of|set|mix|data ?set|corpus|collection|diverse|' +
    String.raw`large) ){0,6}~?\d[\d,.]{0,15} ?(?:[kmbt]|million|billion|trillion|` +
    String.raw`thousand)?\+? ((?:[a-z][\w-]{1,24},? ){0,4}[a-z][\w-]{2,24}s)\b`,
  'i',
)
function countsAKind(text: string, hear: Hear): boolean {
  const words =
    COUNTED.exec(text)?.[1]
      ?.split(/,? /)
      .map(word => hear(word)) ?? []
  return !words.some(({ says }) => says('data.run')) && words.some(({ says }) => !says('data.any-kind'))
}

/**
 * Whether a statement describes data without naming it: two or more shares of it, or how it was selected, labeled or
 * processed.
 */
function describes({ text, says }: Heard, topics: ReadonlyMap<DataTopic, 'specific' | 'generic'>, hear: Hear): boolean {
  if (says('data.settings')) return false
  if ((text.match(SHARE)?.length ?? 0) >= 2 || DATA_KINDS.test(text) || countsAKind(text, hear)) return true
  if (says('data.written-by') && topics.get('scope') === 'specific') return true
  return says('data.how-drawn') || says('data.how-written') || topics.get('processing') === 'specific'
}

/** "openly licensed" and "permissively licensed" data is not bought */
const OPEN_TERMS = /\b(?:openly|permissively|freely|liberally|creative commons|open)[- ]licensed\b|\blicensed under\b/gi

/** What a sentence about training data says of data that is not simply given. */
function asidesIn({ text }: Heard, citation: Citation, located: boolean, hear: Hear): DataAside[] {
  const sentence = hear(text.replace(OPEN_TERMS, 'open'))
  const { says } = sentence
  const aside = (kind: DataAside['kind']): DataAside[] =>
    says(`data.${kind}`)
      ? [{ kind, citation, reasoned: says('data.reason'), named: namesData(sentence, hear), located }]
      : []
  const none = aside('none')
  return [...(none.length > 0 ? none : [...aside('private'), ...aside('third-party')]), ...aside('withheld')]
}

type Words = Omit<DataFound, 'stages'>

/** Reads what a release shows and says of its training data. */
export function readData(
  { release, documents, metadata, who }: Pick<Evidence, 'release' | 'documents' | 'metadata' | 'who'>,
  knowledge: Knowledge,
): DataFound {
  const told = documents.filter(tells).map(document => dataWordsIn(document, release.files, who, knowledge))
  const statements = told.flatMap(({ statements }) => statements)
  const asides = told.flatMap(({ asides }) => asides)
  const sources = distinct([
    ...sourcesInTree(release),
    ...sourcesInMetadata(metadata, who, knowledge),
    ...told.flatMap(({ sources }) => sources),
    ...sourcesKnown(who, knowledge),
  ])
  return { statements, asides, sources, stages: dataByStage(statements, sources) }
}

/** named for the data, the training or the model ("docs/training_data.md") */
const NAMED_FOR_IT = /(?:data|training|pre-?train|model|report|technical[-_ ]?notes?)[^/]{0,60}$/i

/** a page of a manual, and a chapter in it that tells how the model itself was made */
const MANUAL = /^(?:docs?|documentation)\/[^/]{1,80}$/i
const PRETRAINING = /\bpre-?training\b/i

/**
 * A document that speaks for the release: its README, a card, or one named for the data or the training. What a part's
 * own README tells is of that part.
 */
function tells({ path, blocks }: Document): boolean {
  if (isCard(path) || isDataCard(path)) return true
  if (isReadme(path)) return depth(path) === 0
  if (depth(path) <= 3 && NAMED_FOR_IT.test(fileName(path))) return true
  return (
    MANUAL.test(path) && blocks.some(({ kind, text }) => kind === 'heading' && PRETRAINING.test(text.slice(0, 200)))
  )
}

/** more statements or sets than this in a document tell nothing new */
const MOST_TOLD = 500

function dataWordsIn(document: Document, files: Release['files'], who: Publisher, knowledge: Knowledge): Words {
  const statements: DataStatement[] = []
  const asides: DataAside[] = []
  const sources: DataSource[] = []
  const ofData = isDataCard(document.path)
  const hear = hearing(knowledge)
  const said: SaidOfOwn = { extracted: [], benchmarks: [] }
  let list: EntryList = { at: '', linked: false, silent: [] }
  let place: readonly [headings: readonly string[], header: string, lead: string, Surroundings] | null = null
  for (const block of document.blocks) {
    if (block.kind === 'code' || block.kind === 'heading') continue
    const header = block.header?.join(' ') ?? ''
    const lead = block.lead ?? ''
    if (!place || place[0] !== block.headings || place[1] !== header || place[2] !== lead)
      place = [block.headings, header, lead, surroundings(block.headings, header, lead, ofData, hear)]
    const around = place[3]
    if (around.never) continue
    if (statements.length > MOST_TOLD || sources.length > MOST_TOLD) break
    const at = [...block.headings, header, lead].join('\n')
    if (list.at !== at) {
      endList(list, statements)
      list = { at, linked: false, silent: [] }
    }
    const before = { statements: statements.length, sources: sources.length }
    const links = block.links.toSorted((one, other) => one.start - other.start)
    const linksData = links.some(link => dataPlace(link, knowledge) !== null)
    let next = 0
    for (const sentence of statementsOf(block)) {
      // sentences and links both go forward: each link is looked at once
      if (statements.length > MOST_TOLD || sources.length > MOST_TOLD) break
      const first = next
      const end = sentence.start + sentence.text.length
      while (next < links.length && (links[next]?.start ?? 0) < end) next++
      const within = links.slice(first, next)
      const heard = hear(sentence.text.slice(0, LONGEST_SENTENCE))
      hearOwn(heard, said)
      sources.push(...sourcesIn({ sentence, heard, links: within, linksData, around, document }, files, who, knowledge))
      if (around.other || !isAboutTraining(heard, around)) continue
      const citation = citeSentence(document, sentence.line, sentence.endLine, sentence.text)
      const located = within.some(link => dataPlace(link, knowledge) !== null)
      const topics = topicsOf(heard, located, hear)
      asides.push(...asidesIn(heard, citation, located, hear))
      const tells = describes(heard, topics, hear)
      if (topics.size === 0 && !tells) continue
      statements.push({
        citation,
        topics,
        stage: stageOf(heard, around.words),
        describes: tells,
        partial: heard.says('data.partial'),
        exclusive: heard.says('data.exclusive'),
        located,
        unlike: false,
      })
    }
    if (!isEntry(block) || !around.chapter) continue
    if (sources.slice(before.sources).some(({ where }) => where !== null)) list.linked = true
    else if (sources.length === before.sources && block.links.length === 0 && isHeadedByData(block))
      if (statements.length > before.statements) list.silent.push(before.statements)
  }
  endList(list, statements)
  return { statements, asides, sources: withSaid(sources, said) }
}

/** more sets than this are a catalog */
const MOST_SOURCES = 200

/** The same set once, with the first place that is given for it. */
function distinct(sources: readonly DataSource[]): DataSource[] {
  const found = new Map<string, DataSource>()
  for (const source of sources.slice(0, 20 * MOST_SOURCES)) {
    const key = source.known?.id ?? (source.hub ?? source.where ?? source.name).toLowerCase()
    const before = found.get(key)
    if (!before) {
      if (found.size < MOST_SOURCES) found.set(key, source)
    } else if (before.where === null && source.where !== null) found.set(key, { ...source, stage: before.stage })
  }
  return [...found.values()]
}

/** Sentences on the publisher's own sets. */
interface SaidOfOwn {
  readonly extracted: string[]
  readonly benchmarks: string[]
}

/** Keeps a sentence that may say what a given set is. */
function hearOwn({ text, says }: Heard, said: SaidOfOwn): void {
  if (says('data.extracted')) said.extracted.push(lettersOf(text))
  if (says('data.benchmark') && !says('data.training')) said.benchmarks.push(lettersOf(text))
}

/**
 * The sets without those of the publisher that a sentence calls a benchmark; what is said to be taken from a larger set
 * is a part.
 */
function withSaid(sources: readonly DataSource[], { extracted, benchmarks }: SaidOfOwn): DataSource[] {
  return sources
    .filter(source => !isNamed(source, benchmarks))
    .map(source => (isNamed(source, extracted) ? { ...source, part: true } : source))
}

function isNamed({ hub, own }: DataSource, sentences: readonly string[]): boolean {
  const name = lettersOf(hub?.slice(hub.indexOf('/') + 1) ?? '')
  return own && name.length > 3 && sentences.some(text => text.includes(name))
}

export { whyPartly } from './ladder.ts'
export type { DataAside, DataFound, DataOfStage, DataSource, DataStatement } from './statement.ts'
