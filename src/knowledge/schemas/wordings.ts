import * as z from 'zod'
import { FREEDOMS, REACHES } from '../../report/vocabulary.ts'
import { type ClauseWordings, FRAMES, MODES, type Modality, WEIGHTS } from '../wording.ts'

const line = z.string().trim().min(1).max(2_500)
const lines = z.array(line).min(1).readonly()
const some = z.array(line).readonly().default([])
const language = z.string().regex(/^[a-z]{2}$/, 'a language is two letters: en, zh')
const lists = z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), lines).default({})
const dated = { source: line, seenOn: z.iso.date() }
const parameters = z.record(z.string(), z.unknown())

/** The shape of a file of modality. */
export const modality: z.ZodType<Modality> = z.strictObject({
  id: language,
  name: line,
  ...dated,
  small: some,
  usual: some,
  turns: some,
  straight: some,
  lists,
  frames: z.strictObject({ forbids: lines, only: lines, requires: lines, permits: lines, advises: lines }),
  unless: z
    .strictObject({
      forbids: lines.optional(),
      only: lines.optional(),
      requires: lines.optional(),
      permits: lines.optional(),
      advises: lines.optional(),
    })
    .default({}),
})

/** The shape of a file of wordings of a kind of clause. */
export const clauseWordings: z.ZodType<ClauseWordings> = z.strictObject({
  kind: line,
  language,
  ...dated,
  lists,
  unless: some,
  marks: z.record(z.string().regex(/^[a-z][a-z0-9 -]*$/), lines).default({}),
  wordings: z
    .array(
      z
        .strictObject({
          forbids: line.optional(),
          only: line.optional(),
          requires: line.optional(),
          permits: line.optional(),
          advises: line.optional(),
          says: line.optional(),
          as: z.enum(MODES).optional(),
          with: parameters.optional(),
          weighs: z.enum(WEIGHTS).optional(),
          against: z.array(z.enum(FREEDOMS)).readonly().optional(),
          reaches: z.array(z.enum(REACHES)).readonly().optional(),
          unless: lines.optional(),
          found: z
            .array(
              z.union(
                [line, z.strictObject({ text: line, with: parameters })],
                'is not a sentence; one with a colon in it must be in quotes',
              ),
            )
            .min(1)
            .readonly(),
        })
        .refine(wording => FRAMES.filter(frame => frame in wording).length === 1, `has one of ${FRAMES.join(', ')}`),
    )
    .min(1)
    .readonly(),
  left: some,
})

/**
 * `knowledge/signs/<id>.yml`: by which words a text is told to speak of something; by name, and in each by language.
 */
export const signs = z.strictObject({
  id: line,
  ...dated,
  lists,
  signs: z.record(
    z.string().regex(/^[a-z0-9][a-z0-9.-]*$/),
    z
      .object({ found: lines, left: some })
      .catchall(lines)
      .refine(sign => Object.keys(sign).every(key => /^(?:found|left|[a-z]{2})$/.test(key)), 'has words by language'),
  ),
})
