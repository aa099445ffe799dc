import * as z from 'zod'
import { LONGEST_QUOTE } from '../text/quote.ts'

/** A line of a file. */
export const line = z.number().int().min(1).describe('1-based, in the raw file split at \\n')
const path = z.string().describe('relative to its place')
const place = z.string().optional().describe('named when the release has several places')

/** Words of a file. */
export const quote = z.string().max(LONGEST_QUOTE).describe('verbatim')

/** Whether a quote is not all of its sentence. */
export const cut = z.literal(true).optional().describe('words of its sentence before or behind the quote are left out')

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
const KnowledgeCitation = z.strictObject({ fact: z.string(), source: z.string(), seenOn: z.string() })

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

/** Citations that cannot be empty: no statement without one. */
export type Cited = readonly [Citation, ...Citation[]]
