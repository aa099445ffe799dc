import * as z from 'zod'
import { QUESTION_KINDS } from '../../report/question-kinds.ts'
import { claimLanguage, claimParts } from '../claim-language.ts'
import { codeLanguages } from '../code-languages.ts'
import { harmlessWordings, noticeWords } from '../harmless.ts'
import { hosts } from '../hosts.ts'
import { legalFiles } from '../legal-files.ts'
import { loaders } from '../loaders.ts'
import { packages } from '../packages.ts'
import type { WordedClaims, WordedFile, WordedHarmless, WordedModality, WordedOrigins, WordedSigns } from '../worded.ts'
import { alternativesOfTask, tasks } from './alternatives.ts'
import { knownClause } from './clauses.ts'
import { knownDataset, tuningSets } from './datasets.ts'
import { line } from './fields.ts'
import { framework } from './frameworks.ts'
import { type KnownLicense, license } from './licenses.ts'
import {
  conformant,
  correctionsFile,
  directories,
  freeSoftware,
  glossary,
  type KnownOrganization,
  knownCorrections,
  libraries,
  mof,
  organizations,
  policies,
} from './lists.ts'
import { compute, generalPurpose, measured, thresholds } from './measures.ts'
import { family } from './models.ts'
import { terms } from './terms.ts'
import { knownUses } from './uses.ts'
import { clauseWordings, modality, signs } from './wordings.ts'

/**
 * `knowledge/questions/<kind>.yml`: how a question of a kind is asked, `{model}` and `{what}` filled in, what its
 * answers mean, what only looks like it, and the answers that it always has.
 */
const knownQuestion = z.strictObject({
  id: z.enum(QUESTION_KINDS),
  ask: line,
  definition: z.string().trim().min(1).max(1_000),
  falseFriends: z.string().trim().min(1).max(1_000),
  /** kinds of clauses that are offered beside those that a sentence is suspected of */
  kinds: z.array(line).readonly().default([]),
  options: z
    .array(z.strictObject({ id: line, says: line }))
    .min(1)
    .readonly(),
})

/** The shape of every file under `knowledge/`; what a file leaves out takes the default given here. */

const byId = ({ id }: { readonly id: string }) => id
const byKind = ({ kind, language }: { readonly kind: string; readonly language: string }) => `${kind}/${language}`

/** Folders of `knowledge/`: many files of one kind, and how each is named. A new kind is one entry here. */
export const FOLDERS = {
  licenses: { schema: license, named: byId },
  clauses: { schema: knownClause, named: byId },
  frameworks: { schema: framework, named: byId },
  datasets: { schema: knownDataset, named: byId },
  models: { schema: family, named: ({ family }: { readonly family: string }) => family },
  claims: { schema: claimLanguage, named: byId },
  harmless: { schema: harmlessWordings, named: byId },
  modality: { schema: modality, named: byId },
  wordings: { schema: clauseWordings, named: byKind },
  /** how a release says what it offers */
  offers: { schema: clauseWordings, named: byKind },
  /** how a sentence says which model another one was made from */
  origins: { schema: clauseWordings, named: ({ language }: { readonly language: string }) => language },
  /** what sentences of prose say beside what clauses do: advice, requests, word of terms elsewhere */
  statements: { schema: clauseWordings, named: byKind },
  /** by which words a text is told to speak of data, of code, of weights */
  signs: { schema: signs, named: byId },
  alternatives: { schema: alternativesOfTask, named: byId },
  /** how what cannot be decided is asked */
  questions: { schema: knownQuestion, named: byId },
  corrections: { schema: knownCorrections, named: correctionsFile },
} as const

/** Single files of `knowledge/`. */
export const FILES = {
  notices: noticeWords,
  conformant,
  fsf: freeSoftware,
  directories,
  'legal-files': legalFiles,
  libraries,
  hosts,
  packages,
  loaders,
  policies,
  'code-languages': codeLanguages,
  uses: knownUses,
  compute,
  'general-purpose': generalPurpose,
  measured,
  thresholds,
  mof,
  'tuning-sets': tuningSets,
  tasks,
  organizations,
  terms,
  'claim-parts': claimParts,
  /** words of reports that nothing else explains */
  glossary,
} as const

type Camel<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<Camel<Rest>>}`
  : Name

/** What every file holds, by its name, and the values of every folder. */
export type AllFiles = { readonly [Name in keyof typeof FILES as Camel<Name>]: Readonly<z.infer<(typeof FILES)[Name]>> }
/** What each folder of knowledge holds. */
export type AllFolders = {
  readonly [Name in keyof typeof FOLDERS]: readonly Readonly<z.infer<(typeof FOLDERS)[Name]['schema']>>[]
}

/** Folders of wordings, each wording by its number among the patterns. */
interface WordedFolders {
  readonly wordings: readonly WordedFile[]
  readonly offers: readonly WordedFile[]
  readonly statements: readonly WordedFile[]
  readonly origins: readonly WordedOrigins[]
  readonly harmless: readonly WordedHarmless[]
  readonly signs: readonly WordedSigns[]
  readonly claims: readonly WordedClaims[]
}

/** Everything under `knowledge/` as one value, ready to be written as JSON. */
export interface CompiledKnowledge
  extends Omit<AllFiles, 'tasks' | 'organizations'>,
    Omit<AllFolders, 'licenses' | 'modality' | keyof WordedFolders>,
    WordedFolders {
  /** ISO date of the newest fact */
  readonly version: string
  readonly licenses: readonly KnownLicense[]
  readonly modalities: readonly WordedModality[]
  readonly tasks: AllFiles['tasks']['tasks']
  readonly alike: AllFiles['tasks']['alike']
  readonly organizations: readonly KnownOrganization[]
}
