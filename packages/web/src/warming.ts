import type { Knowledge } from '@unwash/core/knowledge/knowledge'

/** what makes a text one of terms, so that it is looked for among the known ones too */
const TERMS_HEAD = 'Model License\n\nYou may use, copy, modify and distribute the Model under these terms.'
/** phrases of clauses in one text: short enough that a question is not kept waiting for it */
const SLICE = 60

/**
 * The phrases by which known licenses say their clauses as a few texts, each a license nobody wrote. A program gets
 * fast by running: who reads these before anyone asks answers the first question like the hundredth.
 */
export function warmingTexts({ licenses }: Pick<Knowledge, 'licenses'>): readonly string[] {
  const phrases = [...new Set([...licenses.values()].flatMap(({ clauses }) => clauses.map(({ phrase }) => phrase)))]
  const slices = Math.ceil(phrases.length / SLICE)
  return Array.from({ length: slices }, (_, at) =>
    [TERMS_HEAD, ...phrases.slice(at * SLICE, (at + 1) * SLICE)].join('\n\n'),
  )
}
