import type * as z from 'zod'
import { type AllFiles, type AllFolders, type CompiledKnowledge, FILES, FOLDERS } from '../schemas/index.ts'
import { KnowledgeError, parseKnowledge } from './parse.ts'
import { checkReferences } from './references.ts'
import { checkWordings } from './written.ts'

/** One file under `knowledge/`, its path relative to it. */
export interface KnowledgeFile {
  readonly path: string
  readonly content: string
}

/** Reads and checks all knowledge files together. Throws a KnowledgeError at the first that does not hold. */
export function compileKnowledge(files: readonly KnowledgeFile[]): CompiledKnowledge {
  const { tasks, organizations, ...single } = filesOf(files)
  const { licenses, modality: modalities, wordings, offers, origins, statements, ...folders } = foldersOf(files)
  checkWordings({ wordings, offers, origins, statements }, modalities, folders.harmless)
  const open = new Set(single.conformant.licenses.map(entry => entry.license))
  // what was only counted here is no fact of the world
  const { measured: _, ...dated } = single
  const dates = [
    ...[...Object.values(dated), tasks, organizations, licenses, modalities].flatMap(datesOf),
    ...[wordings, offers, origins, statements, ...Object.values(folders)].flatMap(datesOf),
    ...folders.corrections.flatMap(({ entries }) => entries.map(({ date }) => date)),
    ...folders.models.flatMap(({ versions }) => datesOf(versions)),
  ]
  const compiled = {
    ...single,
    ...folders,
    version: dates.toSorted().at(-1) ?? '',
    licenses: licenses.map(license => ({
      ...license,
      conformant: open.has(license.id),
      fsfFree: license.fsfFree || license.spdx.some(id => single.fsf.free.includes(id)),
    })),
    modalities,
    wordings: wordings.map(withoutSentences),
    offers: offers.map(withoutSentences),
    origins: origins.map(withoutSentences),
    statements: statements.map(withoutSentences),
    tasks: tasks.tasks,
    organizations: organizations.organizations,
  }
  checkReferences(compiled)
  return compiled
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
        if (path !== expected) throw new KnowledgeError(path, `is named otherwise than its id: ${expected}`)
        return value
      })
    return [name, values]
  })
  return Object.fromEntries(read) as AllFolders
}

/** sentences are for tests */
const withoutSentences = (file: AllFolders['wordings'][number]): AllFolders['wordings'][number] => ({
  ...file,
  left: [],
  wordings: file.wordings.map(wording => ({ ...wording, found: [] })),
})
