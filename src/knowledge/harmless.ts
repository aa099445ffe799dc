import * as z from 'zod'
import { HARMLESS_KINDS } from '../vocabulary.ts'
import type { Dated } from './knowledge.ts'

/** `knowledge/harmless/<language>.yml`: sentences that take nothing from whoever receives a work. */
export interface HarmlessWordings extends Dated {
  /** BCP 47 language */
  readonly id: string
  readonly name: string
  /** words that forbid, demand or narrow: no free word of a wording is one of them */
  readonly binding: readonly string[]
  /** words of what terms limit: free only as a part of a name */
  readonly topics: readonly string[]
  readonly sentences: readonly { readonly is: HarmlessKind; readonly words: readonly string[] }[]
  readonly found: readonly { readonly text: string; readonly is: HarmlessKind }[]
  readonly left: readonly string[]
}

/** What a sentence that takes nothing does instead. */
export type HarmlessKind = (typeof HARMLESS_KINDS)[number]

/** `knowledge/notices.yml`: what a copyright line and the title of a license are made of. */
export interface NoticeWords extends Dated {
  readonly holders: Readonly<Record<'begins' | 'joins' | 'groups' | 'institutions' | 'never', readonly string[]>>
  readonly titles: { readonly words: readonly string[] }
}

const line = z.string().trim().min(1).max(1_500)
const lines = z.array(line).min(1).readonly()
const dated = { source: line, seenOn: z.iso.date() }

/** The shape of a file of harmless sentences. */
export const harmlessWordings = z.strictObject({
  id: z.string().regex(/^[a-z]{2}$/, 'an id is a language: en, zh'),
  name: line,
  ...dated,
  binding: lines,
  topics: lines,
  sentences: z
    .array(z.strictObject({ is: z.enum(HARMLESS_KINDS), words: lines }))
    .min(1)
    .readonly(),
  found: z
    .array(z.strictObject({ text: line, is: z.enum(HARMLESS_KINDS) }))
    .min(1)
    .readonly(),
  left: lines,
}) satisfies z.ZodType<HarmlessWordings>

/** The shape of the words of notices. */
export const noticeWords = z.strictObject({
  ...dated,
  holders: z.strictObject({ begins: lines, joins: lines, groups: lines, institutions: lines, never: lines }),
  titles: z.strictObject({ words: lines }),
}) satisfies z.ZodType<NoticeWords>
