import { licenseIn } from '../documents/broken.ts'
import { citeMetadata, citeValue } from '../documents/cite.ts'
import { linesOfValue } from '../documents/front-matter.ts'
import type { Document, FrontMatter } from '../documents/index.ts'
import type { Citation } from '../report.ts'
import type { Release, Text } from '../sources/release.ts'
import { cite, type Gate, type Metadata, type Stated } from './evidence.ts'
import { citeHub, formAtHub, foundByHub, gateAtHub, statedAtHub } from './hub.ts'
import { settingsIn } from './settings.ts'

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

/** longer than any name or address; the rest of a crafted value is not carried around */
const LONGEST = 2_000

/** Reads what the card's front matter, configuration files and weights headers say. The card comes first. */
export function readMetadata(release: Release, card: Document | null): Metadata {
  const front = card?.frontMatter ?? null
  const { hub } = release
  // a card that is here speaks with its own lines
  const unread = hub && !front ? hub : null
  const stated = (key: string) => {
    if (card && front) return statedIn(card, key)
    return unread ? statedAtHub(unread, key, strings(unread.card[key])) : []
  }
  const one = (key: string) => stated(key)[0] ?? null
  const configs = configsOf(release)
  const named = [...stated('base_model'), ...configs.bases, ...(card ? mergedIn(card) : [])]
  const bases = [
    ...(named.length > 0 ? named : configs.loaded),
    ...headerValues(release, /^general\.base_model\.\d+\.(repo_url|name)$/),
  ]
  const found = hub
    ? hub.bases.map(({ model }) => ({ value: model, cited: cite(citeHub(hub, 'baseModels', model)) }))
    : []
  const form = card && front ? readGate(card, front) : unread ? formAtHub(unread) : null
  return {
    licenses: [
      ...stated('license'),
      ...(card && front ? unreadLicense(card, front) : []),
      ...stated('licence'),
      ...configs.licenses,
      ...headerValues(release, /^general\.license$/),
    ],
    licenseName: one('license_name') ?? headerValues(release, /^general\.license\.name$/)[0] ?? null,
    licenseLink: one('license_link') ?? headerValues(release, /^general\.license\.link$/)[0] ?? null,
    bases: bases.length > 0 ? bases : found,
    relation: one('base_model_relation')?.value ?? hub?.relation ?? null,
    datasets: [...stated('datasets'), ...stated('dataset')],
    tags: unread ? unread.tags : stated('tags').map(tag => tag.value),
    library: one('library_name') ?? (hub ? foundByHub(hub, 'library_name', hub.library) : null),
    task:
      one('pipeline_tag') ?? one('task') ?? one('tasks') ?? (hub ? foundByHub(hub, 'pipeline_tag', hub.task) : null),
    gate: hub ? gateAtHub(hub, form) : form,
    form,
    kind: hub?.kind ?? kindOf(front),
  }
}

/** What a card's front matter shows it to be the card of. */
export function kindOf(front: FrontMatter | null): Metadata['kind'] {
  if (!front) return null
  if (DATASET_KEYS.some(key => key in front.data)) return 'dataset'
  return MODEL_KEYS.some(key => key in front.data) ? 'model' : null
}

/** What the front matter of a card states under a key. */
export function statedIn({ path, frontMatter }: Document, key: string): Stated[] {
  if (frontMatter === null) return []
  const cited = cite(citeMetadata(path, frontMatter, key))
  return strings(frontMatter.data[key]).map(value => ({ value, cited }))
}

/** A license that the metadata state in a way that was not understood, or seem to where they are broken: not absent. */
function unreadLicense({ path, lines }: Document, front: FrontMatter): Stated[] {
  const keys = ['license', 'licence']
  if (keys.some(key => strings(front.data[key]).length > 0)) return []
  const key = keys.find(key => isFilled(front.data[key]))
  const line = licenseIn(front, lines)
  if (key === undefined && line === null) return []
  const cited = key ? citeMetadata(path, front, key) : { path, key: 'license', value: '', line: line ?? front.line }
  return [{ value: 'unreadable', cited: cite(cited) }]
}

const isFilled = (value: unknown) =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)

/** A value or the items of a list, as strings; anything nested is left out. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim().slice(0, LONGEST)]
  if (typeof value === 'number') return [String(value)]
  if (Array.isArray(value)) return value.slice(0, 200).flatMap(item => (Array.isArray(item) ? [] : strings(item)))
  return []
}

function readGate({ path, lines }: Document, front: FrontMatter): Gate | null {
  const keys = Object.keys(front.data).filter(key => key.startsWith('extra_gated'))
  const first = keys[0]
  if (first === undefined) return null
  const prompt = front.data.extra_gated_prompt
  const at = front.keys.get('extra_gated_prompt')
  const fields = front.data.extra_gated_fields
  const places = keys.flatMap(key => front.keys.get(key) ?? [])
  return {
    cited: cite(citeMetadata(path, front, first)),
    approval: null,
    fields: typeof fields === 'object' && fields !== null ? Object.keys(fields).slice(0, 40) : [],
    euDisallowed: front.data.extra_gated_eu_disallowed === true,
    prompt:
      typeof prompt === 'string' && at ? { text: prompt, path, lines, at: linesOfValue(prompt, lines, at) } : null,
    ...(places.length > 0 && {
      place: {
        path,
        lines,
        line: Math.min(...places.map(({ line }) => line)),
        endLine: Math.max(...places.map(({ endLine }) => endLine)),
      },
    }),
  }
}

function headerValues(release: Release, key: RegExp): Stated[] {
  return release.headers.flatMap(header =>
    Object.entries(header.metadata)
      .filter(([name]) => key.test(name))
      .map(([name, value]) => ({ value, cited: cite(citeValue(header.path, name, value)) })),
  )
}

interface Configs {
  readonly licenses: readonly Stated[]
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

/** License and base model named in configuration files: adapters, merges, ModelScope's configuration. */
function configsOf(release: Release): Configs {
  const licenses: Stated[] = []
  const bases: Stated[] = []
  const loaded: Stated[] = []
  for (const text of release.texts.values()) {
    if (/(^|\/)adapter_config\.json$/.test(text.path)) bases.push(...jsonValue(text, 'base_model_name_or_path'))
    else if (/^configuration\.json$/.test(text.path)) licenses.push(...jsonValue(text, 'license'))
    else if (/(^|\/)merge(kit)?_config\.ya?ml$/.test(text.path)) bases.push(...mergedModels(text))
    else if (LOADS.test(text.path))
      for (const key of ['_name_or_path', 'model_name_or_path'])
        loaded.push(...jsonValue(text, key).filter(({ value }) => IS_NAME.test(value)))
  }
  return { licenses, bases, loaded }
}

const jsonValue = (text: Text, key: string): Stated[] =>
  strings(settingsIn(text)?.[key]).map(value => ({ value, cited: cite(citeKey(text, key, value)) }))

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
