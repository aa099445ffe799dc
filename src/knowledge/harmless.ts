import * as z from 'zod'
import { HARMLESS_KINDS } from '../vocabulary.ts'
import type { Dated } from './knowledge.ts'

/** `knowledge/harmless/<language>.yml`: sentences that take nothing from whoever receives a work. */
export interface HarmlessWordings extends Dated {
  /** BCP 47 language */
  readonly id: string
  readonly name: string
  /** the scripts (Unicode) of its words: no word of another is free */
  readonly letters: readonly string[]
  /** words that forbid, demand or narrow: no free word of a wording is one of them */
  readonly binding: readonly string[]
  /** words of what terms limit: free only as a part of the name of a body */
  readonly topics: readonly string[]
  /** words that terms limit by calling people or places: free also where people or bodies are called */
  readonly people: readonly string[]
  /** words with which a statement of its own begins: free only as a part of the name of a body */
  readonly links: readonly string[]
  /** words that hold one of these and are none: "Acme Company Limited" */
  readonly cleared: readonly string[]
  /** words of terms that say nothing in a title, a heading or a definition: what it is about */
  readonly subjects: readonly string[]
  /** what the name of a file or an address holds that leads to other terms */
  readonly elsewhere: readonly string[]
  /** how addresses begin where nothing but texts of open licenses is */
  readonly texts: readonly string[]
  /** wordings by name, which others make use of */
  readonly lists: Readonly<Record<string, readonly string[]>>
  readonly sentences: readonly { readonly is: HarmlessKind; readonly words: readonly string[] }[]
  /** by sentence, words of which one is in it, as the build adds them: by these it is looked up */
  readonly keys?: readonly (readonly string[])[]
  readonly found: readonly { readonly text: string; readonly is: HarmlessKind }[]
  readonly left: readonly string[]
}

/** What a sentence that takes nothing does instead. */
export type HarmlessKind = (typeof HARMLESS_KINDS)[number]

/** `knowledge/notices.yml`: what a copyright line and the title of a license are made of. */
export interface NoticeWords extends Dated {
  readonly holders: Readonly<
    Record<'begins' | 'joins' | 'groups' | 'several' | 'institutions' | 'bodies' | 'runOn' | 'never', readonly string[]>
  >
  readonly titles: Readonly<Record<'terms' | 'words' | 'never', readonly string[]>>
  readonly parts: Readonly<Record<'fields', readonly string[]>>
}

const line = z.string().trim().min(1).max(2_500)
const lines = z.array(line).min(1).readonly()
const some = z.array(line).readonly().default([])
const dated = { source: line, seenOn: z.iso.date() }

/** The shape of a file of harmless sentences. */
export const harmlessWordings = z.strictObject({
  id: z.string().regex(/^[a-z]{2}$/, 'an id is a language: en, zh'),
  name: line,
  ...dated,
  letters: z
    .array(z.enum(['Latin', 'Han', 'Hiragana', 'Katakana', 'Hangul', 'Cyrillic']))
    .min(1)
    .readonly(),
  binding: lines,
  topics: lines,
  people: lines,
  links: lines,
  cleared: some,
  subjects: some,
  elsewhere: some,
  texts: some,
  lists: z.record(z.string().regex(/^[a-z-]+$/), lines).default({}),
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
  holders: z.strictObject({
    begins: lines,
    joins: lines,
    groups: lines,
    several: lines,
    institutions: lines,
    bodies: lines,
    runOn: lines,
    never: lines,
  }),
  titles: z.strictObject({ terms: lines, words: lines, never: lines }),
  parts: z.strictObject({ fields: lines }),
}) satisfies z.ZodType<NoticeWords>
