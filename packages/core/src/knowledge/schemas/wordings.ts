import * as z from 'zod'
import { FREEDOMS, MODES, REACHES } from '../../report/vocabulary.ts'
import { FRAMES, WEIGHTS } from '../wording.ts'
import { anyPhrases, phrase, phrases, seen } from './fields.ts'

const language = z.string().regex(/^[a-z]{2}$/, 'a language is two letters: en, zh')
const lists = z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), phrases).default({})
const parameters = z.record(z.string(), z.unknown())

/** `knowledge/modality/<language>.yml`: how a language forbids, narrows, demands, allows and asks for something. */
export const modality = z.strictObject({
  id: language,
  name: phrase,
  ...seen,
  /** its commonest words: where those of another language stand out, its wordings are not looked for */
  small: anyPhrases,
  /** words that stand in so many sentences that no wording should be looked up by them */
  usual: anyPhrases,
  /** words with which something else is said: no gap of a wording goes over them */
  turns: anyPhrases,
  /** words in which one of these turns nothing: "but not limited to" */
  straight: anyPhrases,
  /** wordings by name, which those of all kinds make use of */
  lists,
  /** the wordings around the words of a kind, which stand at `{}` */
  frames: z.strictObject({ forbids: phrases, only: phrases, requires: phrases, permits: phrases, advises: phrases }),
  /** beside one of these, a frame says nothing; `{}` stands for the words of the kind */
  unless: z
    .strictObject({
      forbids: phrases.optional(),
      only: phrases.optional(),
      requires: phrases.optional(),
      permits: phrases.optional(),
      advises: phrases.optional(),
    })
    .default({}),
})
export type Modality = Readonly<z.infer<typeof modality>>

/** One wording of a kind of clause: one frame, what the clause is, and sentences it must find. */
const wording = z.strictObject({
  forbids: phrase.optional(),
  only: phrase.optional(),
  requires: phrase.optional(),
  permits: phrase.optional(),
  advises: phrase.optional(),
  says: phrase.optional(),
  /** what the clause is, where the frame does not say it */
  as: z.enum(MODES).optional(),
  with: parameters.optional(),
  weighs: z.enum(WEIGHTS).optional(),
  against: z.array(z.enum(FREEDOMS)).readonly().optional(),
  reaches: z.array(z.enum(REACHES)).readonly().optional(),
  /** said in the same sentence, this wording does not count */
  unless: phrases.optional(),
  found: z
    .array(
      z.union(
        [phrase, z.strictObject({ text: phrase, with: parameters })],
        'is not a sentence; one with a colon in it must be in quotes',
      ),
    )
    .min(1)
    .readonly(),
})
export type ClauseWording = Readonly<z.infer<typeof wording>>

/** `knowledge/wordings/<kind>/<language>.yml`: the wordings of one kind of clause in one language; the first counts. */
export const clauseWordings = z.strictObject({
  kind: phrase,
  language,
  ...seen,
  lists,
  /** said in the same sentence, none of the wordings counts */
  unless: anyPhrases,
  /** what else a sentence may say that counts, by name: `read` of the kind asks for it; a list for the wordings too */
  marks: z.record(z.string().regex(/^[a-z][a-z0-9 -]*$/), phrases).default({}),
  wordings: z
    .array(wording.refine(one => FRAMES.filter(frame => frame in one).length === 1, `has one of ${FRAMES.join(', ')}`))
    .min(1)
    .readonly(),
  /** sentences in which none of the wordings counts */
  left: anyPhrases,
})
export type ClauseWordings = Readonly<Omit<z.infer<typeof clauseWordings>, 'wordings'>> & {
  readonly wordings: readonly ClauseWording[]
}

/**
 * `knowledge/signs/<id>.yml`: by which words a text is told to speak of something; by name, and in each by language.
 */
export const signs = z.strictObject({
  id: phrase,
  ...seen,
  lists,
  signs: z.record(
    z.string().regex(/^[a-z0-9][a-z0-9.-]*$/),
    z
      .object({ found: phrases, left: anyPhrases })
      .catchall(phrases)
      .refine(sign => Object.keys(sign).every(key => /^(?:found|left|[a-z]{2})$/.test(key)), 'has words by language'),
  ),
})
