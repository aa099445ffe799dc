import type { Framework } from '../knowledge/knowledge.ts'
import type { Case, ModelRights } from '../licensing/rights.ts'
import type { Cited } from '../report.ts'
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
}

/** Looks up the answer to another requirement of the same framework. */
export type Row = (id: string) => Judgement

/** Answers one requirement. */
export type Judge = (subject: Subject, row: Row) => Judgement

/** A framework that unwash can answer: `knowledge/frameworks/<id>.yml` asks, the judges answer. */
export interface Evaluator {
  readonly id: string
  /** by requirement id; a test holds them against the knowledge */
  readonly judges: Readonly<Record<string, Judge>>
  readonly conclude: (framework: Framework, row: Row) => string
}
