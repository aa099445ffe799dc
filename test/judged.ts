import { gather } from '@unwash/core/evidence/index'
import { type LegalFile, legalFiles } from '@unwash/core/evidence/legal/index'
import { judge } from '@unwash/core/judge'
import { findBases } from '@unwash/core/lineage/bases'
import type { Report } from '@unwash/core/report/report'
import { openTexts } from '@unwash/core/terms/files/texts'
import { type Case, concludeLicensing, type ModelRights } from '@unwash/core/terms/index'
import { readStatements, type Statement } from '@unwash/core/terms/statements/index'
import { loadKnown } from '@unwash/library/known'
import { type FileSetup, type ReleaseSetup, releaseOf } from './release.ts'

/** the day on which every invented release is read */
export const TODAY = '2026-11-24'

export const known = await loadKnown()

/** Weights as a listing shows them. */
export const WEIGHTS: Readonly<Record<string, FileSetup>> = { 'model.safetensors': { size: 4_000_000_000 } }

/** The report on an invented release. */
export const reportOn = (setup: ReleaseSetup): Report => judge(releaseOf(setup), known, TODAY)

/** The report on a repository that holds weights and these files. */
export const reportWith = (files: Readonly<Record<string, FileSetup>>): Report =>
  reportOn({ files: { ...WEIGHTS, ...files } })

/** What is concluded about the licenses of an invented release. */
export function caseOf(setup: ReleaseSetup): Case {
  const evidence = gather(releaseOf(setup), known.knowledge)
  return concludeLicensing(evidence, findBases(evidence, known.knowledge), known).judged
}

/** The legal files of a listing, by path. */
export function legalOf(...paths: readonly string[]): LegalFile[] {
  const files = Object.fromEntries(paths.map(path => [path, 'Some terms.']))
  return legalFiles(releaseOf({ files }), known.knowledge.legalFiles)
}

/** Every statement of an invented release about its terms. */
export function statementsOf(setup: ReleaseSetup): Statement[] {
  const evidence = gather(releaseOf(setup), known.knowledge)
  const legal = legalFiles(evidence.release, known.knowledge.legalFiles)
  return readStatements(evidence, known, legal, openTexts(evidence, known, legal).documents)
}

/** A statement in few words: what it is about, the models it names, and what it points to. */
export function inWords({ about, models, license, path, url, restricts, spelled }: Statement): string {
  const subject = models.length > 0 ? `${about.join(' + ')} (${models.join(', ')})` : about.join(' + ')
  const target =
    path && license
      ? `${license.id} in ${path}`
      : (path ?? license?.id ?? url ?? (restricts?.sure === false ? 'doubt' : restricts?.makes) ?? spelled)
  return `${subject}: ${target}`
}

/** What a README says about terms, in few words each; beside it lie weights and two licenses that say nothing known. */
export const says = (readme: string, files: Readonly<Record<string, FileSetup>> = {}): string[] =>
  statementsOf({
    files: {
      ...WEIGHTS,
      LICENSE: 'The harbor terms.',
      'LICENSE-MODEL': 'The quay terms.',
      'README.md': readme,
      ...files,
    },
  }).map(inWords)

/** The ids or names of the licenses that bind a model's weights: the more restrictive reading of a contradiction. */
export const bindingOn = (model: ModelRights | undefined): string[] =>
  (model?.floor ?? []).map(({ license }) => license.id ?? license.name ?? license.text?.path ?? 'unnamed')

/** Every model of a release with the licenses that bind it. */
export const modelsOf = (setup: ReleaseSetup): Record<string, string[]> =>
  Object.fromEntries(caseOf(setup).models.map(model => [model.name, bindingOn(model)]))
