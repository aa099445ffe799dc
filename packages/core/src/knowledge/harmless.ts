import * as z from 'zod'
import { HARMLESS_KINDS } from '../report/vocabulary.ts'
import { anyPhrases, phrase, phrases, seen } from './schemas/fields.ts'

/** What a sentence that takes nothing does instead. */
export type HarmlessKind = (typeof HARMLESS_KINDS)[number]

/** `knowledge/harmless/<language>.yml`: sentences that take nothing from whoever receives a work. */
export const harmlessWordings = z.strictObject({
  id: z.string().regex(/^[a-z]{2}$/, 'an id is a language: en, zh'),
  name: phrase,
  ...seen,
  /** the scripts (Unicode) of its words: no word of another is free */
  letters: z
    .array(z.enum(['Latin', 'Han', 'Hiragana', 'Katakana', 'Hangul', 'Cyrillic']))
    .min(1)
    .readonly(),
  /** words that forbid, demand or narrow: no free word of a wording is one of them */
  binding: phrases,
  /** words of what terms limit: free only as a part of the name of a body */
  topics: phrases,
  /** words that terms limit by calling people or places: free also where people or bodies are called */
  people: phrases,
  /** words with which a statement of its own begins: free only as a part of the name of a body */
  links: phrases,
  /** words that hold one of these and are none: "Acme Company Limited" */
  cleared: anyPhrases,
  /** words of terms that say nothing in a title, a heading or a definition: what it is about */
  subjects: anyPhrases,
  /** what the name of a file or an address holds that leads to other terms */
  elsewhere: anyPhrases,
  /** how addresses begin where nothing but texts of open licenses is */
  texts: anyPhrases,
  /** wordings by name, which others make use of */
  lists: z.record(z.string().regex(/^[a-z-]+$/), phrases).default({}),
  /** none where no release was seen in the language: its words of terms count all the same */
  sentences: z
    .array(z.strictObject({ is: z.enum(HARMLESS_KINDS), words: phrases }))
    .readonly()
    .default([]),
  found: z
    .array(z.strictObject({ text: phrase, is: z.enum(HARMLESS_KINDS) }))
    .readonly()
    .default([]),
  left: anyPhrases,
})
export type HarmlessWordings = Readonly<z.infer<typeof harmlessWordings>>

/** `knowledge/notices.yml`: what a copyright line and the title of a license are made of. */
export const noticeWords = z.strictObject({
  ...seen,
  holders: z.strictObject({
    begins: phrases,
    joins: phrases,
    groups: phrases,
    several: phrases,
    institutions: phrases,
    bodies: phrases,
    runOn: phrases,
    never: phrases,
  }),
  titles: z.strictObject({ terms: phrases, words: phrases, never: phrases }),
  parts: z.strictObject({ fields: phrases }),
})
