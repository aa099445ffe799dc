import type { MarkedLine } from '../marked/pieces.ts'

/** What the page shows of an announcement: its sentences, marked with the claims in them. */
export interface ClaimsView {
  readonly title: string
  readonly texts: readonly { readonly path: string; readonly lines: readonly MarkedLine[] }[]
  readonly claims: readonly ClaimView[]
  readonly releases: readonly { readonly name: string; readonly term: string; readonly atMost: string | null }[]
  readonly findings: readonly { readonly says: string; readonly wouldChange: string }[]
}

/** A claim, numbered through all texts in the order it stands. */
export interface ClaimView {
  readonly number: number
  readonly says: string
  readonly check: 'supported' | 'contradicted' | 'undetermined'
  readonly because: readonly string[]
  readonly wouldChange: readonly string[]
  readonly suggestion: string | null
  readonly line: number | null
}
