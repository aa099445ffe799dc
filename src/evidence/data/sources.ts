import { citeSentence } from '../../documents/cite.ts'
import type { Block, Document, Link } from '../../documents/index.ts'
import type { Sentence } from '../../documents/sentences.ts'
import { datasetById, datasetsNamed } from '../../knowledge/datasets.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { findModel } from '../../knowledge/models.ts'
import type { Release } from '../../sources/release.ts'
import type { DataStage } from '../../vocabulary.ts'
import { cite } from '../evidence.ts'
import { sameFamily } from '../links.ts'
import { fileName } from '../paths.ts'
import {
  hasTestSplit,
  instructs,
  isAboutTraining,
  type Surroundings,
  speaksOfData,
  speaksOfEvaluation,
  speaksOfTraining,
} from './about.ts'
import { inRelease, isTable, SMALLEST } from './given.ts'
import { isOwner, rungOf } from './ladder.ts'
import { deniesData, namesOfData } from './names.ts'
import { type DataPlace, dataPlace, placeInWords } from './places.ts'
import { type DataSource, type DataStatement, stageOf } from './statement.ts'

/** called a part of what was used */
const PART =
  /\b(?:samples?|toy|demo|(?:a )?(?:part|portion|fraction|extract|preview) of|partial(?:ly)?|examples? of)\b|部分(?:的)?(?:训练)?(?:数据|样本|语料)|(?:数据集?|语料)的?(?:一)?部分|样例|示例/i

/** the publisher gives its own data: "we release the training data" */
const GIVES =
  /\bwe\b.{0,40}\b(?:releas\w{1,3}|open-?sourc\w{1,3}|publish\w{0,3}|provid\w{1,3}|shar\w{1,3})\b.{0,60}\b(?:data|data ?sets?|corpus|corpora)\b|(?:开源|公开|发布).{0,12}(?:数据|语料)/i

/** what comes before a name that something is only likened to */
const LIKENESS =
  /\b(?:same|similar|like|unlike|than|as in|following|rules?|format|inspired by|depart\w{0,3} from|differ\w{0,4} from|compared (?:to|with)|instead of)\b[^,.;]{0,30}$/i

/** "a subset of": which part of a set was used is not told by its name */
const SUBSET =
  /\b(?:sub-?sets?|portions?|parts?|fractions?|selections?) (?:of|from) [^.;:]{0,60}$|(?:部分|子集)[^，。；]{0,10}$/i

/** "Dataset: org/name" */
const HUB_ID = /\bdata ?sets?\b\W{0,8}([\w.-]{2,60}\/[\w.-]{2,90})(?![\w/])/gi

/** an entry of a list of data that is headed by an id on a hub: "hedgerow/letters-v2: …" */
const HEADED_BY_ID =
  /^[\s*_`"']{0,6}((?=[\w.-]*\/?[\w.-]*[-_\dA-Z])[A-Za-z\d][\w.-]{1,60}\/[\w-]{2,90})(?=[\s*_`"':—–]|$)/g

/** The sets that a sentence of a document, or a row of a table, says the model was trained on. `linksData`: its paragraph links to data. */
export function sourcesIn(
  sentence: Sentence,
  links: readonly Link[],
  around: Surroundings,
  document: Document,
  release: Release,
  knowledge: Knowledge,
  linksData: boolean,
): DataSource[] {
  const text = sentence.text.slice(0, 1_000)
  const told = !around.other && isAboutTraining(text, around)
  let known: DataStage | null = null
  const stage = () => (known ??= stageOf(text, around.words))
  const found: DataSource[] = []
  for (const link of links) {
    const place =
      dataPlace(link, knowledge) ?? (told ? placeInWords(link, text, sentence.start, knowledge.hosts) : null)
    const likened = LIKENESS.test(
      text.slice(Math.max(0, link.start - sentence.start - 60), link.start - sentence.start),
    )
    if (place && !likened && counts(place, link, text, told, around, release))
      found.push(linked(place, link, stage(), text, document, release))
  }
  // citing is dear: only what tells something is cited
  const citation = () => cite(citeSentence(document, sentence.line, sentence.endLine, sentence.text))
  const ids = [
    ...text.matchAll(HUB_ID),
    ...(around.chapter && around.speaksOfData && sentence.start === 0 ? text.matchAll(HEADED_BY_ID) : []),
  ]
  for (const [, id] of ids.length === 0 || speaksOfEvaluation(`${around.words} ${text}`) ? [] : ids) {
    if (!id || found.some(({ hub }) => hub === id)) continue
    const dataset = datasetById(knowledge, id)
    const own = isOwner(id.split('/')[0] ?? '', release)
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
  if (!told || deniesData(text)) return found
  const seen = new Set(found.map(({ known }) => known?.id))
  const named = datasetsNamed(knowledge, text)
  for (const { dataset, start, end } of named) {
    if (seen.has(dataset.id) || LIKENESS.test(text.slice(Math.max(0, start - 60), start))) continue
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
        (around.chapter || speaksOfTraining(text) || speaksOfData(text)) &&
        (link !== undefined || linksData || !SUBSET.test(text.slice(Math.max(0, start - 80), start)))
          ? rungOf(link !== undefined, false, dataset)
          : 'listed',
      cited: citation(),
    })
  }
  if (found.length > 0 || links.some(link => isSmall(link, release))) return found
  const file = release.files.find(({ path }) => text.includes(fileName(path)) && isTable(path))
  if (file) return [{ ...inRelease(file.path), stage: stage(), cited: citation() }]
  return namesOfData(text)
    .filter(name => !named.some(({ start, end }) => text.slice(start, end).includes(name)))
    .filter(name => !sameFamily(name, release.name) && !isOwner(name, release) && !findModel(knowledge, name))
    .map(name => ({
      name,
      stage: stage(),
      where: null,
      hub: null,
      own: false,
      known: null,
      part: PART.test(text),
      rung: 'listed',
      cited: citation(),
    }))
}

/** "to download the data for the training": an instruction that says what it leads to */
const TRAINING_DATA = /\b(?:pre-?)?training (?:data|data ?sets?|corpus|corpora)\b|训练(?:数据|语料)/i
/** what the reader may train on */
const OFFERED = /\byou (?:can|may|could) (?:also )?use\b|\bfeel free to use\b/i

/** Whether a place of data is said to be one of the training: by its sentence, or because it is the publisher's own and not for measuring. */
function counts(
  place: DataPlace,
  link: Link,
  sentence: string,
  told: boolean,
  around: Surroundings,
  release: Release,
): boolean {
  if (isSmall(link, release)) return false
  if (told) return true
  const name = place.hub?.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[-_/.]/g, ' ') ?? link.label
  const measures =
    speaksOfEvaluation(name) ||
    (speaksOfEvaluation(sentence) && (!speaksOfTraining(sentence) || hasTestSplit(sentence)))
  if (measures || OFFERED.test(sentence)) return false
  if (place.hub === null) return TRAINING_DATA.test(sentence) && !around.other
  if (place.owner !== null && isOwner(place.owner, release)) return !speaksOfEvaluation(around.words)
  return (speaksOfTraining(sentence) || around.speaksOfTraining) && !instructs(sentence) && !around.other
}

/** A table of the release itself that is too small for training data holds figures, or an example. */
function isSmall(link: Link, { files }: Release): boolean {
  const name = fileName(link.url.split(/[?#]/)[0] ?? '')
  const file = isTable(name) || name.endsWith('.json') ? files.find(({ path }) => fileName(path) === name) : undefined
  return file !== undefined && file.size !== null && file.size < SMALLEST
}

function linked(
  place: DataPlace,
  link: Link,
  stage: DataStage,
  sentence: string,
  document: Document,
  release: Release,
): DataSource {
  const given = place.owner === null && place.known === null && GIVES.test(sentence)
  const own = given || (place.owner !== null && isOwner(place.owner, release))
  return {
    name: place.known?.name ?? place.hub ?? (link.label.slice(0, 80) || place.url),
    stage,
    where: place.url,
    hub: place.hub,
    own,
    known: place.known,
    part: PART.test(sentence) || PART.test((place.hub ?? '').replace(/[-_/]/g, ' ')),
    rung: rungOf(true, own, place.known),
    cited: cite({ url: link.url, path: document.path, line: link.line }),
  }
}

/** an entry of a list or a table that is headed by a kind of data: "Harbor data: …" */
const ENTRY =
  /^[^\w\u3400-\u9fff]{0,6}(?!eval|test|valid|training data)[\w -]{2,50} (?:data|data ?sets?|corpus|corpora)\W{0,4}(?:[:|—–]|$)|^[^\w\u3400-\u9fff]{0,6}[\u3400-\u9fff]{2,12}(?:数据集?|语料库?)\W{0,6}(?:[:：|—–]|$)/i

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
