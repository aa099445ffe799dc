import type { Release } from '../release/release.ts'
import type { About } from '../report/report.ts'
import type { Evidence } from './evidence.ts'
import { settingsIn } from './metadata/settings.ts'

/** files of weights whose hashes are told: the shards of the largest models */
const FILES = 200

/**
 * What a bill of materials says of a model beside its terms, as its metadata and headers have it; null where nothing is
 * said.
 */
export function aboutRelease({ release, metadata, weights }: Evidence): About | null {
  const files = weights.files
    .filter(({ sha256 }) => sha256 !== undefined)
    .slice(0, FILES)
    .map(({ path, size, sha256 = '' }) => ({ path, size, sha256 }))
  const about: About = {
    ...optional('kind', release.hub?.kind ?? null),
    ...optional('task', metadata.task?.value ?? null),
    ...optional('library', metadata.library?.value ?? null),
    ...optional('architecture', architectureOf(release)),
    ...optional('published', release.hub?.published ?? null),
    ...(files.length > 0 ? { weights: files } : {}),
  }
  return Object.keys(about).length > 0 ? about : null
}

const optional = (key: string, value: string | null) => (value === null ? {} : { [key]: value.slice(0, 200) })

/** The class that runs it, by its configuration, else the family that a header names. */
function architectureOf({ texts, headers }: Release): string | null {
  const config = texts.get('config.json')
  const read = (config && !config.truncated ? settingsIn(config) : null) ?? {}
  const [first]: readonly unknown[] = Array.isArray(read.architectures) ? read.architectures : []
  const named = [first, read.model_type, ...headers.map(({ metadata }) => metadata['general.architecture'])]
  return named.find((one): one is string => typeof one === 'string' && one.trim() !== '') ?? null
}
