import type { LicenseClass, Mode, Relation, TermId } from '../vocabulary.ts'
import type { ClaimLanguage } from './claim-language.ts'
import type { CodeLanguages } from './code-languages.ts'
import type { GlossaryWord } from './glossary.ts'
import type { HarmlessWordings, NoticeWords } from './harmless.ts'
import type { Hosts } from './hosts.ts'
import type { KnownAlternative, Task } from './known-alternatives.ts'
import type { KnownClause } from './known-clauses.ts'
import type { KnownCorrections } from './known-corrections.ts'
import type { KnownDataset, TuningSets } from './known-datasets.ts'
import type { KnownUses } from './known-uses.ts'
import type { LegalFiles } from './legal-files.ts'
import type { Loaders } from './loaders.ts'
import type { KnownOrganization } from './organizations.ts'
import type { ComputeFacts, Framework, GeneralPurposeRules, Measured, OpennessTypes } from './rules.ts'
import type { ClauseWordings, Modality } from './wording.ts'

export type { KnownClause } from './known-clauses.ts'
export type {
  ComputeFacts,
  Framework,
  FrameworkRequirement,
  GeneralPurposeRules,
  Hardware,
  Measured,
  OpennessTypes,
} from './rules.ts'

/** What the world says, as data: everything under `knowledge/`, compiled, and the SPDX list beside it. */
export interface Knowledge {
  /** ISO date of the newest fact */
  readonly version: string
  readonly licenses: ReadonlyMap<string, KnownLicense>
  readonly clauses: ReadonlyMap<string, KnownClause>
  readonly frameworks: ReadonlyMap<string, Framework>
  readonly models: readonly KnownModelFamily[]
  readonly spdx: ReadonlyMap<string, SpdxLicense>
  readonly conformant: ConformantList
  readonly fsf: FreeSoftware
  readonly directories: readonly LicenseDirectory[]
  readonly legalFiles: LegalFiles
  readonly terms: ReadonlyMap<TermId, KnownTerm>
  /** words of reports that nothing else explains */
  readonly glossary: readonly GlossaryWord[]
  readonly libraries: PublicLibraries
  readonly hosts: Hosts
  readonly loaders: Loaders
  readonly codeLanguages: CodeLanguages
  readonly uses: KnownUses
  readonly compute: ComputeFacts
  readonly generalPurpose: GeneralPurposeRules
  readonly measured: Measured
  readonly mof: OpennessTypes
  readonly datasets: readonly KnownDataset[]
  readonly tuningSets: TuningSets
  readonly claims: readonly ClaimLanguage[]
  readonly harmless: readonly HarmlessWordings[]
  readonly modalities: readonly Modality[]
  readonly wordings: readonly ClauseWordings[]
  /** how a release says what it offers */
  readonly offers: readonly ClauseWordings[]
  /** how a sentence says which model another one was made from */
  readonly origins: readonly ClauseWordings[]
  /** what sentences of prose say beside what clauses do: advice, requests, word of terms elsewhere */
  readonly statements: readonly ClauseWordings[]
  readonly notices: NoticeWords
  readonly tasks: readonly Task[]
  readonly alternatives: readonly KnownAlternative[]
  readonly corrections: readonly KnownCorrections[]
  readonly organizations: readonly KnownOrganization[]
}

/** `knowledge/libraries.yml`: public libraries that run models, and the license each comes under. */
export interface PublicLibraries extends Dated {
  readonly libraries: readonly PublicLibrary[]
}

/** A public library that runs models. */
export interface PublicLibrary {
  readonly name: string
  /** words by which a card names it: `library_name` values, imported modules, commands */
  readonly imports: readonly string[]
  /** an SPDX id */
  readonly license: string
}

/** An entry of `knowledge/terms.yml`: what an honest term means. */
export interface KnownTerm extends Dated {
  readonly id: TermId
  readonly label: string
  /** a few words beside it, for whoever does not know it */
  readonly beside?: string
  /** a word of the G7 Vision, or one of unwash's own, which is marked wherever it is shown */
  readonly origin: 'g7' | 'own'
  /** everyday words for it */
  readonly aliases: readonly string[]
  /** everyday words that hold only where the license of the weights has one of these classes */
  readonly aliasesByClass: readonly { readonly word: string; readonly classes: readonly LicenseClass[] }[]
  readonly meaning: string
  readonly when: readonly string[]
}

/** A license as the SPDX list has it: all that is known of a license without a file of its own. */
export interface SpdxLicense {
  readonly id: string
  readonly name: string
  readonly osiApproved: boolean
  readonly url: string
}

/** `knowledge/fsf.yml`: the licenses that the Free Software Foundation counts as free, by SPDX id. */
export interface FreeSoftware extends Dated {
  readonly free: readonly string[]
}

/** `knowledge/conformant.yml`: the dated list of open terms for weights and data where OSI publishes none. */
export interface ConformantList extends Dated {
  readonly licenses: readonly { readonly license: string; readonly because: string }[]
}

/** `knowledge/directories.yml`: web pages whose address ends in a license's SPDX or Hugging Face id. */
export interface LicenseDirectory {
  /** beginning of the address, without scheme and `www.` */
  readonly address: string
}

/** A fact carries where it was read and when. */
export interface Dated {
  /** where the fact was read: repository@commit path, or a URL */
  readonly source: string
  /** ISO date */
  readonly seenOn: string
  readonly effectiveFrom?: string
  readonly effectiveTo?: string
}

/** `knowledge/licenses/<id>.yml`: what is known of one license, in our own words. */
export interface KnownLicense extends Dated {
  readonly id: string
  readonly name: string
  readonly publisher: string | null
  /** SPDX ids of this text; several where twins (GPL -only, -or-later) or ports are one license to us */
  readonly spdx: readonly string[]
  /** an SPDX LicenseRef where there is no SPDX id */
  readonly reference: string | null
  /** Hugging Face license identifiers */
  readonly huggingFace: readonly string[]
  /** titles and everyday spellings that name the license wherever they stand; compared without case, spaces and punctuation */
  readonly names: readonly string[]
  /** short names that prose uses for other things too (a `license_name`, a bare word): in prose only beside a word such as "license" */
  readonly aliases: readonly string[]
  /** beginnings of URLs where the text is published; compared without scheme and `www.` */
  readonly links: readonly string[]
  readonly class: LicenseClass
  readonly osiApproved: boolean
  /** by its SPDX ids, see `knowledge/fsf.yml`; a family without one says so itself */
  readonly fsfFree: boolean
  /** on the dated list of open terms for weights and data that OSI has not approved */
  readonly conformant: boolean
  /** a family tag or version-less name: which text is meant is not known from the id alone */
  readonly family: boolean
  readonly clauses: readonly {
    readonly kind: string
    readonly mode: Mode
    /** section of the text */
    readonly section: string
    /** a short identifying phrase, at most 12 words */
    readonly phrase: string
    readonly parameters?: Readonly<Record<string, unknown>>
  }[]
  readonly obligations: readonly { readonly when: string; readonly do: string; readonly section: string }[]
  /** what this version changed against an earlier one */
  readonly changes: readonly { readonly since: string; readonly what: string }[]
  /** names of fingerprints (see `fingerprints.bin`) that are this license's text */
  readonly fingerprints: readonly string[]
  /** policies it incorporates, by fingerprint name or URL */
  readonly policies: readonly string[]
  /** how much of the text was read by a person: full, partial, memory, known */
  readonly read: 'full' | 'partial' | 'memory' | 'known'
}

/** `knowledge/models/<family>.yml`: which license a base model came under, by version. */
export interface KnownModelFamily extends Dated {
  readonly family: string
  readonly publisher: string
  /** the publisher's own accounts on the hubs, lower case */
  readonly organizations: readonly string[]
  readonly versions: readonly KnownModel[]
}

/** One version of a base model, or several that share a license. */
export interface KnownModel {
  readonly name: string
  /**
   * names as they stand in ids, lower case, compared word by word: `llama-3.1` is found in `Meta-Llama-3.1-8B` and
   * `llama3.1:8b`, not in `llama-3` or `llama-3.2`; `*` stands for any words between;
   * `org/name` only for ids of that organization; the longest match wins
   */
  readonly matches: readonly string[]
  /** a license id of `knowledge/licenses`, or null when the license is not known to us */
  readonly license: string | null
  /** stands for the name of the family where nobody says which version is meant */
  readonly versionless?: boolean
  /** its name is that of an architecture too, which many train anew: in the name of another model it hints at nothing */
  readonly architecture?: boolean
  readonly base?: { readonly model: string; readonly relation: Relation }
  /** whether the training data of this version is open, where a dated fact says so */
  readonly openData?: boolean
  /** the same for its training code */
  readonly openCode?: boolean
  /** the sets of `knowledge/datasets` that its publisher says it was trained on */
  readonly trainedOn?: Dated & { readonly sets: readonly string[] }
  readonly source?: string
  readonly seenOn?: string
}
