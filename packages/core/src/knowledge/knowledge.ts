import type { TermId } from '../report/vocabulary.ts'
import { type Patterns, patternsIn } from '../wordings/patterns.ts'
import type { KnownClause } from './schemas/clauses.ts'
import type { Framework } from './schemas/frameworks.ts'
import type { CompiledKnowledge } from './schemas/index.ts'
import type { KnownLicense } from './schemas/licenses.ts'
import type { KnownTerm } from './schemas/terms.ts'

export type { KnownClause } from './schemas/clauses.ts'
export type { Dated } from './schemas/fields.ts'
export type { Framework, FrameworkRequirement } from './schemas/frameworks.ts'
export type { CompiledKnowledge } from './schemas/index.ts'
export type { KnownLicense } from './schemas/licenses.ts'
export type { PublicLibrary } from './schemas/lists.ts'
export type { Hardware } from './schemas/measures.ts'
export type { KnownModel, KnownModelFamily } from './schemas/models.ts'

/** What the world says, as data: everything under `knowledge/`, compiled, and the SPDX list beside it. */
export interface Knowledge extends Omit<CompiledKnowledge, 'licenses' | 'clauses' | 'frameworks' | 'terms'> {
  readonly licenses: ReadonlyMap<string, KnownLicense>
  readonly clauses: ReadonlyMap<string, KnownClause>
  readonly frameworks: ReadonlyMap<string, Framework>
  readonly terms: ReadonlyMap<TermId, KnownTerm>
  readonly spdx: ReadonlyMap<string, SpdxLicense>
  /** what the numbers of wordings stand for */
  readonly patterns: Patterns
}

/** What the build makes of `knowledge/`: everything, and the patterns that the numbers of wordings stand for. */
export interface Compiled {
  readonly knowledge: CompiledKnowledge
  readonly patterns: Uint8Array
}

/** A license as the SPDX list has it: all that is known of a license without a file of its own. */
export interface SpdxLicense {
  readonly id: string
  readonly name: string
  readonly osiApproved: boolean
  readonly url: string
  /** of a license whose clauses are known: where its text can be opened, and by the words of each its place in it */
  readonly text?: {
    readonly address: string
    readonly clauses: Readonly<Record<string, { readonly line: number; readonly words: string }>>
  }
}

/** Puts compiled knowledge and the SPDX list into the maps that lookups want; patterns are read when one is asked. */
export function assembleKnowledge(
  compiled: CompiledKnowledge,
  spdx: readonly SpdxLicense[],
  readPatterns: () => Uint8Array,
): Knowledge {
  return {
    ...compiled,
    patterns: patternsIn(readPatterns),
    licenses: new Map(compiled.licenses.map(license => [license.id, license])),
    clauses: new Map(compiled.clauses.map(clause => [clause.id, clause])),
    frameworks: new Map(compiled.frameworks.map(framework => [framework.id, framework])),
    terms: new Map(compiled.terms.map(term => [term.id, term])),
    spdx: new Map(spdx.map(license => [license.id, license])),
  }
}
