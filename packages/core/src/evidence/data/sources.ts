import { citeSentence } from '../../documents/cite.ts'
import type { Block, Document, Link } from '../../documents/index.ts'
import type { Sentence } from '../../documents/sentences.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { datasetById } from '../../names/datasets.ts'
import { namesIn } from '../../names/table.ts'
import type { Release } from '../../release/release.ts'
import type { DataStage } from '../../report/vocabulary.ts'
import { HAN } from '../../text/scripts.ts'
import { cite } from '../evidence.ts'
import { fileName } from '../paths.ts'
import { type Publisher, sameFamily } from '../publisher/owners.ts'
import { type Hear, type Heard, hearing } from '../signs.ts'
import { isAboutTraining, type Surroundings } from './about.ts'
import { inRelease, isTable, SMALLEST } from './given.ts'
import { rungOf } from './ladder.ts'
import { namesOfData } from './names.ts'
import { type DataPlace, dataPlace, placeInWords } from './places.ts'
import { type DataSource, type DataStatement, stageOf } from './statement.ts'

/** "Dataset: org/name" */
const HUB_ID = /\bdata ?sets?\b\W{0,8}([\w.-]{2,60}\/[\w.-]{2,90})(?![\w/])/gi

/** an entry of a list of data that is headed by an id on a hub: "hedgerow/letters-v2: …" */
const HEADED_BY_ID =
  /^[\s*_`"']{0,6}((?=[\w.-]*\/?[\w.-]*[-_\dA-Z])[A-Za-z\d][\w.-]{1,60}\/[\w-]{2,90})(?=[\s*_`"':—–]|$)/g

/** A sentence of a document, or a row of a table, as it is heard. */
interface HeardSentence {
  readonly sentence: Sentence
  readonly heard: Heard
  readonly links: readonly Link[]
  /** its paragraph links to data */
  readonly linksData: boolean
  readonly around: Surroundings
  readonly document: Document
}

/** The sets that a sentence says the model was trained on. */
export function sourcesIn(
  said: HeardSentence,
  files: Release['files'],
  who: Publisher,
  knowledge: Knowledge,
): DataSource[] {
  const { sentence, heard, links, around, document } = said
  const { text, says } = heard
  const hear = hearing(knowledge)
  const told = !around.other && isAboutTraining(heard, around)
  let known: DataStage | null = null
  const stage = () => (known ??= stageOf(heard, around.words))
  const found: DataSource[] = []
  for (const link of links) {
    const place =
      dataPlace(link, knowledge) ?? (told ? placeInWords(link, text, sentence.start, knowledge.hosts, hear) : null)
    if (!place || hear(text, link.start - sentence.start, link.end - sentence.start).says('data.likeness')) continue
    if (!isSmall(link, files) && (told || counts(place, link, said, who, hear)))
      found.push({ ...linked(place, link, said, who, hear), stage: stage() })
  }
  // citing is dear: only what tells something is cited
  const citation = () => cite(citeSentence(document, sentence.line, sentence.endLine, sentence.text))
  const ids = [
    ...text.matchAll(HUB_ID),
    ...(around.chapter && around.words.says('data.data') && sentence.start === 0 ? text.matchAll(HEADED_BY_ID) : []),
  ]
  for (const [, id] of ids.length === 0 || around.words.says('data.evaluation') || says('data.evaluation') ? [] : ids) {
    if (!id || found.some(({ hub }) => hub === id)) continue
    const dataset = datasetById(knowledge, id)
    const own = who.isOwner(id.split('/')[0] ?? '')
    found.push({
      name: id,
      stage: stage(),
      where: id,
      hub: id,
      own,
      known: dataset,
      part: false,
      rung: rungOf(true, own, dataset),
      cited: citation(),
    })
  }
  if (!told || says('data.denies')) return found
  const seen = new Set(found.map(({ known }) => known?.id))
  const named = namesIn(text, knowledge)
  for (const one of named) {
    if (one.kind !== 'dataset') continue
    const { dataset, start, end } = one
    const there = hear(text, start, end)
    if (seen.has(dataset.id) || there.says('data.likeness')) continue
    seen.add(dataset.id)
    const link = links.find(
      link => !link.image && link.start - sentence.start <= end && link.end - sentence.start >= start,
    )
    found.push({
      name: dataset.name,
      stage: stage(),
      where: link?.url ?? null,
      hub: null,
      own: false,
      known: dataset,
      part: false,
      rung:
        (around.chapter || says('data.training') || says('data.data')) &&
        (link !== undefined || said.linksData || !there.says('data.subset'))
          ? rungOf(link !== undefined, false, dataset)
          : 'listed',
      cited: citation(),
    })
  }
  if (found.length > 0 || links.some(link => isSmall(link, files))) return found
  const file = files.find(({ path }) => text.includes(fileName(path)) && isTable(path))
  if (file) return [{ ...inRelease(file.path), stage: stage(), cited: citation() }]
  return namesOfData(heard, hear)
    .filter(name => !named.some(one => one.spelled.includes(name) || ('known' in one && name.includes(one.spelled))))
    .filter(name => !sameFamily(name, who.name) && !who.isOwner(name))
    .map(name => ({
      name,
      stage: stage(),
      where: null,
      hub: null,
      own: false,
      known: null,
      part: says('data.part'),
      rung: 'listed',
      cited: citation(),
    }))
}

/**
 * Whether a place of data is one of the training, where nothing else tells: by words of its sentence, or because it is
 * the publisher's own and not for measuring.
 */
function counts(
  place: DataPlace,
  link: Link,
  { heard: { says }, around }: HeardSentence,
  who: Publisher,
  hear: Hear,
): boolean {
  const name = place.hub?.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[-_/.]/g, ' ') ?? link.label
  const measures =
    hear(name).says('data.evaluation') ||
    (says('data.evaluation') && (!says('data.training') || says('data.test-split')))
  if (measures || says('data.offered')) return false
  if (place.hub === null) return says('data.training-set') && !around.other
  if (place.owner !== null && who.isOwner(place.owner)) return !around.words.says('data.evaluation')
  return (says('data.training') || around.words.says('data.training')) && !says('data.instructs') && !around.other
}

/** A table of the release itself that is too small for training data holds figures, or an example. */
function isSmall(link: Link, files: Release['files']): boolean {
  const name = fileName(link.url.split(/[?#]/)[0] ?? '')
  const file = isTable(name) || name.endsWith('.json') ? files.find(({ path }) => fileName(path) === name) : undefined
  return file !== undefined && file.size !== null && file.size < SMALLEST
}

function linked(
  place: DataPlace,
  link: Link,
  { heard: { says }, document }: HeardSentence,
  who: Publisher,
  hear: Hear,
): Omit<DataSource, 'stage'> {
  const given = place.owner === null && place.known === null && says('data.gives')
  const own = given || (place.owner !== null && who.isOwner(place.owner))
  return {
    name: place.known?.name ?? place.hub ?? (link.label.slice(0, 80) || place.url),
    where: place.url,
    hub: place.hub,
    own,
    known: place.known,
    part: says('data.part') || hear((place.hub ?? '').replace(/[-_/]/g, ' ')).says('data.part'),
    rung: rungOf(true, own, place.known),
    cited: cite({ url: link.url, path: document.path, line: link.line }),
  }
}

/** an entry of a list or a table that is headed by a kind of data: "Harbor data: …" */
const ENTRY = new RegExp(
  String.raw`^[^\w${HAN}]{0,6}(?!eval|test|valid|training data)[\w -]{2,50} (?:data|data ?sets?|corpus|` +
    String.raw`corpora)\W{0,4}(?:[:|—–]|$)|^[^\w${HAN}]{0,6}[${HAN}]{2,12}(?:数据集?|` +
    String.raw`语料库?)\W{0,6}(?:[:：|—–]|$)`,
  'i',
)

/** Whether a block is an entry of a list or a table. */
export const isEntry = ({ kind }: Block): boolean => kind === 'item' || kind === 'row'

/** Whether an entry is headed by a kind of data. */
export const isHeadedByData = ({ text }: Block): boolean => ENTRY.test(text.slice(0, 200))

/** The entries of one list of data as they are read. */
export interface EntryList {
  /** headings, header and lead: what all of its entries share */
  readonly at: string
  /** an entry says where its data can be had */
  linked: boolean
  /** the statements of entries on data that say nothing of where */
  readonly silent: number[]
}

/** Ends a list: where one of its entries says where its data can be had, those that do not are unlike it. */
export function endList({ linked, silent }: EntryList, statements: DataStatement[]): void {
  if (!linked) return
  for (const at of silent) {
    const statement = statements[at]
    if (statement) statements[at] = { ...statement, unlike: true }
  }
}
