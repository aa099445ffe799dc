import type { Evaluator } from '../framework.ts'
import { code } from './code.ts'
import { dataInformation } from './data-information.ts'
import { freedoms } from './freedoms.ts'
import { parameters } from './parameters.ts'
import { conclude, verdict } from './verdict.ts'

/** The Open Source AI Definition 1.0: one bar for a system, a model or its weights. */
export const osaid10: Evaluator = {
  id: 'osaid-1.0',
  judges: { ...freedoms, ...dataInformation, ...code, ...parameters, ...verdict },
  conclude,
}
