import * as z from 'zod'
import { Citation } from './citation.ts'
import * as words from './vocabulary.ts'

const cited = z.array(Citation).min(1)

/** A set of data that a model was trained on. */
export const DataSource = z.strictObject({
  name: z.string(),
  ladder: z.enum(words.DATA_LADDER).describe('released, obtainable or listed'),
  where: z.string().optional().describe('an address, an id on a hub or a path; the documents, else a dated fact'),
  declared: z
    .string()
    .describe('license of the compilation: what its host or publisher says; an id, NONE or NOASSERTION'),
  checked: z.array(z.string()).describe('licenses that a person found for its parts; empty where nobody looked'),
  concluded: z.string().describe('the strictest of these'),
  contents: z.enum([...words.DATA_CONTENTS, 'unknown']).describe('the rights in what it is made of, by a dated fact'),
  obtainable: z.enum([...words.DATA_OBTAINABLE, 'unknown']).describe('whether it can be had now, by a dated fact'),
  cited,
})
export type DataSource = z.infer<typeof DataSource>

/** The training data of one stage. */
export const DataOfStage = z.strictObject({
  stage: z.enum(words.DATA_STAGES).describe('training: where the text does not tell stages apart'),
  ladder: z.enum(words.DATA_LADDER),
  sources: z.array(DataSource),
  more: z.number().int().min(0).describe('sets that are not shown'),
  cited,
})
export type DataOfStage = z.infer<typeof DataOfStage>
