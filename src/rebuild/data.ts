import type { Case } from '../licensing/index.ts'
import type { Citation } from '../report.ts'
import { sizeInWords } from '../sources/gather.ts'
import type { DataSource } from './rebuild.ts'

/** Every source of training data that is here or that metadata names. What is named elsewhere in words is not resolved. */
export function dataSources(judged: Case): readonly DataSource[] {
  return [...inRelease(judged), ...inMetadata(judged)]
}

/** A revision at the end of an id: `org/name@3f2a1b9`. */
const REVISION = /@([\w.-]{4,60})$/

function inMetadata({ evidence }: Case): DataSource[] {
  return evidence.metadata.datasets.map(({ value, cited }) => ({
    name: value,
    stage: null,
    // a bare name is no address
    where: value.includes('/') ? value : null,
    size: null,
    license: 'NOASSERTION',
    revision: REVISION.exec(value)?.[1] ?? null,
    obtainable: 'not-looked',
    cited: [...cited],
  }))
}

/** The training data that is in the release, as one source: its files, their size, and the license concluded for them. */
function inRelease({ evidence: { release }, components }: Case): DataSource[] {
  const data = components.find(({ found }) => found.id === 'datasets' && found.presence === 'released')
  const paths = new Set(data?.found.cited.flatMap(citation => ('path' in citation ? [citation.path] : [])))
  const files = release.files.filter(({ path }) => paths.has(path))
  const [first] = files
  if (!data || !first) return []
  const cited: Citation[] = files.map(({ path }) => ({ path }))
  const sizes = files.flatMap(({ size }) => size ?? [])
  return [
    {
      name: first.path,
      stage: null,
      where: first.path,
      size:
        sizes.length === files.length
          ? `${sizeInWords(sizes.reduce((all, size) => all + size, 0))}, of the files cited`
          : null,
      license: data.licensing.concluded,
      revision: release.revision,
      obtainable: 'here',
      cited,
    },
  ]
}
