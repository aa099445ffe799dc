import type { Compiled } from '@unwash/core/knowledge/knowledge'
import {
  type AllFiles,
  type AllFolders,
  type CompiledKnowledge,
  FILES,
  FOLDERS,
} from '@unwash/core/knowledge/schemas/index'
import { GRANTS } from '@unwash/core/report/vocabulary'
import type * as z from 'zod'
import { KnowledgeError, parseKnowledge } from './parse.ts'
import { wordingCompiler } from './wordings.ts'

/** One file under `knowledge/`, its path relative to it. */
export interface KnowledgeFile {
  readonly path: string
  readonly content: string
}

/** Reads and checks all knowledge files together. Throws a KnowledgeError at the first that does not hold. */
export function compileKnowledge(files: readonly KnowledgeFile[]): Compiled {
  const { tasks, organizations, ...single } = filesOf(files)
  const all = foldersOf(files)
  const { modality, wordings, offers, origins, statements, harmless, signs, claims, licenses, ...folders } = all
  const compiler = wordingCompiler(modality)
  const inFolder = (folder: string) => (file: AllFolders['wordings'][number]) =>
    compiler.clauses(file, `${folder}/${file.kind}/${file.language}.yml`)
  const open = new Set(single.conformant.licenses.map(entry => entry.license))
  // what was only counted here is no fact of the world
  const { measured: _, ...dated } = single
  const dates = [
    ...[...Object.values(dated), tasks, organizations, ...Object.values(all)].flatMap(datesOf),
    ...folders.corrections.flatMap(({ entries }) => entries.map(({ date }) => date)),
    ...folders.models.flatMap(({ versions }) => datesOf(versions)),
  ]
  const compiled: CompiledKnowledge = {
    ...single,
    ...folders,
    version: dates.toSorted().at(-1) ?? '',
    licenses: licenses.map(license => ({
      ...license,
      conformant: open.has(license.id),
      fsfFree: license.fsfFree || license.spdx.some(id => single.fsf.free.includes(id)),
    })),
    modalities: modality.map(one => compiler.modality(one)),
    wordings: wordings.map(inFolder('wordings')),
    harmless: harmless.map(one => compiler.harmless(one)),
    statements: statements.map(inFolder('statements')),
    offers: offers.map(inFolder('offers')),
    origins: origins.map(one => compiler.origins(one, `origins/${one.language}.yml`)),
    signs: signs.map(one => compiler.signs(one)),
    claims: claims.map(one => compiler.claims(one)),
    tasks: tasks.tasks,
    alike: tasks.alike,
    organizations: organizations.organizations,
  }
  checkReferences(compiled)
  return { knowledge: compiled, patterns: compiler.patterns() }
}

/** The days on which a file, or files, say they were seen. */
function datesOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(datesOf)
  const seenOn = typeof value === 'object' && value !== null && 'seenOn' in value ? value.seenOn : null
  return typeof seenOn === 'string' ? [seenOn] : []
}

function filesOf(files: readonly KnowledgeFile[]): AllFiles {
  const read = Object.entries<z.ZodType>(FILES).map(([name, schema]) => {
    const file = files.find(({ path }) => path === `${name}.yml`)
    if (!file) throw new KnowledgeError(`${name}.yml`, 'is missing')
    const called = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
    return [called, parseKnowledge(file.path, file.content, schema)]
  })
  // by the schemas, one for each name
  return Object.fromEntries(read) as AllFiles
}

function foldersOf(files: readonly KnowledgeFile[]): AllFolders {
  const read = Object.entries(FOLDERS).map(([name, { schema, named }]) => {
    const values = files
      .filter(({ path }) => path.startsWith(`${name}/`))
      .map(({ path, content }) => {
        const value = parseKnowledge<unknown>(path, content, schema)
        const expected = `${name}/${named(value as never)}.yml`
        if (path !== expected)
          throw new KnowledgeError(
            path,
            `by its id, kind or language it is ${expected}: rename it, or mend what it says`,
          )
        return value
      })
    return [name, values]
  })
  return Object.fromEntries(read) as AllFolders
}

/** Checks that all a file names is there. Throws a KnowledgeError that names the file and what is missing. */
function checkReferences(compiled: CompiledKnowledge): void {
  const { licenses, clauses, frameworks, datasets, models, wordings, modalities, tasks } = compiled
  const { alternatives, conformant, compute, uses } = compiled
  const groups = new Set(tasks.map(({ id }) => id))
  for (const { near } of tasks) {
    const unknown = near.find(id => !groups.has(id))
    if (unknown) throw new KnowledgeError('tasks.yml', `has no task ${unknown}`)
  }
  for (const { id, entries } of alternatives) {
    if (!groups.has(id)) throw new KnowledgeError(`alternatives/${id}.yml`, `tasks.yml has no task ${id}`)
    const stranger = entries.flatMap(({ also = [] }) => also).find(task => !groups.has(task))
    if (stranger) throw new KnowledgeError(`alternatives/${id}.yml`, `tasks.yml has no task ${stranger}`)
    for (const named of entries.flatMap(({ audit, license }) => [audit?.license ?? [], license ?? []].flat()))
      if (!licenses.some(license => license.id === named)) throw unknownLicense(`alternatives/${id}.yml`, named)
  }

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
    if (dataset.license !== null && !known.has(dataset.license))
      throw unknownLicense(`datasets/${dataset.id}.yml`, dataset.license)
  }
  for (const model of models) {
    const unknown = model.versions.flatMap(({ trainedOn }) => trainedOn?.sets ?? []).find(part => !corpora.has(part))
    if (unknown) throw new KnowledgeError(`models/${model.family}.yml`, `no file knowledge/datasets/${unknown}.yml`)
  }
  const kinds = new Set(clauses.map(clause => clause.id))
  for (const { id, clauses: own } of licenses) {
    const unknown = own.find(({ kind }) => !kinds.has(kind))
    if (unknown) throw new KnowledgeError(`licenses/${id}.yml`, `no file knowledge/clauses/${unknown.kind}.yml`)
  }
  for (const { id, kinds: offered } of compiled.questions) {
    const unknown = offered.find(kind => !kinds.has(kind))
    if (unknown) throw new KnowledgeError(`questions/${id}.yml`, `no file knowledge/clauses/${unknown}.yml`)
  }
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
  const actions = new Set(uses.actions.map(({ id }) => id))
  for (const { id, uses: does = {} } of clauses) {
    const path = `clauses/${id}.yml`
    const unknown = [does.forbids, does.conditions, does.informs].flat().find(on => on && !actions.has(on))
    if (unknown) throw new KnowledgeError(path, `no action of uses.yml is called ${unknown}`)
    if ((does.forbids || does.conditions) && !does.says)
      throw new KnowledgeError(path, 'uses: says has no words for what it forbids or conditions')
  }
}

/** what a text grants is told by wordings too, and is no clause: `grant.use` */
const isGrant = (kind: string) => GRANTS.some(grant => kind === `grant.${grant}`)

function unknownLicense(path: string, license: string): KnowledgeError {
  return new KnowledgeError(path, `no file knowledge/licenses/${license}.yml`)
}
