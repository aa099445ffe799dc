import * as z from 'zod'
import { DATA_CONTENTS, DATA_OBTAINABLE, DATA_TOPICS } from '../../report/vocabulary.ts'
import { dated, id, line, lines } from './fields.ts'

const address = line.regex(/^(?!https?:|www\.)\S+$/, 'an address has no scheme, no www. and no spaces')

/** `knowledge/datasets/<id>.yml`: a well-known corpus or collection. */
export const knownDataset = z.strictObject({
  id,
  name: line,
  publisher: line,
  /** spellings that name it in prose; a capital in one is a capital in the text */
  names: lines,
  /** ids on a hub; `*` stands for any characters */
  ids: z
    .array(line.regex(/^[a-z0-9*._/-]+$/, 'an id is lower case: letters, digits, . - _ / and *'))
    .readonly()
    .default([]),
  links: z.array(address).readonly().default([]),
  /** id of the license of the compilation in `knowledge/licenses`; null where none is given */
  license: id.nullable().default(null),
  /** the use that its terms allow, where they are none of `knowledge/licenses` */
  use: z.enum(['academic-only', 'non-commercial']).exactOptional(),
  /**
   * the rights in what it is made of: `cleared` by a license or consent that the publisher checked for each item ·
   * `mixed` stated for some · `unstated` nobody says
   */
  contents: z.enum(DATA_CONTENTS),
  /** it grows and changes: its name alone does not say what was used */
  living: z.boolean().default(false),
  /** whether anyone can have it now: all of it, a part, after agreeing to terms, if who holds it agrees, or not */
  obtainable: z.enum(DATA_OBTAINABLE),
  where: line.nullable().default(null),
  /** what its own documentation tells */
  tells: z.array(z.enum(DATA_TOPICS)).readonly().default([]),
  documentation: line.nullable().default(null),
  /** where the code that made it is */
  code: line.nullable().default(null),
  note: line.exactOptional(),
  ...dated,
})

export type KnownDataset = Readonly<z.infer<typeof knownDataset>>

/** `knowledge/tuning-sets.yml`: sets for fine-tuning, the license their host shows and the one a person found. */
export const tuningSets = z.strictObject({
  ...dated,
  sets: z
    .array(
      z.strictObject({
        id: line,
        /** what the hub's metadata says, as it stands there; null where it says nothing */
        host: line.nullable().default(null),
        /** what a person found for its parts, as they wrote it */
        checked: z.array(line).min(1).readonly(),
        /** the strictest use that a part allows */
        use: z.enum(['commercial', 'unspecified', 'academic-only', 'non-commercial']),
      }),
    )
    .min(1)
    .readonly(),
})
type TuningSets = Readonly<z.infer<typeof tuningSets>>
/** One set for fine-tuning. */
export type TuningSet = Readonly<TuningSets['sets'][number]>
