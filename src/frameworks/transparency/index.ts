import type { Evaluator } from '../framework.ts'
import { model } from './model.ts'
import { terms } from './terms.ts'

/** Facts that a release's files can answer. They conclude nothing: they are no score. */
export const transparency: Evaluator = {
  id: 'transparency',
  judges: { ...model, ...terms },
  conclude: () => 'facts',
}
