import * as z from 'zod'
import { CLAIM_PARTS } from '../report/claim-parts.ts'
import { CLAIM_KINDS, CLAIM_SUBJECTS, DENIED, NOT_CLAIMS, PASSING, TERMS } from '../report/vocabulary.ts'
import { line } from './schemas/fields.ts'

/** scripts that the languages of claims are told apart by. */
const SCRIPTS = ['latin', 'cyrillic', 'han', 'japanese', 'hangul'] as const

export type ClaimKind = (typeof CLAIM_KINDS)[number]
export type ClaimSubject = (typeof CLAIM_SUBJECTS)[number]
export type Passing = (typeof PASSING)[number]
export type NotClaim = (typeof NOT_CLAIMS)[number]

const pattern = z.string().trim().min(1).max(1_000)
const patterns = z.array(pattern).readonly().default([])

/**
 * `knowledge/claims/<language>.yml`: by which words a release calls itself open in one language. A pattern is a wording
 * (`packages/core/src/wordings/pattern.ts` says how it is written); `{}` in it is the place of the phrase,
 * `[ open source ]` that of one that is these words.
 */
export const claimLanguage = z.strictObject({
  id: z.string().regex(/^[a-z]{2}(?:-[A-Z][a-z]{3})?$/, 'an id is a language tag: en, zh-Hans'),
  name: line,
  script: z.enum(SCRIPTS),
  /** small common words, or characters where words are not spaced, that tell it from others of its script */
  words: z.array(line).min(1).readonly(),
  /** every noun has a capital, so that one tells no name */
  nounsAreCapitalized: z.literal(true).exactOptional(),
  /** words that end what a phrase describes: prepositions, relatives, verbs */
  ends: patterns,
  /** words that join nouns: and, or */
  joins: patterns,
  /** words between a part and what it is a part of ("the code of the model") */
  of: patterns,
  /** languages whose phrases stand in its sentences too ("open source" in a French one) */
  borrows: patterns,
  source: line,
  seenOn: z.iso.date(),
  /** what words claim; of two that begin together the longer is meant */
  phrases: z
    .array(
      z.strictObject({
        says: z.enum(CLAIM_KINDS),
        words: z.array(pattern).min(1).readonly(),
        /** of named licenses: the name follows at once ("the code is MIT") */
        beside: z.boolean().default(false),
      }),
    )
    .min(1)
    .readonly(),
  /** what the words around a phrase say that it is about */
  subjects: z.partialRecord(z.enum(CLAIM_SUBJECTS), z.array(pattern).min(1).readonly()),
  /** where the phrase says something of what stands before it ("the code is open source") */
  predicate: patterns,
  /**
   * words that make it a claim about this release, whatever `not` of comparison, dependency, others and generic says
   */
  ours: patterns,
  /**
   * words by which something is said to be what the phrase says: where a language has them, a phrase that stands
   * nowhere such (the object of "prefer", "compare", "deploy") claims nothing
   */
  asserts: patterns,
  /** words that make it none, by reason */
  not: z.partialRecord(z.enum(NOT_CLAIMS), z.array(pattern).min(1).readonly()),
  /** words of training: data that a model was trained on, and none that are measured with */
  training: z.array(pattern).min(1).readonly(),
  /** words between a phrase and what something is by it: "open-sourced as a framework" */
  as: patterns,
  /** what stands for what the sentence before spoke of: they, it */
  refers: patterns,
  /**
   * how a sentence asserts its phrase of the release's own model: `links` lead from its own subject to the phrase,
   * `opens` stand where a sentence names no subject, `apart` make of what is left between them a noun phrase of
   * others, and `behind` the same behind the phrase; `holds` lead from it to a part that it has, and `whose` from the
   * phrase to the release's name, written `@`, as that of its owner
   */
  own: z.strictObject({
    links: patterns,
    opens: patterns,
    apart: patterns,
    behind: patterns,
    holds: patterns,
    whose: patterns,
  }),
  /** words behind a model's name that tell its size, version or make: chat, base */
  variants: patterns,
  /** words by which the publisher speaks of itself and its own: we, our, this */
  speaker: z.array(pattern).min(1).readonly(),
  /**
   * words that make it one in passing, which contradicts nothing: a scope in the same breath, reports
   */
  passing: z.partialRecord(z.enum(PASSING), z.array(pattern).min(1).readonly()),
  /** words that deny what may be asked for a use: asking first, showing a name */
  denies: z.partialRecord(z.enum(DENIED), patterns).default({}),
  /** headings under which others' work is spoken of, or plans are made */
  sections: patterns,
  /** words that a heading or table cell must have to be read as a sentence */
  sentence: patterns,
  /** words of license names, for those that `knowledge/licenses` does not know */
  licenseWords: patterns,
  /** how a sentence is made true in its own language: the words of the phrase are replaced, and the reason is added */
  suggest: z.strictObject({
    /**
     * by the form of the phrase in its sentence: patterns, the first that fits; where none does no words are replaced
     */
    forms: z.record(z.string(), z.array(pattern).readonly()).default({}),
    /** by what is honest, by form: the words that replace the phrase; where a form is missing none are replaced */
    instead: z.record(z.string(), z.record(z.string(), line)),
    /**
     * a sentence that holds of a release, by its honest term: `{name}`, `{license}` of the weights, `{term}` its label
     */
    statements: z.partialRecord(z.enum(TERMS), line),
    /** a sentence of its own, where no other can be said of the subject; `{subject}`, `{words}` */
    otherwise: line,
    /** what is put behind the phrase's sentence: `{term}` the G7 term, `{because}` the reasons */
    note: line,
    and: z.string().min(1),
    /** reasons, by name; `{license}` is its name */
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
})
export type ClaimLanguage = Readonly<z.infer<typeof claimLanguage>>

const parts = z.array(z.enum(CLAIM_PARTS)).readonly()

/** `knowledge/claim-parts.yml`: what makes words of openness true, by what they claim and of what. */
export const claimParts = z.strictObject({
  source: line,
  seenOn: z.iso.date(),
  /** what does hold of words that go too far, and what they lack */
  holds: z.strictObject({
    weights: line,
    license: z.string(),
    lacks: z.string(),
    and: z.string(),
    some: line,
    except: line,
    but: line,
    parts: z.partialRecord(z.enum(CLAIM_PARTS), line),
  }),
  parts: z
    .array(
      z.strictObject({
        says: z.array(z.enum(CLAIM_KINDS)).min(1).readonly(),
        /** of what; left out where it is the same whatever it is said of */
        about: z.array(z.enum(CLAIM_SUBJECTS)).min(1).readonly().exactOptional(),
        /** what the words cannot do without */
        must: parts,
        /** what they go too far without */
        also: parts.default([]),
      }),
    )
    .readonly(),
  /** by which kinds of clause that is asked for what some words deny */
  denied: z.record(z.enum(DENIED), z.array(line).readonly()),
})
