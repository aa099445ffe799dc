import type { Knowledge } from '../../knowledge/knowledge.ts'
import { isSourced } from '../../knowledge/sourced.ts'
import { datasetById, datasetsOf } from '../../names/datasets.ts'
import { ownModels } from '../../names/models.ts'
import type { Release } from '../../release/release.ts'
import { cite, type Metadata } from '../evidence.ts'
import { isVendored } from '../paths.ts'
import type { Publisher } from '../publisher/owners.ts'
import { hearing } from '../signs.ts'
import { rungOf } from './ladder.ts'
import type { DataSource } from './statement.ts'

const WITHIN_TREE = new RegExp(
  String.raw`(^|\/)(data|datasets?|train(ing)?_data|corpus)\/[^/]+(\/[^/]+)?\.(jsonl?|parquet|csv|tsv|txt|` +
    String.raw`arrow)(\.(gz|zst|bz2))?$|(^|\/)(train|training|dataset|sft|alpaca)[\w.-]*\.(jsonl|parquet|csv|` +
    'json)$',
  'i',
)
/** folders and names of data that a model is measured or tried with */
const ASIDE = /bench|(^|\/|[_-])(eval\w*|tests?|demos?|examples?|samples?|toy|metrics|results)([_./-]|$)/i
/** a smaller file is an example, in bytes */
export const SMALLEST = 100_000

/** The set that is in the release: its first file. */
export function sourcesInTree(release: Release): DataSource[] {
  const file = release.files.find(
    ({ path, size }) =>
      (size ?? 0) > SMALLEST &&
      WITHIN_TREE.test(path) &&
      !ASIDE.test(path) &&
      !isVendored(path) &&
      !isInPackage(path, release),
  )
  if (!file) return []
  return [inRelease(file.path)]
}

/** A file of the release as a set of its training data. */
export const inRelease = (path: string): DataSource => ({
  name: path,
  stage: 'training',
  where: path,
  hub: null,
  own: true,
  known: null,
  part: false,
  rung: 'released',
  cited: cite({ path }),
})

/** Whether a sentence may name a file as its data. */
export const isTable = (path: string) => /\.(?:csv|tsv|jsonl|parquet|arrow)$/i.test(path)

/** The sets that a card's metadata names. Of a model with a base these are what its own training used. */
export function sourcesInMetadata(metadata: Metadata, who: Publisher, knowledge: Knowledge): DataSource[] {
  const hear = hearing(knowledge)
  return metadata.datasets
    .filter(({ value }) => !hear(value).says('release.own-set'))
    .map(({ value, cited }) => {
      const known = datasetById(knowledge, value)
      const owner = value.includes('/') ? (value.split('/')[0] ?? '') : null
      const own = owner !== null && who.isOwner(owner)
      return {
        name: value,
        stage: metadata.bases.length > 0 ? 'post-training' : 'training',
        where: owner === null ? null : value,
        hub: value,
        own,
        known,
        part: false,
        rung: rungOf(owner !== null, own, known),
        cited,
      }
    })
}

/** A table among the modules of a program is the program's. */
function isInPackage(path: string, { files }: Release): boolean {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const above = folder.slice(0, folder.slice(0, -1).lastIndexOf('/') + 1)
  return (
    folder !== '' &&
    files.some(
      ({ path: other }) => (other.startsWith(folder) && other.endsWith('.py')) || other === `${above}__init__.py`,
    )
  )
}

/** The sets that a dated fact says this very model of its publisher was trained on. */
export function sourcesKnown({ proven, name }: Publisher, knowledge: Knowledge): DataSource[] {
  const [model] = ownModels(knowledge, proven, name)
  const fact = model?.version.trainedOn
  if (!fact) return []
  return datasetsOf(knowledge, fact.sets).map(known => ({
    name: known.name,
    stage: 'training',
    where: known.where,
    hub: null,
    own: false,
    known,
    part: false,
    rung: isSourced(fact.source) ? rungOf(known.where !== null, false, known) : 'listed',
    cited: cite({
      fact: `${model.version.name} was trained on ${known.name}`,
      source: fact.source,
      seenOn: fact.seenOn,
    }),
  }))
}
