import type { Framework } from '../knowledge/knowledge.ts'
import type { Case, ModelRights } from '../licensing/rights.ts'
import type { Cited } from '../report.ts'
import type { Signoff } from '../sources/release.ts'
import type { Answer } from '../vocabulary.ts'

/** What a framework is asked about: one model of a case. */
export interface Subject {
  readonly case: Case
  readonly model: ModelRights
  readonly framework: Framework
}

/** An answer to one requirement: what was seen, in one sentence, and where. */
export interface Judgement {
  readonly answer: Answer
  readonly because: string
  readonly cited: Cited
  /** a step of the framework's own scale, where it has one finer than met and unmet */
  readonly level?: string
  /** the license it rests on, of a framework that reads one by name: an SPDX id, or as it is spelled */
  readonly license?: string
  /** the answer is a person's */
  readonly signoff?: Signoff
}

/** Looks up the answer to another requirement of the same framework. */
export type Row = (id: string) => Judgement

/** Answers one requirement. */
export type Judge = (subject: Subject, row: Row) => Judgement

/** A framework that unwash can answer: `knowledge/frameworks/<id>.yml` asks, the judges answer. */
export interface Evaluator {
  readonly id: string
  /** names one way to read a framework that is read in several: each is an evaluator of its own */
  readonly reading?: string
  /** by requirement id; a test holds them against the knowledge */
  readonly judges: Readonly<Record<string, Judge>>
  readonly conclude: (framework: Framework, row: Row) => string
  /** shares of a hundred that the framework itself defines, by its own names for them */
  readonly percentages?: (framework: Framework, row: Row) => Readonly<Record<string, number>>
}
