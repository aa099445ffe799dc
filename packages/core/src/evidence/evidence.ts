import type { Document } from '../documents/index.ts'
import type { PublicLibrary } from '../knowledge/knowledge.ts'
import type { Answers } from '../readings/answers.ts'
import type { Declared, NamedPlace, Release, ReleaseFile, UnreadFile } from '../release/release.ts'
import type { Citation, Cited } from '../report/report.ts'
import type { ComponentId, DataRung, Presence } from '../report/vocabulary.ts'
import type { DataFound } from './data/statement.ts'
import type { LegalFile } from './legal/index.ts'
import type { Publisher } from './publisher/owners.ts'

/** What a sentence says of what a release offers: `knowledge/offers`. */
export type OfferSaid =
  | 'given'
  | 'request'
  | 'api'
  | 'closed'
  | 'promised'
  | 'tool'
  | 'mentions'
  | 'model'
  | 'ours'
  | 'trained'
  | 'data'
  | 'learned'

/** The first sentence that says each, of the documents that speak for the release. */
export type OffersSaid = Partial<Record<OfferSaid, Citation>>

/** A public library that runs the model, with the place that names it. */
export interface LibrarySeen {
  readonly library: PublicLibrary
  readonly cited: Citation
}

/** A value somebody stated, with where. */
export interface Stated {
  readonly value: string
  readonly cited: Cited
}

/** What a key of metadata says of terms. */
export interface TermsSaid extends Stated {
  /** a license; its name or its address beside one; words about one */
  readonly as: 'license' | 'name' | 'link' | 'words'
  /** words of the key for what alone it is of; empty where it is of all */
  readonly of: string
}

/** What the release's metadata says: a card's front matter, configuration files, weights headers. */
export interface Metadata {
  /** what each of its places says of terms: the card, the hub, configurations, headers */
  readonly terms: readonly (readonly TermsSaid[])[]
  /** the licenses among these */
  readonly licenses: readonly Stated[]
  readonly bases: readonly Stated[]
  readonly relation: string | null
  readonly datasets: readonly Stated[]
  /** words for search, some of which say how a model was made */
  readonly tags: readonly string[]
  readonly library: Stated | null
  readonly task: Stated | null
  /** what must be done to get access, when the card says so */
  readonly gate: Gate | null
  /** the form the card has for a gate, though the hub may not show it to anybody */
  readonly form: Gate | null
  /** metadata marks the card as one of a model, of a dataset, or does not say */
  readonly kind: 'model' | 'dataset' | null
}

/** What stands before the download at the hub: who lets in, what is asked, and the terms that are shown. */
export interface Gate {
  readonly cited: Cited
  /** access is given at once or by a person; null where only the card speaks */
  readonly approval: 'auto' | 'manual' | null
  /** fields a person has to fill in */
  readonly fields: readonly string[]
  /** the European Union is refused */
  readonly euDisallowed: boolean
  /** what else it says: its heading, its button, what can be chosen in a field */
  readonly says: readonly string[]
  /** the prompt, which may carry a whole license; lines are those of the card, or of the value at the hub */
  readonly prompt: Prompt | null
  /** the lines of a card on which all of it stands */
  readonly place?: {
    readonly path: string
    readonly lines: readonly string[]
    readonly line: number
    readonly endLine: number
  }
}

/** The text of a gate, and where its lines stand in a card or a value of the hub. */
export interface Prompt {
  readonly text: string
  readonly path: string
  /** of the text at the path, all of them */
  readonly lines: readonly string[]
  /** for each line of the prompt the line of these on which it begins */
  readonly at: readonly number[]
}

/** How the weights are offered, strongest first. */
export type Offer = 'in-tree' | 'named' | 'linked' | 'card' | 'on-request' | 'api' | 'promised' | 'none'

/** Offers of no weights that can be had. */
export const NOT_OFFERED: ReadonlySet<Offer> = new Set<Offer>(['none', 'api', 'promised'])

/** Offers of weights that are in the release itself, or on its own page. */
export const HERE: ReadonlySet<Offer> = new Set<Offer>(['in-tree', 'named', 'card'])

/** Where the weights can be had, by files, links and sentences. */
export interface WeightsFound {
  readonly offer: Offer
  /** weights in the release, and files that name shards */
  readonly files: readonly ReleaseFile[]
  readonly links: readonly WeightsLink[]
  readonly cited: Cited
  /** the files hold only a difference to the weights of a base, or an adapter for it */
  readonly part: 'delta' | 'adapter' | null
  /** what sentences say of what is offered, and of what the release is */
  readonly said: OffersSaid
}

/** A link, or an id in a code sample, where weights can be had. */
export interface WeightsLink {
  readonly url: string
  /** organization and name on a hub, when the link has them */
  readonly owner: string | null
  readonly name: string | null
  readonly own: boolean
  /** how it is offered: as a download, or only loaded in a code sample */
  readonly via: 'download' | 'sample'
  readonly cited: Cited
}

/** Whether a component of the release is there, with what shows it. */
export interface ComponentFound {
  readonly id: ComponentId
  readonly presence: Presence
  readonly ladder?: DataRung
  /** what shows that only a part of it is there */
  readonly partly?: string
  readonly cited: Cited
  /** what a form says of it, where one stands in place of the release */
  readonly declared?: Declared
}

/** The card of one model of a release, below the release's own. */
export interface FurtherCard {
  readonly document: Document
  /** how the card calls the model, else the folder or the file */
  readonly name: string
  /** what its front matter says of terms */
  readonly terms: readonly TermsSaid[]
}

/** Where was looked, and whether what is not found there is not given. */
export interface Looked {
  readonly cited: Cited
  readonly isWhole: boolean
}

/** Everything that was seen, before any license is read. */
export interface Evidence {
  readonly release: Release
  readonly who: Publisher
  readonly looked: Looked
  /** what somebody read of it */
  readonly answers: Answers
  /** the release's own card or README, then its other documents */
  readonly documents: readonly Document[]
  /** documents whose words are not read, and that may tell of terms */
  readonly unread: readonly UnreadFile[]
  readonly card: Document | null
  /** it is one model's: a hub's page of it, or its configuration and its weights */
  readonly isOnePage: boolean
  /** cards of single models, below that */
  readonly cards: readonly FurtherCard[]
  readonly metadata: Metadata
  /** licenses, policies and notices, the root's first; those that could not be had among them */
  readonly legal: readonly LegalFile[]
  /** legal files with nothing in them */
  readonly blank: readonly string[]
  readonly weights: WeightsFound
  readonly data: DataFound
  readonly components: readonly ComponentFound[]
  /** the public library that runs the model */
  readonly library: LibrarySeen | null
  /** what it names as parts of itself at other places, one step away */
  readonly elsewhere: readonly NamedPlace[]
  /** a link to another code repository of the publisher, which was not looked at: what is absent here may be there */
  readonly repository: Citation | null
  readonly notes: readonly { readonly says: string; readonly path?: string }[]
}

/** A citation list that is known not to be empty. */
export function cite(first: Cited[0], ...more: readonly Cited[0][]): Cited {
  return [first, ...more]
}

/** What the release's own models are called that it links, in order. */
export const namesLinked = ({ links }: Pick<WeightsFound, 'links'>): string[] =>
  links.flatMap(({ own, name }) => (own && name ? [name] : []))
