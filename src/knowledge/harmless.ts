import * as z from 'zod'
import { HARMLESS_KINDS } from '../report/vocabulary.ts'

/** What a sentence that takes nothing does instead. */
export type HarmlessKind = (typeof HARMLESS_KINDS)[number]

const line = z.string().trim().min(1).max(2_500)
const lines = z.array(line).min(1).readonly()
const some = z.array(line).readonly().default([])
const dated = { source: line, seenOn: z.iso.date() }

/** `knowledge/harmless/<language>.yml`: sentences that take nothing from whoever receives a work. */
export const harmlessWordings = z.strictObject({
  id: z.string().regex(/^[a-z]{2}$/, 'an id is a language: en, zh'),
  name: line,
  ...dated,
  /** the scripts (Unicode) of its words: no word of another is free */
  letters: z
    .array(z.enum(['Latin', 'Han', 'Hiragana', 'Katakana', 'Hangul', 'Cyrillic']))
    .min(1)
    .readonly(),
  /** words that forbid, demand or narrow: no free word of a wording is one of them */
  binding: lines,
  /** words of what terms limit: free only as a part of the name of a body */
  topics: lines,
  /** words that terms limit by calling people or places: free also where people or bodies are called */
  people: lines,
  /** words with which a statement of its own begins: free only as a part of the name of a body */
  links: lines,
  /** words that hold one of these and are none: "Acme Company Limited" */
  cleared: some,
  /** words of terms that say nothing in a title, a heading or a definition: what it is about */
  subjects: some,
  /** what the name of a file or an address holds that leads to other terms */
  elsewhere: some,
  /** how addresses begin where nothing but texts of open licenses is */
  texts: some,
  /** wordings by name, which others make use of */
  lists: z.record(z.string().regex(/^[a-z-]+$/), lines).default({}),
  /** none where no release was seen in the language: its words of terms count all the same */
  sentences: z
    .array(z.strictObject({ is: z.enum(HARMLESS_KINDS), words: lines }))
    .readonly()
    .default([]),
  found: z
    .array(z.strictObject({ text: line, is: z.enum(HARMLESS_KINDS) }))
    .readonly()
    .default([]),
  left: some,
})
export type HarmlessWordings = Readonly<z.infer<typeof harmlessWordings>>

/** `knowledge/notices.yml`: what a copyright line and the title of a license are made of. */
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
})
