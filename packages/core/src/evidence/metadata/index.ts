import { citeMetadata, citeValue } from '../../documents/cite.ts'
import { linesOfValue } from '../../documents/front-matter.ts'
import type { Document, FrontMatter } from '../../documents/index.ts'
import type { LegalFiles } from '../../knowledge/legal-files.ts'
import type { HubFacts, Release, Text } from '../../release/release.ts'
import { isModelfile, trainsNothing } from '../../release/wanted.ts'
import type { Citation } from '../../report/report.ts'
import { cite, type Gate, type Metadata, type Stated, type TermsSaid } from '../evidence.ts'
import { fileName } from '../paths.ts'
import { citeHub, formAtHub, foundByHub, gateAtHub, gateIn, isOfGate, statedAtHub } from './hub.ts'
import { settingsIn } from './settings.ts'
import { leavesOf, plainKey, termsAt, termsInCard, termsInHeaders, termsInSettings } from './terms-said.ts'

/** keys of a card that only a model's card has, and only a dataset's */
const MODEL_KEYS = [
  'pipeline_tag',
  'library_name',
  'base_model',
  'model-index',
  'model_name',
  'inference',
  'widget',
  'extra_gated_prompt',
]
const DATASET_KEYS = [
  'task_categories',
  'task_ids',
  'dataset_info',
  'size_categories',
  'annotations_creators',
  'source_datasets',
]

/** Reads what the card's front matter, configuration files and weights headers say. The card comes first. */
export function readMetadata(release: Release, card: Document | null, legal: LegalFiles): Metadata {
  const front = card?.frontMatter ?? null
  const { hub } = release
  // a card that is here speaks with its own lines
  const unread = hub && !front ? hub : null
  const stated = (key: string) => {
    if (card && front) return statedIn(card, key)
    return unread ? atHub(unread, key) : []
  }
  const one = (key: string) => stated(key)[0] ?? null
  const { bases: configured, loaded } = configsOf(release, legal)
  const tags = unread ? unread.tags.map(value => foundByHub(unread, 'tags', value)) : stated('tags')
  const named = [
    ...stated('base_model'),
    ...tags.flatMap(({ value, cited }) => {
      const [, model] = BASE_TAG.exec(value) ?? []
      return model === undefined ? [] : [{ value: model, cited }]
    }),
    ...configured,
    ...(card ? mergedIn(card) : []),
  ]
  const bases = [
    ...(named.length > 0 ? named : loaded),
    ...headerValues(
      release,
      key => /^general\.base_model\.\d+\.(repo_url|name)$/.test(key) || BASE_KEYS.has(plainKey(key)),
    ),
  ]
  const found = hub
    ? hub.bases.map(({ model }) => ({ value: model, cited: cite(citeHub(hub, 'baseModels', model)) }))
    : []
  const form = card && front ? formIn(card) : unread ? formAtHub(unread) : null
  const byHub = (key: string, value: string | null) => (hub && value !== null ? foundByHub(hub, key, value) : null)
  const terms = [
    [...(card ? termsInCard(card, legal) : []), ...tags.flatMap(licenseTag)],
    // what a registry says stands beside the card; at a hub it is the card itself
    ...(hub && (unread || release.source !== 'hub') ? [termsAtHub(hub, legal)] : []),
    ...termsInSettings(release, legal),
    ...termsInHeaders(release, legal),
  ]
  return {
    terms,
    licenses: terms.flat().flatMap(({ as, value, cited }) => (as === 'license' ? [{ value, cited }] : [])),
    bases: bases.length > 0 ? bases : found,
    relation: one('base_model_relation')?.value ?? hub?.relation ?? null,
    datasets: [...stated('datasets'), ...stated('dataset')],
    tags: tags.map(({ value }) => value),
    library: one('library_name') ?? byHub('library_name', hub?.library ?? null),
    task: one('pipeline_tag') ?? one('task') ?? one('tasks') ?? byHub('pipeline_tag', hub?.task ?? null),
    gate: hub ? gateAtHub(hub, form) : form,
    form,
    kind: hub?.kind ?? kindOf(front),
  }
}

/** "base_model:org/name", "base_model:adapter:org/name" */
const BASE_TAG = /^base_model:(?:\w{3,20}:)?([\w.-]{1,96}\/[\w.-]{1,96})$/
/** keys of a header for what its weights start from */
const BASE_KEYS: ReadonlySet<string> = new Set(['basemodel', 'basemodelname', 'basemodelnameorpath'])
/** "license:mit", as a hub writes it; that it is another says nothing more than the key */
const LICENSE_TAG = /^licen[cs]e:(?!other$|unknown$)(.{1,100})$/i

function licenseTag({ value, cited }: Stated): TermsSaid[] {
  const [, license] = LICENSE_TAG.exec(value) ?? []
  return license === undefined ? [] : [{ as: 'license', of: '', value: license, cited }]
}

function termsAtHub(hub: HubFacts, legal: LegalFiles): TermsSaid[] {
  return Object.entries(hub.card).flatMap(([key, value]) =>
    termsAt({ key, value }, cite(citeHub(hub, `cardData.${key}`, said(value))), legal),
  )
}

const said = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))

/** What a card's front matter shows it to be the card of. */
export function kindOf(front: FrontMatter | null): Metadata['kind'] {
  if (!front) return null
  if (DATASET_KEYS.some(key => key in front.data)) return 'dataset'
  return MODEL_KEYS.some(key => key in front.data) ? 'model' : null
}

/** What the front matter of a card states under a key, however that is spelled, and as often as it stands there. */
export function statedIn({ path, frontMatter }: Document, key: string): Stated[] {
  return (frontMatter?.entries ?? [])
    .filter(entry => plainKey(entry.key) === plainKey(key))
    .flatMap(entry => {
      const cited = cite(citeMetadata(path, entry))
      return namesInValue(entry.value).map(value => ({ value, cited }))
    })
}

const atHub = (hub: HubFacts, key: string): Stated[] =>
  Object.entries(hub.card)
    .filter(([name]) => plainKey(name) === plainKey(key))
    .flatMap(([name, value]) => statedAtHub(hub, name, namesInValue(value)))

/** what has keys of its own is called by one of these */
const NAMING_KEY = /^(?:|name|id|model|repo(?:_id)?|url|path)$/i

const namesInValue = (value: unknown): string[] =>
  leavesOf('', value)
    .filter(({ key }) => NAMING_KEY.test(key))
    .map(leaf => leaf.value)

/** The form before a download, as the front matter of a card has it. */
export function formIn({ path, lines, frontMatter }: Document): Gate | null {
  const entries = frontMatter?.entries ?? []
  const gate = gateIn(
    entries.map(entry => ({
      key: entry.key,
      value: entry.value,
      cited: citeMetadata(path, entry),
      place: text => ({ path, lines, at: linesOfValue(text, lines, entry) }),
    })),
  )
  if (gate === null) return null
  const own = entries.filter(({ key }) => isOfGate(key))
  const line = Math.min(...own.map(one => one.line))
  return { ...gate, place: { path, lines, line, endLine: Math.max(...own.map(one => one.endLine)) } }
}

function headerValues(release: Release, is: (key: string) => boolean): Stated[] {
  return release.headers.flatMap(header =>
    Object.entries(header.metadata)
      .filter(([name]) => is(name))
      .map(([name, value]) => ({ value, cited: cite(citeValue(header.path, name, value)) })),
  )
}

interface Configs {
  readonly bases: readonly Stated[]
  /**
   * what the parameters were loaded from before they were trained, where a configuration of saving says so
   */
  readonly loaded: readonly Stated[]
}

/** a configuration at the root; those of trainings are read with their scripts */
const LOADS = /^[\w.-]+\.json$/
/** an id or a name; a path of somebody's disk says nothing */
const IS_NAME = /^[A-Za-z][\w.-]*\/[\w.-]+$/
/** the configuration of a training at the root, and the recipe of a program that runs models */
const FROM = { yaml: /^base_model\s*:\s*["']?([^\s"'#]{2,200})/gm, modelfile: /^\s*FROM\s+(\S{2,200})/gim } as const

/** Base models named in configuration files: adapters, merges, trainings, recipes. */
function configsOf({ texts, files }: Release, legal: LegalFiles): Configs {
  const bases: Stated[] = []
  const loaded: Stated[] = []
  const here = new Set(files.map(({ path }) => fileName(path)))
  const named = ({ path, content }: Text, key: string, pattern: RegExp) =>
    [...content.matchAll(pattern)]
      .filter(([, value = '']) => !here.has(fileName(value)))
      .map(({ 1: value = '', index }) => {
        const line = content.slice(0, index).split('\n').length
        return { value, cited: cite({ path, key, value, line }) }
      })
  for (const text of texts.values()) {
    if (/(^|\/)adapter_config\.json$/.test(text.path)) bases.push(...jsonValue(text, 'base_model_name_or_path'))
    else if (/(^|\/)merge(kit)?_config\.ya?ml$/.test(text.path)) bases.push(...mergedModels(text))
    else if (isModelfile(text.path)) bases.push(...named(text, 'FROM', FROM.modelfile))
    else if (/^[\w.-]+\.ya?ml$/.test(text.path) && !trainsNothing(text.path, legal))
      bases.push(...named(text, 'base_model', FROM.yaml))
    else if (LOADS.test(text.path))
      for (const key of ['_name_or_path', 'model_name_or_path'])
        loaded.push(...jsonValue(text, key).filter(({ value }) => IS_NAME.test(value)))
  }
  return { bases, loaded }
}

const jsonValue = (text: Text, key: string): Stated[] =>
  namesInValue(settingsIn(text)?.[key]).map(value => ({ value, cited: cite(citeKey(text, key, value)) }))

/** The models of a merge whose configuration a card shows. */
const mergedIn = ({ path, lines, blocks }: Document): Stated[] =>
  blocks
    .filter(({ kind, text }) => kind === 'code' && MERGES.test(text))
    .flatMap(({ line, endLine }) => mergedModels({ path, content: lines.slice(line - 1, endLine).join('\n') }, line))

const MERGES = /(?:^|\s)merge_method\s*:/

/** The `model:` entries of a merge configuration; a path of somebody's disk is a name too. */
function mergedModels({ path, content }: Pick<Text, 'path' | 'content'>, first = 1): Stated[] {
  return content
    .split('\n')
    .slice(0, 2_000)
    .flatMap((line, index) => {
      const found = /^\s*-?\s*(?:base_model|model)\s*:\s*["']?([\w./-]{2,200})["']?\s*(?:#|$)/.exec(line)
      const value = found?.[1]
      return value ? [{ value, cited: cite({ path, key: 'model', value, line: first + index }) }] : []
    })
}

function citeKey(text: Text, key: string, value: string): Citation {
  const line = text.content.split('\n').findIndex(line => line.includes(`"${key}"`)) + 1
  return citeValue(text.path, key, value, line || undefined)
}
