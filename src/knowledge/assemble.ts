import type { CompiledKnowledge, Knowledge, SpdxLicense } from './knowledge.ts'

/** Puts compiled knowledge and the SPDX list into the maps that lookups want. */
export function assembleKnowledge(compiled: CompiledKnowledge, spdx: readonly SpdxLicense[]): Knowledge {
  return {
    ...compiled,
    licenses: new Map(compiled.licenses.map(license => [license.id, license])),
    clauses: new Map(compiled.clauses.map(clause => [clause.id, clause])),
    frameworks: new Map(compiled.frameworks.map(framework => [framework.id, framework])),
    terms: new Map(compiled.terms.map(term => [term.id, term])),
    spdx: new Map(spdx.map(license => [license.id, license])),
  }
}
