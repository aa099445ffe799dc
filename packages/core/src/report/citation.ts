import * as z from 'zod'
import { LONGEST_QUOTE } from '../text/quote.ts'
import { UNREAD } from './vocabulary.ts'

/** A line of a file. */
export const line = z.number().int().min(1).describe('1-based, in the raw file split at \\n')
const path = z.string().describe('relative to its place')
const place = z.string().optional().describe('named when the release has several places')

/** Words of a file. */
export const quote = z.string().max(LONGEST_QUOTE).describe('verbatim')

/** Whether a quote is not all of its sentence. */
export const cut = z.literal(true).optional().describe('words of its sentence before or behind the quote are left out')

/** Lines of a text. */
export const TextCitation = z.strictObject({
  path,
  line,
  endLine: line,
  quote,
  cut,
  page: z.number().int().min(1).optional().describe('of a PDF, whose lines are those of the text taken out of it'),
  place,
})
const FileCitation = z.strictObject({ path, place })
/** A key of metadata. */
export const MetadataCitation = z.strictObject({
  path,
  key: z.string(),
  value: z.string().max(LONGEST_QUOTE),
  cut: cut.describe('the value goes on'),
  line: line.optional(),
  place,
})
const LinkCitation = z.strictObject({ url: z.string(), path, line, place })
const AbsenceCitation = z.strictObject({ looked: z.array(z.string()).min(1) })
/** A known text. */
export const KnownText = z
  .strictObject({
    name: z.string().describe('of the license'),
    section: z.string(),
    words: z.string().describe('a few, by which it is found; where whole is set all of the paragraph'),
    whole: z.literal(true).optional(),
    line: line.optional(),
    address: z.string().optional().describe('where the text can be opened'),
  })
  .describe('of a clause of a known license whose text is not in the release: where its text has it')
const KnowledgeCitation = z.strictObject({
  fact: z.string(),
  source: z.string(),
  seenOn: z.string(),
  text: KnownText.optional(),
})

/** Where a statement can be checked. */
export const Citation = z.union([
  TextCitation,
  MetadataCitation,
  LinkCitation,
  AbsenceCitation,
  KnowledgeCitation,
  FileCitation,
])
export type Citation = z.infer<typeof Citation>
export type TextCitation = z.infer<typeof TextCitation>
export type MetadataCitation = z.infer<typeof MetadataCitation>
export type KnownText = z.infer<typeof KnownText>

/** Citations that cannot be empty: no statement without one. */
export type Cited = readonly [Citation, ...Citation[]]

/** What else was seen. */
export const Note = z.strictObject({
  says: z.string(),
  path: z.string().optional(),
  cited: z.array(Citation).optional(),
})
export type Note = z.infer<typeof Note>

/** A legal file, or a folder that may hold one, that is there and was not wholly read. */
export const Unread = z.strictObject({
  path: z.string().describe('a folder, where it ends in /'),
  place: z.string().optional(),
  why: z.enum(UNREAD),
  says: z.string().describe('why, in words that go on after the path'),
  mayBind: z.boolean().describe('whether it may bind the weights: then none of them is proven to be open'),
})
export type Unread = z.infer<typeof Unread>
