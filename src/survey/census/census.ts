import type { LicenseClass, Relation, Standing } from '../../vocabulary.ts'

/** How many, and how often they were downloaded: in the last 30 days, and ever where the dump says it. */
export interface Count {
  readonly models: number
  readonly downloads: number
  readonly downloadsAllTime: number
}

/** How a derivative's declared terms stand to those its base declares, as far as metadata alone tell. */
export type DeclaredStanding =
  | Standing
  /** the base is of the same account, which may put its own work under what terms it likes */
  | 'own'
  /** the base is not in the dump */
  | 'base-not-found'

/** What a dump of a hub's metadata says of all its models: declared terms only, no text of a license is read. */
export interface Census {
  readonly schemaVersion: 1
  readonly unwash: { readonly version: string; readonly knowledge: string }
  readonly dump: {
    readonly file: string
    /** ISO day of the newest model; null where no date could be read */
    readonly newest: string | null
    /** what was left out, or could not be read */
    readonly notes: readonly string[]
  }
  /** accounts are counted and never named, but for organizations that `knowledge/models` knows */
  readonly all: Count & { readonly accounts: number }
  readonly classes: readonly (Count & { readonly class: LicenseClass })[]
  /** null: a model without a date */
  readonly years: readonly (Count & { readonly year: number | null; readonly class: LicenseClass })[]
  readonly gates: readonly (Count & { readonly gate: 'none' | 'auto' | 'manual' })[]
  /** by the license that the metadata name; null where they name none that is known */
  readonly licenses: readonly (Count & { readonly license: string; readonly class: LicenseClass })[]
  /** values that name no known license, where several accounts use them */
  readonly unread: readonly (Count & { readonly value: string })[]
  readonly other: OtherLicenses
  readonly lineage: DeclaredLineage
  readonly organizations: readonly OrganizationCount[]
}

/** Models whose metadata say "other": by the name they give it. */
export interface OtherLicenses extends Count {
  /** a name is shown where at least so many accounts use it, or where it names a license that is known */
  readonly shownFrom: number
  readonly named: readonly (Count & {
    readonly name: string
    readonly license: string | null
    readonly class: LicenseClass
    readonly accounts: number
  })[]
  readonly rare: Count & { readonly names: number }
  readonly unnamed: Count
}

/** Derivatives, by how what they declare stands to what their bases declare; of several bases the worst counts. */
export interface DeclaredLineage {
  readonly derivatives: Count
  readonly standings: readonly (Count & { readonly standing: DeclaredStanding })[]
  readonly relations: readonly (Count & { readonly relation: Relation; readonly standing: DeclaredStanding })[]
  readonly years: readonly (Count & { readonly year: number | null; readonly standing: DeclaredStanding })[]
  /** which license was put over which */
  readonly wider: readonly (Count & { readonly base: string; readonly own: string })[]
  /** models of known organizations from which wider derivatives start; those of other accounts are only counted */
  readonly bases: readonly (Count & { readonly model: string; readonly license: string })[]
  readonly otherBases: Count & { readonly bases: number }
}

/** What a known organization declares. */
export interface OrganizationCount extends Count {
  readonly organization: string
  readonly classes: Readonly<Partial<Record<LicenseClass, number>>>
}
