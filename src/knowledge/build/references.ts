import { GRANTS } from '../../vocabulary.ts'
import type { CompiledKnowledge } from '../knowledge.ts'
import type { KnownUses } from '../schemas/uses.ts'
import { KnowledgeError } from './parse.ts'

/** Checks that all a file names is there. Throws a KnowledgeError that names the file and what is missing. */
export function checkReferences(compiled: CompiledKnowledge): void {
  const { licenses, clauses, frameworks, datasets, models, wordings, modalities, tasks } = compiled
  const { alternatives, conformant, compute, uses } = compiled
  const groups = new Set(tasks.map(({ id }) => id))
  for (const { near } of tasks) {
    const unknown = near.find(id => !groups.has(id))
    if (unknown) throw new KnowledgeError('tasks.yml', `has no task ${unknown}`)
  }
  for (const { id, task } of alternatives)
    if (!groups.has(task)) throw new KnowledgeError(`alternatives/${id}.yml`, `tasks.yml has no task ${task}`)

  const known = new Set(licenses.map(license => license.id))
  const open = conformant.licenses.map(entry => entry.license)
  for (const license of open) if (!known.has(license)) throw unknownLicense('conformant.yml', license)
  for (const model of models) {
    for (const { license } of model.versions) {
      if (license !== null && !known.has(license)) throw unknownLicense(`models/${model.family}.yml`, license)
    }
  }
  const versions = new Set(models.flatMap(model => model.versions.map(version => version.name)))
  for (const { model } of compute.trained) {
    if (!versions.has(model))
      throw new KnowledgeError('compute.yml', `no version in knowledge/models is called ${model}`)
  }
  const corpora = new Set(datasets.map(({ id }) => id))
  for (const dataset of datasets) {
    const path = `datasets/${dataset.id}.yml`
    if (dataset.license !== null && !known.has(dataset.license)) throw unknownLicense(path, dataset.license)
    const unknown = dataset.madeOf.find(part => !corpora.has(part))
    if (unknown) throw unknownDataset(path, unknown)
  }
  for (const model of models) {
    const unknown = model.versions.flatMap(({ trainedOn }) => trainedOn?.sets ?? []).find(part => !corpora.has(part))
    if (unknown) throw unknownDataset(`models/${model.family}.yml`, unknown)
  }
  const kinds = new Set(clauses.map(clause => clause.id))
  for (const { kind, language } of wordings) {
    const path = `wordings/${kind}/${language}.yml`
    if (!kinds.has(kind) && !isGrant(kind)) throw new KnowledgeError(path, `no file knowledge/clauses/${kind}.yml`)
    if (!modalities.some(({ id }) => id === language))
      throw new KnowledgeError(path, `no file knowledge/modality/${language}.yml`)
  }
  for (const framework of frameworks) {
    const unknown = framework.requirements.flatMap(entry => entry.clauses).find(kind => !kinds.has(kind))
    if (unknown) throw new KnowledgeError(`frameworks/${framework.id}.yml`, `no file knowledge/clauses/${unknown}.yml`)
  }
  const unlisted = clauses.find(({ id }) => !kindsOf(uses).includes(id))
  if (unlisted) throw new KnowledgeError('uses.yml', `says nothing of ${unlisted.id}`)
  const untold = asked(uses).find(kind => uses.short[kind] === undefined)
  if (untold) throw new KnowledgeError('uses.yml', `has no short words for ${untold}`)
}

/** kinds that decide one of the questions everybody asks: each is told in a few words */
const asked = ({ clauses, questions }: KnownUses) =>
  questions.flatMap(({ on, kinds }) => [
    ...kinds,
    ...clauses
      .filter(clause => clause.result !== 'know' && clause.on.some(action => on.includes(action)))
      .flatMap(clause => clause.kinds),
  ])

/** what a text grants is told by wordings too, and is no clause: `grant.use` */
const isGrant = (kind: string) => GRANTS.some(grant => kind === `grant.${grant}`)

const kindsOf = ({ clauses, always, compared, silent }: KnownUses) => [
  ...[...clauses, ...always, ...compared].flatMap(({ kinds }) => kinds),
  ...silent,
]

function unknownDataset(path: string, dataset: string): KnowledgeError {
  return new KnowledgeError(path, `no file knowledge/datasets/${dataset}.yml`)
}

function unknownLicense(path: string, license: string): KnowledgeError {
  return new KnowledgeError(path, `no file knowledge/licenses/${license}.yml`)
}
