import * as z from 'zod'
import { LICENSE_CLASSES, TERMS } from '../../report/vocabulary.ts'
import { dated, line, lines } from './fields.ts'

/** An entry of `knowledge/terms.yml`: what an honest term means. */
const term = z.strictObject({
  id: z.enum(TERMS),
  label: line,
  /** a few words beside it, for whoever does not know it */
  beside: line.exactOptional(),
  /** a word of the G7 Vision, or one of unwash's own, which is marked wherever it is shown */
  origin: z.enum(['g7', 'own']),
  /** everyday words for it */
  aliases: lines,
  /** everyday words that hold only where the license of the weights has one of these classes */
  aliasesByClass: z
    .array(z.strictObject({ word: line, classes: z.array(z.enum(LICENSE_CLASSES)).min(1).readonly() }))
    .readonly()
    .default([]),
  meaning: line,
  when: z.array(line).min(1).readonly(),
  ...dated,
})

/** The file of terms, all of them. */
export const terms = z
  .array(term)
  .readonly()
  .refine(
    list => list.length === TERMS.length && list.every((entry, at) => entry.id === TERMS[at]),
    'the terms are those of packages/core/src/report/vocabulary.ts, in its order',
  )

export type KnownTerm = Readonly<z.infer<typeof term>>
