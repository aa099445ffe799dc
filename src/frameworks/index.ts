import type { Case, ModelRights } from '../licensing/rights.ts'
import type { Evaluation } from '../report.ts'
import { euAiAct } from './eu-ai-act/index.ts'
import { euTrainingSummary } from './eu-training-summary/index.ts'
import { evaluateOne } from './evaluate.ts'
import type { Evaluator } from './framework.ts'
import { g72026 } from './g7-2026/index.ts'
import { mof10AsTool, mof10Strict } from './mof-1.0/index.ts'
import { osaiIndex } from './osai-index/index.ts'
import { osaid10 } from './osaid-1.0/index.ts'
import { transparency } from './transparency/index.ts'

export type { Evaluator } from './framework.ts'

/** The frameworks that unwash can answer. */
export const evaluators: readonly Evaluator[] = [
  g72026,
  osaid10,
  mof10AsTool,
  mof10Strict,
  euAiAct,
  euTrainingSummary,
  osaiIndex,
  transparency,
]

/**
 * What each framework makes of one model of a case: every requirement answered and cited, and its conclusion.
 * @param framework the one that is asked for; all of them unless told
 */
export function evaluate(current: Case, model: ModelRights, framework?: string): Evaluation[] {
  return evaluators
    .filter(({ id }) => framework === undefined || id === framework)
    .flatMap(evaluator => evaluateOne(evaluator, current, model) ?? [])
}
