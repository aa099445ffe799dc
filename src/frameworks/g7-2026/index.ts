import type { Evaluator } from '../framework.ts'
import { conclude } from './conclusion.ts'
import { data } from './data.ts'
import { trainingCode } from './training-code.ts'
import { weights } from './weights.ts'

/** The terms of the G7 Vision on AI openness: what each of them asks. */
export const g72026: Evaluator = {
  id: 'g7-2026',
  judges: { ...weights, ...trainingCode, ...data },
  conclude,
}
