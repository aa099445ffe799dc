import type { Answer } from '../vocabulary.ts'
import type { Dated } from './knowledge.ts'

/** `knowledge/frameworks/<id>.yml`: a published definition or rule, cut into questions. */
export interface Framework extends Dated {
  readonly id: string
  readonly name: string
  /** its name where there is little room */
  readonly short?: string
  readonly edition: string
  readonly publisher: string
  /** what must be said wherever a conclusion is shown */
  readonly note: string | null
  /** how its answers come to a conclusion, in our words */
  readonly concludes?: readonly string[]
  readonly requirements: readonly FrameworkRequirement[]
}

/** One question of a framework, and what each answer to it means. */
export interface FrameworkRequirement {
  readonly id: string
  readonly group: string
  readonly question: string
  /** `auto` decided by what is seen · `assist` seen, and for a person to complete · `human` never met by a program */
  readonly automation: 'auto' | 'assist' | 'human'
  /** `required-by-faq` rests on the publisher's explanations, not on the text itself; `informative` never counts */
  readonly severity: 'required' | 'required-by-faq' | 'informative'
  /** its answer is said in words in every report, and not only counted: the conclusion, what is still owed, what concerns the reader */
  readonly told?: boolean
  /** what is looked at */
  readonly evidence: readonly string[]
  /** kinds of clauses it asks about */
  readonly clauses: readonly string[]
  readonly answers: Readonly<Partial<Record<Answer, string>>>
  readonly citation: string
  readonly source: string
}

/** `knowledge/compute.yml`: what an estimate of training compute needs beside the words of a release. */
export interface ComputeFacts extends Dated {
  /** part of its peak that hardware is busy with, 0 to 1 */
  readonly utilization: { readonly low: number; readonly usual: number; readonly high: number }
  readonly hardware: readonly Hardware[]
  /** more tokens than any model is known to have been trained on */
  readonly mostTokens: { readonly value: number; readonly fact: string; readonly source: string }
  /** tokens that known base models were trained on, by their name in `knowledge/models` */
  readonly trained: readonly {
    readonly model: string
    readonly tokens: number
    readonly source: string
    readonly seenOn: string
  }[]
}

/** A kind of accelerator. */
export interface Hardware {
  readonly id: string
  readonly names: readonly string[]
  /** FLOP per second of dense 16-bit arithmetic */
  readonly peak: number
  readonly source: string
}

/** `knowledge/general-purpose.yml`: the thresholds and dates of the AI Act for general-purpose AI models. */
export interface GeneralPurposeRules extends Dated {
  readonly thresholds: Readonly<Record<'generalPurpose' | 'systemicRisk' | 'modification' | 'tolerance', Threshold>>
  readonly dates: Readonly<
    Record<'applies' | 'enforced' | 'earlierModels', { readonly on: string; readonly citation: string }>
  >
  /** tasks as hubs name them, by what they generate */
  readonly tasks: Readonly<Record<'general' | 'narrow' | 'other', readonly string[]>>
}

/** A number that a rule names. */
export interface Threshold {
  readonly value: number
  readonly unit: 'FLOP' | 'share'
  readonly citation: string
}

/** `knowledge/measured.yml`, written by `npm run corpus -- <folder> --write`: how often each requirement got which answer. */
export interface Measured extends Dated {
  readonly releases: number
  /** by requirement id; of a framework read in several ways by id and reading: `MOF-1 (strict)` */
  readonly requirements: Readonly<Record<string, Readonly<Partial<Record<Answer, number>>>>>
}

/** `knowledge/mof.yml`: what the Model Openness Framework and its tool make of licenses, by SPDX id. */
export interface OpennessTypes extends Dated {
  /** ids that the tool counts as open, spelled as it compares them */
  readonly toolOpen: readonly string[]
  /** open licenses made for each type of component */
  readonly appropriate: Readonly<
    Record<'code' | 'data' | 'document', { readonly approved: boolean; readonly licenses: readonly string[] }>
  >
}
