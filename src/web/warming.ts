import type { Knowledge } from '../knowledge/knowledge.ts'
import { examplesOf } from '../licenses/clauses/examples.ts'

/** what makes a text one of terms, so that it is looked for among the known ones too */
const HEAD = 'Model License\n\nYou may use, copy, modify and distribute the Model under these terms.'
/** examples of clauses in one text: short enough that a question is not kept waiting for it */
const SLICE = 60
/** an example of so many is enough of the languages beside English and Chinese */
const ONE_IN = 8

/**
 * Examples of every kind of clause as a few texts, each a license nobody wrote. A program gets fast by running: who
 * reads these before anyone asks answers the first question like the hundredth.
 */
export function warmingTexts({ wordings }: Pick<Knowledge, 'wordings'>): readonly string[] {
  const examples = wordings.flatMap(file => {
    const own = examplesOf(file).map(({ text }) => text)
    return file.language === 'en' || file.language === 'zh' ? own : own.filter((_, at) => at % ONE_IN === 0)
  })
  const slices = Math.ceil(examples.length / SLICE)
  return Array.from({ length: slices }, (_, at) => [HEAD, ...examples.slice(at * SLICE, (at + 1) * SLICE)].join('\n\n'))
}
