import { kinds } from '../licenses/clauses/index.ts'

/** what makes a text one of terms, so that it is looked for among the known ones too */
const HEAD = 'Model License\n\nYou may use, copy, modify and distribute the Model under these terms.'
/** examples of clauses in one text: short enough that a question is not kept waiting for it */
const SLICE = 60

/**
 * The examples of every kind of clause as a few texts, each a license nobody wrote. A program gets fast by running:
 * who reads these before anyone asks answers the first question like the hundredth.
 */
export function warmingTexts(): readonly string[] {
  const examples = kinds.flatMap(kind => kind.examples.found.map(({ text }) => text))
  const slices = Math.ceil(examples.length / SLICE)
  return Array.from({ length: slices }, (_, at) => [HEAD, ...examples.slice(at * SLICE, (at + 1) * SLICE)].join('\n\n'))
}
