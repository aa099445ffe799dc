import type { Takes } from '../../licenses/prose/takes.ts'
import type { ResolvedLicense } from '../../names/index.ts'
import type { Cited } from '../../report/report.ts'
import type { Scope } from '../../report/vocabulary.ts'
import type { Sentence } from '../../sentences/index.ts'

/** What a statement is about: components, all of the release, or all that nobody else speaks of. */
export type SaidAbout = Scope | 'all' | 'others'

/** of words that put something under terms that are not here: those of somebody's service, not of the weights */
export const HOSTED = /\b(?:API|SageMaker|Bedrock|Vertex|Azure|marketplace|hosted|playground|web ?site|service)\b/

/** Somebody's statement that something is under some terms. */
export interface Statement {
  readonly about: readonly SaidAbout[]
  /** models it names; empty where it speaks of all */
  readonly models: readonly string[]
  readonly license: ResolvedLicense | null
  /** the text in the release that it points to */
  readonly path: string | null
  /** an address it points to that is not a known license */
  readonly url: string | null
  /** words that restrict, where no license is named */
  readonly restricts: Takes | null
  /** where these were not understood: the sentence that they are */
  readonly sentence?: Sentence
  /** the sentence binds ("subject to", "must comply with"), and does not merely point */
  readonly binds: boolean
  /**
   * `card`: that of one model, below the release's own; `package`: what tools are told, or show, of the code;
   * `subpackage`: of the code in a folder
   */
  readonly via: 'metadata' | 'card' | 'gate' | 'prose' | 'table' | 'badge' | 'package' | 'subpackage'
  /** the heading it stands under */
  readonly section: string
  /** the words that named the license */
  readonly spelled: string
  readonly cited: Cited
}

/** A statement of which only what it says differs from the plainest one. */
export function state(says: Pick<Statement, 'about' | 'via' | 'spelled' | 'cited'> & Partial<Statement>): Statement {
  return { models: [], license: null, path: null, url: null, restricts: null, binds: false, section: '', ...says }
}

/**
 * Whether a statement, or what is made of it, is one that tools are told or show of the code: whoever makes it says
 * nothing of the rest, and does not keep a text for the code alone.
 */
export const isOfTools = ({ via }: { readonly via: string }): boolean => via === 'package' || via === 'subpackage'
