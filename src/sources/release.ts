import type { Cited, TextCitation } from '../report.ts'
import type { ComponentId, WhyUnread } from '../vocabulary.ts'

/** A publisher's release as a source read it: the listing, the texts worth reading, and what could not be read. */

export interface ReleaseFile {
  /** relative to the release, `/` between folders */
  readonly path: string
  /** bytes; of a Git LFS pointer the size it names; null where the source cannot know */
  readonly size: number | null
  readonly kind: 'file' | 'pointer' | 'link' | 'submodule'
  /** of the whole file, as its place or a pointer in its stead tells it: it was not read to be sure */
  readonly sha256?: string
}

/** A text of the release, decoded. Lines are 1-based and split at `\n`. */
export interface Text {
  readonly path: string
  readonly content: string
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'latin1'
  /** only the beginning was read, for its size */
  readonly truncated: boolean
}

/** A legal file that is there and was not wholly read; a path that ends in `/` is a folder in which one may lie. */
export interface Unread {
  readonly path: string
  readonly why: WhyUnread
  /** goes on after the path: "is a PDF, which is not read" */
  readonly says: string
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

/** What a form says of one component of a release that is not here. */
export interface Declared {
  readonly id: ComponentId
  /** the license as the form spells it; null where it says there is none */
  readonly license: string | null
  /** the license is that of the whole distribution, and was not said of this component or its type */
  readonly inherited: boolean
  /** where the form says the component is */
  readonly location: string | null
  readonly cited: Cited
}

/** What a hub's API says of a repository, beside its files. */
export interface HubFacts {
  /** the address at the API, to cite */
  readonly api: string
  /** what the hub keeps it as */
  readonly kind: 'model' | 'dataset'
  /** access has to be asked for: given at once, or by a person */
  readonly gated: 'auto' | 'manual' | null
  /** the card's front matter, as the hub read it */
  readonly card: Readonly<Record<string, unknown>>
  readonly tags: readonly string[]
  readonly task: string | null
  readonly library: string | null
  /** how it was made from its bases */
  readonly relation: string | null
  readonly bases: readonly HubBase[]
  /** the ISO day on which it was put there */
  readonly published?: string
}

/** A model that a repository starts from, looked up at the hub. */
export interface HubBase {
  readonly model: string
  /** the address at the API, to cite */
  readonly api: string
  /** ISO day on which it was looked up; null when it was not, or could not be found */
  readonly seenOn: string | null
  /** as its card has them; null where it names none */
  readonly license: string | null
  readonly licenseName: string | null
}

/** A person's answer to a requirement that no program answers. */
export interface Signoff {
  readonly requirement: string
  readonly answer: 'met' | 'unmet'
  readonly who: string
  /** ISO date */
  readonly on: string
  readonly why: string
  /** the release, revision and model that the person looked at, where said */
  readonly release?: string
  readonly revision?: string
  readonly model?: string
  readonly cited: TextCitation
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

export interface Release {
  readonly name: string
  readonly publisher: string | null
  readonly source: 'folder' | 'git' | 'file' | 'hub' | 'mot' | 'registry' | 'modelscope' | 'github' | 'kaggle'
  /** the folder, URL or id that was given */
  readonly place: string
  readonly revision: string | null
  /** whether `files` is everything there is */
  readonly complete: boolean
  readonly files: readonly ReleaseFile[]
  readonly texts: ReadonlyMap<string, Text>
  readonly headers: readonly WeightsHeader[]
  /** legal files that are there and were not wholly read */
  readonly unread?: readonly Unread[]
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
}
