import * as z from 'zod'
import { FREEDOMS, MODES, REACHES } from '../../report/vocabulary.ts'
import { FRAMES, WEIGHTS } from '../wording.ts'

const line = z.string().trim().min(1).max(2_500)
const lines = z.array(line).min(1).readonly()
const some = z.array(line).readonly().default([])
const language = z.string().regex(/^[a-z]{2}$/, 'a language is two letters: en, zh')
const lists = z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), lines).default({})
const dated = { source: line, seenOn: z.iso.date() }
const parameters = z.record(z.string(), z.unknown())

/** `knowledge/modality/<language>.yml`: how a language forbids, narrows, demands, allows and asks for something. */
export const modality = z.strictObject({
  id: language,
  name: line,
  ...dated,
  /** its commonest words: where those of another language stand out, its wordings are not looked for */
  small: some,
  /** words that stand in so many sentences that no wording should be looked up by them */
  usual: some,
  /** words with which something else is said: no gap of a wording goes over them */
  turns: some,
  /** words in which one of these turns nothing: "but not limited to" */
  straight: some,
  /** wordings by name, which those of all kinds make use of */
  lists,
  /** the wordings around the words of a kind, which stand at `{}` */
  frames: z.strictObject({ forbids: lines, only: lines, requires: lines, permits: lines, advises: lines }),
  /** beside one of these, a frame says nothing; `{}` stands for the words of the kind */
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
export type Modality = Readonly<z.infer<typeof modality>>

/** One wording of a kind of clause: one frame, what the clause is, and sentences it must find. */
const wording = z.strictObject({
  forbids: line.optional(),
  only: line.optional(),
  requires: line.optional(),
  permits: line.optional(),
  advises: line.optional(),
  says: line.optional(),
  /** what the clause is, where the frame does not say it */
  as: z.enum(MODES).optional(),
  with: parameters.optional(),
  weighs: z.enum(WEIGHTS).optional(),
  against: z.array(z.enum(FREEDOMS)).readonly().optional(),
  reaches: z.array(z.enum(REACHES)).readonly().optional(),
  /** said in the same sentence, this wording does not count */
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
export type ClauseWording = Readonly<z.infer<typeof wording>>

/** `knowledge/wordings/<kind>/<language>.yml`: the wordings of one kind of clause in one language; the first counts. */
export const clauseWordings = z.strictObject({
  kind: line,
  language,
  ...dated,
  lists,
  /** said in the same sentence, none of the wordings counts */
  unless: some,
  /** what else a sentence may say that counts, by name: `read` of the kind asks for it; a list for the wordings too */
  marks: z.record(z.string().regex(/^[a-z][a-z0-9 -]*$/), lines).default({}),
  wordings: z
    .array(wording.refine(one => FRAMES.filter(frame => frame in one).length === 1, `has one of ${FRAMES.join(', ')}`))
    .min(1)
    .readonly(),
  /** sentences in which none of the wordings counts */
  left: some,
})
export type ClauseWordings = Readonly<Omit<z.infer<typeof clauseWordings>, 'wordings'>> & {
  readonly wordings: readonly ClauseWording[]
}

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
