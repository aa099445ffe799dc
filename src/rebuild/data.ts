import { dataShown } from '../licensing/data.ts'
import type { Case } from '../licensing/index.ts'
import type { Citation, DataOfStage, DataSource as SourceShown } from '../report.ts'
import { sizeInWords } from '../sources/size.ts'
import type { DataSource } from './rebuild.ts'

/** Every source of training data: the files that are here, and each set that documents, metadata or dated facts name. */
export function dataSources(judged: Case): readonly DataSource[] {
  const here = filesHere(judged)
  const files = new Set(here.flatMap(({ cited }) => cited.flatMap(place => ('path' in place ? [place.path] : []))))
  const named = dataShown(judged.evidence.data, judged.knowledge).flatMap(stage =>
    stage.sources.filter(({ where }) => !where || !files.has(where)).map(source => setNamed(source, stage)),
  )
  return [...here, ...named]
}

/** A revision at the end of an id: `org/name@3f2a1b9`. */
const REVISION = /@([\w.-]{4,60})$/

function setNamed(source: SourceShown, { stage }: DataOfStage): DataSource {
  const { name, where, concluded, obtainable, cited } = source
  return {
    name,
    stage: stage === 'training' ? null : stage,
    where: where ?? null,
    size: null,
    license: concluded,
    revision: REVISION.exec(where ?? name)?.[1] ?? null,
    obtainable: obtainable === 'unknown' ? 'not-looked' : obtainable,
    cited,
  }
}

/** The training data that is in the release, as one source: its files, their size, and the license concluded for them. */
function filesHere({ evidence: { release }, components }: Case): DataSource[] {
  const data = components.find(({ found }) => found.id === 'datasets')
  const paths = new Set(data?.found.cited.flatMap(citation => ('path' in citation ? [citation.path] : [])))
  // what tells of the data, such as a card, is not the data
  const files = release.files.filter(({ path }) => paths.has(path) && !release.texts.has(path))
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
