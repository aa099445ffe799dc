import type * as z from 'zod'
import type { Cited } from '../report/report.ts'
import type * as saved from './saved.ts'

/** A publisher's release as a source read it: the listing, the texts worth reading, and what could not be read. */

/** What is saved of something is all there is of it; nobody changes it. */
type Saved<T> = T extends object
  ? { readonly [Key in keyof T]: Key extends 'cited' ? Readonly<T[Key]> : Saved<T[Key]> }
  : T

/** A file as its place lists it. */
export type ReleaseFile = Saved<z.infer<typeof saved.File>>
/**
 * A legal file, card or document that is there and was not wholly read; a path that ends in `/` is a folder in which
 * one may lie.
 */
export type UnreadFile = Saved<z.infer<typeof saved.Unread>>
/** What a form says of one component of a release that is not here. */
export type Declared = Saved<z.infer<typeof saved.Declared>>
/** What a hub's API says of a repository, beside its files. */
export type HubFacts = Saved<z.infer<typeof saved.Hub>>
/** A model that a repository starts from, looked up at the hub. */
export type HubBase = HubFacts['bases'][number]
/** Somebody's answer to a question about a release. */
export type Reading = Saved<z.infer<typeof saved.Reading>>
/** A person's answer to a requirement that no program answers. */
export type Signoff = Saved<z.infer<typeof saved.Signoff>>

/** A text of the release, decoded. Lines are 1-based and split at `\n`. */
export interface Text {
  readonly path: string
  readonly content: string
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'latin1'
  /** only the beginning was read, for its size */
  readonly truncated: boolean
}

/** What a weights file says of itself before its numbers begin. */
export interface WeightsHeader {
  readonly path: string
  readonly format: 'safetensors' | 'gguf'
  /** string metadata, e.g. `general.license`, `general.base_model.0.repo_url` */
  readonly metadata: Readonly<Record<string, string>>
  readonly tensors: number
  /** number of parameters, when the header says it */
  readonly parameters: number | null
}

/** A place that a release names as a part of itself: code of its publisher, or a set of its training data. */
export interface NamedPlace {
  readonly of: 'code' | 'data'
  /** as a source opens it */
  readonly target: string
  /** where the release names it */
  readonly cited: Cited
}

/** Such a place, read: a release of its own, without places of its own. */
export interface LinkedPlace extends NamedPlace {
  readonly release: Release
}

/** A release as it was read. */
export interface Release {
  /** '' where nothing tells */
  readonly name: string
  readonly publisher: string | null
  /** other accounts at hubs that it shows to be its publisher's */
  readonly accounts?: readonly string[]
  /** name and publisher are those of the folder or file that was given: what the release says of itself comes first */
  readonly guessed?: true
  /** whoever asked says that it is so called */
  readonly named?: true
  readonly source: 'folder' | 'git' | 'file' | 'hub' | 'mot' | 'registry' | 'modelscope' | 'github'
  /** the folder, URL or id that was given */
  readonly place: string
  readonly revision: string | null
  /** whether `files` is everything there is */
  readonly complete: boolean
  readonly files: readonly ReleaseFile[]
  readonly texts: ReadonlyMap<string, Text>
  readonly headers: readonly WeightsHeader[]
  /** legal files, cards and documents that are there and were not wholly read */
  readonly unread?: readonly UnreadFile[]
  /** what a form declares in place of files; what it does not list it says is not given */
  readonly declared?: readonly Declared[]
  /** what the hub says of it, of a repository at a hub */
  readonly hub?: HubFacts
  /** places it names as parts of itself that were read too, one step away */
  readonly linked?: readonly LinkedPlace[]
  readonly notes: readonly { readonly says: string; readonly path?: string }[]
  /** the day it was read, ISO, where that was another day: of saved evidence */
  readonly readOn?: string
  /** what people signed off; given with the release, and never read from it */
  readonly signoffs?: readonly Signoff[]
  /** what persons, agents and models read of it; given with the release, and never read from it */
  readonly readings?: readonly Reading[]
}

/** A text of a release, or of a place that it names as a part of itself, by its path; null where it is not at hand. */
export const textIn = (release: Release, path: string, place?: string): Text | null =>
  (release.linked?.find(one => one.release.place === place)?.release ?? release).texts.get(path) ?? null
