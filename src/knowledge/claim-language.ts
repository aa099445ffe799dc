import * as z from 'zod'
import { CLAIM_KINDS, CLAIM_SUBJECTS, NOT_CLAIMS, PASSING, SCRIPTS, TERMS, type TermId } from '../vocabulary.ts'
import type { Dated } from './knowledge.ts'

/**
 * `knowledge/claims/<language>.yml`: by which words a release calls itself open in one language. A pattern is written
 * in plain words (`src/claims/tongue/pattern.ts` says how); `<>` in it is the place of the phrase.
 */
export interface ClaimLanguage extends Dated {
  /** BCP 47: `en`, `zh-Hans` */
  readonly id: string
  readonly name: string
  readonly script: (typeof SCRIPTS)[number]
  /** small common words, or characters where words are not spaced, that tell it from others of its script */
  readonly words: readonly string[]
  /** words that end what a phrase describes: prepositions, relatives, verbs */
  readonly ends: readonly string[]
  /** words that join nouns: and, or */
  readonly joins: readonly string[]
  /** words between a part and what it is a part of ("the code of the model") */
  readonly of: readonly string[]
  /** languages whose phrases stand in its sentences too ("open source" in a French one) */
  readonly borrows: readonly string[]
  /** what words claim; of two that begin together the longer is meant */
  readonly phrases: readonly {
    readonly says: ClaimKind
    readonly words: readonly string[]
    /** of named licenses: the name follows at once ("the code is MIT") */
    readonly beside: boolean
  }[]
  /** what the words around a phrase say that it is about */
  readonly subjects: Readonly<Partial<Record<ClaimSubject, readonly string[]>>>
  /** where the phrase says something of what stands before it ("the code is open source") */
  readonly predicate: readonly string[]
  /** words that make it a claim about this release, whatever `not` of comparison, dependency, others and generic says */
  readonly ours: readonly string[]
  /**
   * words by which something is said to be what the phrase says: where a language has them, a phrase that stands
   * nowhere such (the object of "prefer", "compare", "deploy") claims nothing
   */
  readonly asserts: readonly string[]
  /** words that make it none, by reason */
  readonly not: Readonly<Partial<Record<NotClaim, readonly string[]>>>
  /** words of training: data that a model was trained on, and none that are measured with */
  readonly training: readonly string[]
  /** words between a phrase and what something is by it: "open-sourced as a framework" */
  readonly as: readonly string[]
  /** what stands for what the sentence before spoke of: they, it */
  readonly refers: readonly string[]
  /** words behind a model's name that tell its size, version or make: chat, base */
  readonly variants: readonly string[]
  /** words by which the publisher speaks of itself and its own: we, our, this */
  readonly speaker: readonly string[]
  /** words that make it one in passing, which contradicts nothing: duties of users, a scope in the same breath, reports */
  readonly passing: Readonly<Partial<Record<Passing, readonly string[]>>>
  /** headings under which others' work is spoken of, or plans are made */
  readonly sections: readonly string[]
  /** words that a heading or table cell must have to be read as a sentence */
  readonly sentence: readonly string[]
  /** words of license names, for those that `knowledge/licenses` does not know */
  readonly licenseWords: readonly string[]
  readonly suggest: Suggesting
  readonly found: readonly {
    readonly text: string
    readonly says: readonly ClaimKind[]
    readonly about: readonly ClaimSubject[]
  }[]
  readonly leftAlone: readonly { readonly text: string; readonly because: string }[]
}

export type ClaimKind = (typeof CLAIM_KINDS)[number]
export type ClaimSubject = (typeof CLAIM_SUBJECTS)[number]
export type Passing = (typeof PASSING)[number]
export type NotClaim = (typeof NOT_CLAIMS)[number]

/** How a sentence is made true in its own language: the words of the phrase are replaced, and the reason is added. */
export interface Suggesting {
  /** by the form of the phrase in its sentence: patterns, the first that fits; where none does no words are replaced */
  readonly forms: Readonly<Record<string, readonly string[]>>
  /** by what is honest, by form: the words that replace the phrase; where a form is missing none are replaced */
  readonly instead: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** a sentence that holds of a release, by its honest term: `{name}`, `{license}` of the weights, `{term}` its label */
  readonly statements: Readonly<Partial<Record<TermId, string>>>
  /** a sentence of its own, where no other can be said of the subject; `{subject}`, `{words}` */
  readonly otherwise: string
  /** what is put behind the phrase's sentence: `{term}` the G7 term, `{because}` the reasons */
  readonly note: string
  readonly and: string
  /** reasons, by name; `{license}` is its name */
  readonly because: Readonly<Record<string, string>>
  /** names of the subjects, for `{subject}` */
  readonly subjects: Readonly<Partial<Record<ClaimSubject, string>>>
}

const line = z.string().trim().min(1).max(400)
const pattern = z.string().trim().min(1).max(1_000)
const patterns = z.array(pattern).readonly().default([])

/** The shape of a phrase file. */
export const claimLanguage = z.strictObject({
  id: z.string().regex(/^[a-z]{2}(?:-[A-Z][a-z]{3})?$/, 'an id is a language tag: en, zh-Hans'),
  name: line,
  script: z.enum(SCRIPTS),
  words: z.array(line).min(1).readonly(),
  ends: patterns,
  joins: patterns,
  of: patterns,
  borrows: patterns,
  source: line,
  seenOn: z.iso.date(),
  phrases: z
    .array(
      z.strictObject({
        says: z.enum(CLAIM_KINDS),
        words: z.array(pattern).min(1).readonly(),
        beside: z.boolean().default(false),
      }),
    )
    .min(1)
    .readonly(),
  subjects: z.partialRecord(z.enum(CLAIM_SUBJECTS), z.array(pattern).min(1).readonly()),
  predicate: patterns,
  ours: patterns,
  asserts: patterns,
  not: z.partialRecord(z.enum(NOT_CLAIMS), z.array(pattern).min(1).readonly()),
  training: z.array(pattern).min(1).readonly(),
  as: patterns,
  refers: patterns,
  variants: patterns,
  speaker: z.array(pattern).min(1).readonly(),
  passing: z.partialRecord(z.enum(PASSING), z.array(pattern).min(1).readonly()),
  sections: patterns,
  sentence: patterns,
  licenseWords: patterns,
  suggest: z.strictObject({
    forms: z.record(z.string(), z.array(pattern).readonly()).default({}),
    instead: z.record(z.string(), z.record(z.string(), line)),
    statements: z.partialRecord(z.enum(TERMS), line),
    otherwise: line,
    note: line,
    and: z.string().min(1),
    because: z.record(z.string(), line),
    subjects: z.partialRecord(z.enum(CLAIM_SUBJECTS), line),
  }),
  found: z
    .array(
      z.strictObject({
        text: line,
        says: z.array(z.enum(CLAIM_KINDS)).min(1).readonly(),
        about: z.array(z.enum(CLAIM_SUBJECTS)).min(1).readonly(),
      }),
    )
    .min(1)
    .readonly(),
  leftAlone: z
    .array(z.strictObject({ text: line, because: line }))
    .min(1)
    .readonly(),
}) satisfies z.ZodType<ClaimLanguage>
