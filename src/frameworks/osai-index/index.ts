import { rollUp } from '../answers.ts'
import type { Evaluator } from '../framework.ts'
import { access } from './access.ts'
import { code } from './code.ts'
import { data } from './data.ts'
import { documentation } from './documentation.ts'
import { mean } from './level.ts'
import { weights } from './weights.ts'

/** The European Open Source AI Index: twelve dimensions, each open, partial or closed. */
export const osaiIndex: Evaluator = {
  id: 'osai-index',
  judges: { ...data, ...weights, ...code, ...documentation, ...access },
  conclude: (framework, row) => rollUp(framework.requirements.map(({ id }) => row(id).answer)),
  percentages: mean,
}
