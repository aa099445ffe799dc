import { readdirSync, readFileSync } from 'node:fs'
import { assembleKnowledge, type Knowledge, type SpdxLicense } from '@unwash/core/knowledge/knowledge'
import { FILES, FOLDERS } from '@unwash/core/knowledge/schemas/index'
import spdxList from 'spdx-license-list' with { type: 'json' }
import { compileKnowledge, type KnowledgeFile } from '../src/build/compile.ts'

const root = new URL('../../../knowledge/', import.meta.url)

/** The knowledge files that have a schema, as they stand in the repository. */
export function knowledgeFiles(): KnowledgeFile[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map(path => path.replaceAll('\\', '/'))
    .filter(path => path.endsWith('.yml'))
    .filter(path => (path.includes('/') ? (path.split('/')[0] ?? '') in FOLDERS : path.replace('.yml', '') in FILES))
    .sort()
    .map(path => ({ path, content: readFileSync(new URL(path, root), 'utf8') }))
}

export const spdx: readonly SpdxLicense[] = Object.entries(spdxList).map(([id, license]) => ({ id, ...license }))

/** The repository's knowledge, compiled afresh: tests do not depend on a build. */
const compiled = compileKnowledge(knowledgeFiles())
export const knowledge: Knowledge = assembleKnowledge(compiled.knowledge, spdx, () => compiled.patterns)
