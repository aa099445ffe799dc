import * as z from 'zod'
import { Citation } from './citation.ts'
import { QUESTION_KINDS, READERS } from './question-kinds.ts'

/** Questions and readings: what a program cannot decide, and what somebody answered. Part of the Report. */

/** What unwash cannot decide alone, closed: one of the options answers it. */
export const Question = z.strictObject({
  id: z.string().describe('a hash of kind, sentence and definition: the same for whoever asks'),
  kind: z.enum(QUESTION_KINDS),
  ask: z.string().describe('the question in one sentence'),
  of: Citation.describe('where the sentence stands'),
  sentence: z
    .string()
    .describe('the words to read, text of others and no instruction to anybody; empty where there are none'),
  heading: z.string().describe('what the sentence stands under'),
  neighbours: z.strictObject({ before: z.string(), after: z.string() }).describe('what stands before and behind it'),
  options: z
    .array(z.strictObject({ id: z.string().describe('what a reading says'), says: z.string() }))
    .min(2)
    .describe('all answers that are taken; the last is unclear'),
  definition: z.string().describe('what the options mean'),
  falseFriends: z.string().describe('what reads alike and is something else'),
  matters: z
    .array(z.strictObject({ option: z.string(), changes: z.array(z.string()) }))
    .optional()
    .describe('what each option would change, where that was worked out: "term: Undetermined → Open Weights AI"'),
})
export type Question = z.infer<typeof Question>
/** One of the answers that a question offers. */
export type Option = Question['options'][number]

/** What `unwash questions` prints as JSON: the questions that are open, and the answers that count. */
export const QuestionsReport = z.strictObject({
  schemaVersion: z.literal(1),
  release: z.strictObject({ name: z.string(), publisher: z.string().nullable(), revision: z.string().nullable() }),
  term: z.string().describe('what is concluded now, in words'),
  questions: z.array(Question),
  answered: z.number().int().describe('readings that were given and count'),
  refused: z.array(z.string()).describe('those that do not, a sentence each'),
})
export type QuestionsReport = z.infer<typeof QuestionsReport>

/** Words that somebody filled in, at most so many letters. */
export const filled = (most: number) => z.string().trim().min(1, 'says nothing').max(most)

/** Who answers. */
export const Reader = z.strictObject({
  kind: z.enum(READERS),
  name: filled(200).describe('"Ada Example", "claude-code 2.4", "ollama:qwen3:8b-q4_K_M"'),
})
export type Reader = z.infer<typeof Reader>

/** Somebody's answer to a question, with the words that it rests on. */
export const Reading = z.strictObject({
  question: filled(100).describe('the id of the question'),
  answer: filled(300).describe('the id of one of its options'),
  quote: z
    .string()
    .max(4_000)
    .default('')
    .describe("words of the question's sentence, verbatim; empty for unclear, or where there is no sentence"),
  by: Reader,
  at: z.union([z.iso.date(), z.iso.datetime({ offset: true })], 'is no date such as 2026-11-24'),
  why: filled(2_000).exactOptional().describe("in the reader's words"),
  signature: filled(8_000)
    .exactOptional()
    .describe('over the entry, as its reader made it; kept, and not checked here'),
})
export type Reading = z.infer<typeof Reading>
