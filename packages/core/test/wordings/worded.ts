import { readdirSync, readFileSync } from 'node:fs'
import { parseKnowledge } from '@unwash/knowledge/build/parse'
import { wordingCompiler as compilerFor } from '@unwash/knowledge/build/wordings'
import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import { type ClauseWordings, modality } from '../../src/knowledge/schemas/wordings.ts'
import { patternsIn } from '../../src/wordings/patterns.ts'

const root = new URL('../../../../knowledge/modality/', import.meta.url)
const languages = readdirSync(root)
  .sort()
  .map(name => parseKnowledge(`modality/${name}`, readFileSync(new URL(name, root), 'utf8'), modality))

/** Compiles wordings, for all languages there are. */
export const wordingCompiler = compilerFor(languages)

/** How all languages forbid, narrow, demand, allow and ask. */
export const modalities = languages.map(language => wordingCompiler.modality(language))

/** All patterns that were compiled when the first of them is looked for. */
export const patternsNow = () => patternsIn(() => wordingCompiler.patterns())

/** Wordings of these files alone, ready to be looked for. */
export const worded = (
  ...files: readonly ClauseWordings[]
): Pick<Knowledge, 'wordings' | 'modalities' | 'patterns'> => ({
  wordings: files.map(file => wordingCompiler.clauses(file, `wordings/${file.kind}/${file.language}.yml`)),
  modalities,
  patterns: patternsNow(),
})
