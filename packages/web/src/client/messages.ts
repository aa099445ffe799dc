/** A file that was pasted, dropped or opened; its bytes are read where they are asked for. */
export interface SentText {
  /** the name of its file, with its folders, or what stands for one */
  readonly path: string
  readonly content: string | Blob
  /** of a PDF: at which line of the text that was taken out of it, from 0, each page begins */
  readonly pages?: readonly number[]
  /** of a PDF out of which no text could be taken: why */
  readonly unread?: string
}

/** A license whose text is here, to be picked. */
export interface Pick {
  readonly id: string
  readonly name: string
}

/** What something is read as; `any` by what it is. */
export const AS = ['any', 'license', 'claims', 'release'] as const
export type As = (typeof AS)[number]

/** The page that asks: what is set for it has its links from there. */
export interface Here {
  readonly address: string
  readonly served: boolean
}

/** What is given to be read. */
export interface GivenFiles {
  readonly files: readonly SentText[]
  readonly as: As
  /** whether claims are asked for first: of what may be read as either */
  readonly checks: boolean
  /** the report of a kept release, as JSON, that claims are checked against, and whether its texts are kept too */
  readonly of: { readonly report: unknown; readonly texts: boolean } | null
  readonly here: Here
}

/** What was read, as the page shows it, and the formats that it can be saved in. */
export interface Read {
  /** `nothing`: neither terms nor claims are in it */
  readonly is: 'license' | 'claims' | 'release' | 'nothing'
  readonly page: SetPage
  readonly formats: readonly string[]
}

/** The content of a page, set as HTML; every word of others in it is escaped. */
export interface SetPage {
  readonly title: string
  /** where a server would have it */
  readonly address: string
  readonly html: string
}

/** What the page asks of the worker, and what comes back. */
export interface Asks {
  /** nothing but to be ready: the licenses that can be picked */
  picks: { readonly asked: null; readonly answered: readonly Pick[] }
  /** the text of a license that can be picked */
  text: { readonly asked: string; readonly answered: SentText }
  given: { readonly asked: GivenFiles; readonly answered: Read }
  /** what was read last, in a format */
  save: { readonly asked: string; readonly answered: { readonly name: string; readonly content: string } }
  /** a page that a server would set: several kept reports side by side, or one for a use */
  set: {
    readonly asked: {
      readonly reports: readonly unknown[]
      readonly missing: readonly string[]
      /** what stands in the address */
      readonly search: string
      /** of one release, what it was judged from, where that is kept */
      readonly evidence: unknown
      readonly here: Here
    }
    readonly answered: SetPage
  }
}
/** One of them, by its name. */
export type Ask = keyof Asks

/** One question of the page; `id` tells answers apart. */
export type Question<A extends Ask = Ask> = {
  [One in A]: { readonly id: number; readonly ask: One; readonly asked: Asks[One]['asked'] }
}[A]

/** Its answer, or why there is none. */
export type WorkerAnswer =
  | { readonly id: number; readonly answered: unknown; readonly milliseconds: number }
  | { readonly id: number; readonly failed: string }
