import type { Evaluator } from '../framework.ts'
import { classOf, progress } from './classes.ts'
import { judgesBy } from './components.ts'
import { judgeStrictly } from './strict.ts'
import { judgeAsTool } from './tool.ts'

/** The Model Openness Framework as its publisher's tool computes it: any open license will do, and one of the whole is inherited. */
export const mof10AsTool: Evaluator = {
  id: 'mof-1.0',
  reading: 'mot',
  judges: judgesBy(judgeAsTool),
  conclude: classOf,
  percentages: progress,
}

/** The Model Openness Framework as its specification asks: a license made for the type of component, said of it. */
export const mof10Strict: Evaluator = {
  id: 'mof-1.0',
  reading: 'strict',
  judges: judgesBy(judgeStrictly),
  conclude: classOf,
  percentages: progress,
}
