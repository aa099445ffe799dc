import type { ClaimLanguage } from './claim-language.ts'
import type { HarmlessWordings, NoticeWords } from './harmless.ts'
import type { Hosts } from './hosts.ts'
import type {
  ComputeFacts,
  ConformantList,
  Framework,
  FreeSoftware,
  GeneralPurposeRules,
  KnownClause,
  KnownLicense,
  KnownModelFamily,
  KnownTerm,
  LicenseDirectory,
  Measured,
  OpennessTypes,
  PublicLibraries,
} from './knowledge.ts'
import type { KnownAlternative, Task } from './known-alternatives.ts'
import { correctionsFile, type KnownCorrections } from './known-corrections.ts'
import type { KnownDataset, TuningSets } from './known-datasets.ts'
import type { KnownUses } from './known-uses.ts'
import type { Loaders } from './loaders.ts'
import type { Benchmarks, HardwareCosts } from './measuring.ts'
import type { KnownOrganization } from './organizations.ts'
import { KnowledgeError, parseKnowledge } from './parse.ts'
import { FILES, FOLDERS, type LicenseFile } from './schema.ts'

/** Everything under `knowledge/` as one value, ready to be written as JSON. */
export interface CompiledKnowledge {
  readonly version: string
  readonly licenses: readonly KnownLicense[]
  readonly clauses: readonly KnownClause[]
  readonly frameworks: readonly Framework[]
  readonly models: readonly KnownModelFamily[]
  readonly conformant: ConformantList
  readonly fsf: FreeSoftware
  readonly directories: readonly LicenseDirectory[]
  readonly terms: readonly KnownTerm[]
  readonly libraries: PublicLibraries
  readonly hosts: Hosts
  readonly loaders: Loaders
  readonly uses: KnownUses
  readonly compute: ComputeFacts
  readonly generalPurpose: GeneralPurposeRules
  readonly measured: Measured
  readonly mof: OpennessTypes
  readonly benchmarks: Benchmarks
  readonly costs: HardwareCosts
  readonly datasets: readonly KnownDataset[]
  readonly tuningSets: TuningSets
  readonly claims: readonly ClaimLanguage[]
  readonly harmless: readonly HarmlessWordings[]
  readonly notices: NoticeWords
  readonly tasks: readonly Task[]
  readonly alternatives: readonly KnownAlternative[]
  readonly corrections: readonly KnownCorrections[]
  readonly organizations: readonly KnownOrganization[]
}

/** One file under `knowledge/`, its path relative to it. */
export interface KnowledgeFile {
  readonly path: string
  readonly content: string
}

/** Reads and checks all knowledge files together. Throws a KnowledgeError at the first that does not hold. */
export function compileKnowledge(files: readonly KnowledgeFile[]): CompiledKnowledge {
  const named = (name: string) => {
    const file = files.find(({ path }) => path === `${name}.yml`)
    if (!file) throw new KnowledgeError(`${name}.yml`, 'is missing')
    return file
  }
  const folder = <T>(name: string, read: (file: KnowledgeFile) => T, key: (value: T) => string): T[] => {
    const values: T[] = []
    for (const file of files.filter(({ path }) => path.startsWith(`${name}/`))) {
      const value = read(file)
      const expected = `${name}/${key(value)}.yml`
      if (file.path !== expected) throw new KnowledgeError(file.path, `is named otherwise than its id: ${expected}`)
      values.push(value)
    }
    return values
  }

  const list = named('conformant')
  const conformant = parseKnowledge(list.path, list.content, FILES.conformant)
  const fsf = parseKnowledge('fsf.yml', named('fsf').content, FILES.fsf)
  const directories = parseKnowledge('directories.yml', named('directories').content, FILES.directories)
  const libraries = parseKnowledge('libraries.yml', named('libraries').content, FILES.libraries)
  const hosts = parseKnowledge('hosts.yml', named('hosts').content, FILES.hosts)
  const loaders = parseKnowledge('loaders.yml', named('loaders').content, FILES.loaders)
  const uses = parseKnowledge('uses.yml', named('uses').content, FILES.uses)
  const compute = parseKnowledge('compute.yml', named('compute').content, FILES.compute)
  const generalPurpose = parseKnowledge(
    'general-purpose.yml',
    named('general-purpose').content,
    FILES['general-purpose'],
  )
  const measured = parseKnowledge('measured.yml', named('measured').content, FILES.measured)
  const mof = parseKnowledge('mof.yml', named('mof').content, FILES.mof)
  const benchmarks = parseKnowledge('benchmarks.yml', named('benchmarks').content, FILES.benchmarks)
  const costs = parseKnowledge('hardware-costs.yml', named('hardware-costs').content, FILES['hardware-costs'])
  const tuningSets = parseKnowledge('tuning-sets.yml', named('tuning-sets').content, FILES['tuning-sets'])
  const ofOrganizations = parseKnowledge('organizations.yml', named('organizations').content, FILES.organizations)
  const terms = parseKnowledge('terms.yml', named('terms').content, FILES.terms)
  const licenses = folder<LicenseFile>(
    'licenses',
    ({ path, content }) => parseKnowledge(path, content, FOLDERS.licenses.schema),
    value => value.id,
  )
  const clauses = folder<KnownClause>(
    'clauses',
    ({ path, content }) => parseKnowledge(path, content, FOLDERS.clauses.schema),
    value => value.id,
  )
  const frameworks = folder<Framework>(
    'frameworks',
    ({ path, content }) => parseKnowledge(path, content, FOLDERS.frameworks.schema),
    value => value.id,
  )
  const datasets = folder<KnownDataset>(
    'datasets',
    ({ path, content }) => parseKnowledge(path, content, FOLDERS.datasets.schema),
    value => value.id,
  )
  const models = folder<KnownModelFamily>(
    'models',
    ({ path, content }) => parseKnowledge(path, content, FOLDERS.models.schema),
    value => value.family,
  )
  const claims = folder<ClaimLanguage>(
    'claims',
    ({ path, content }) => parseKnowledge(path, content, FOLDERS.claims.schema),
    value => value.id,
  )
  const harmless = folder<HarmlessWordings>(
    'harmless',
    ({ path, content }) => parseKnowledge(path, content, FOLDERS.harmless.schema),
    value => value.id,
  )
  const notices = parseKnowledge('notices.yml', named('notices').content, FILES.notices)
  const { tasks, ...ofTasks } = parseKnowledge('tasks.yml', named('tasks').content, FILES.tasks)
  const alternatives = folder<KnownAlternative>(
    'alternatives',
    ({ path, content }) => parseKnowledge(path, content, FOLDERS.alternatives.schema),
    value => value.id,
  )
  const corrections = folder<KnownCorrections>(
    'corrections',
    ({ path, content }) => parseKnowledge(path, content, FOLDERS.corrections.schema),
    correctionsFile,
  )
  const groups = new Set(tasks.map(({ id }) => id))
  for (const { near } of tasks) {
    const unknown = near.find(id => !groups.has(id))
    if (unknown) throw new KnowledgeError('tasks.yml', `has no task ${unknown}`)
  }
  for (const { id, task } of alternatives)
    if (!groups.has(task)) throw new KnowledgeError(`alternatives/${id}.yml`, `tasks.yml has no task ${task}`)

  const known = new Set(licenses.map(license => license.id))
  const open = new Set(conformant.licenses.map(entry => entry.license))
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
  const devices = new Set(compute.hardware.map(({ id }) => id))
  for (const id of [costs.reference, ...costs.hours.map(({ hardware }) => hardware)]) {
    if (!devices.has(id)) throw new KnowledgeError('hardware-costs.yml', `no device in compute.yml has the id ${id}`)
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
  for (const framework of frameworks) {
    const unknown = framework.requirements.flatMap(entry => entry.clauses).find(kind => !kinds.has(kind))
    if (unknown) throw new KnowledgeError(`frameworks/${framework.id}.yml`, `no file knowledge/clauses/${unknown}.yml`)
  }
  const unlisted = clauses.find(({ id }) => !kindsOf(uses).includes(id))
  if (unlisted) throw new KnowledgeError('uses.yml', `says nothing of ${unlisted.id}`)
  const dates = [
    uses.seenOn,
    conformant.seenOn,
    fsf.seenOn,
    libraries.seenOn,
    hosts.seenOn,
    loaders.seenOn,
    compute.seenOn,
    generalPurpose.seenOn,
    mof.seenOn,
    benchmarks.seenOn,
    costs.seenOn,
    tuningSets.seenOn,
    ofTasks.seenOn,
    ofOrganizations.seenOn,
    ...alternatives.map(({ seenOn }) => seenOn),
    ...corrections.flatMap(({ entries }) => entries.map(({ date }) => date)),
    ...datasets.map(({ seenOn }) => seenOn),
    ...terms.map(term => term.seenOn),
    ...licenses.map(license => license.seenOn),
    ...clauses.map(clause => clause.seenOn),
    ...frameworks.map(framework => framework.seenOn),
    ...claims.map(language => language.seenOn),
    ...harmless.map(language => language.seenOn),
    notices.seenOn,
    ...models.flatMap(model => [model.seenOn, ...model.versions.map(version => version.seenOn ?? '')]),
  ]
  return {
    version: dates.toSorted().at(-1) ?? '',
    licenses: licenses.map(license => ({
      ...license,
      conformant: open.has(license.id),
      fsfFree: license.fsfFree || license.spdx.some(id => fsf.free.includes(id)),
    })),
    clauses,
    frameworks,
    models,
    conformant,
    fsf,
    directories,
    terms,
    libraries,
    hosts,
    loaders,
    uses,
    compute,
    generalPurpose,
    measured,
    mof,
    benchmarks,
    costs,
    datasets,
    tuningSets,
    claims,
    harmless,
    notices,
    tasks,
    alternatives,
    corrections,
    organizations: ofOrganizations.organizations,
  }
}

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
