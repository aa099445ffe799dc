import * as z from 'zod'
import { DATA_CONTENTS, DATA_OBTAINABLE, DATA_TOPICS, type DataTopic } from '../vocabulary.ts'
import { dated, id, line, lines } from './fields.ts'
import type { Dated } from './knowledge.ts'

/** `knowledge/datasets/<id>.yml`: a well-known corpus or collection. */
export interface KnownDataset extends Dated {
  readonly id: string
  readonly name: string
  readonly publisher: string
  /** spellings that name it in prose; a capital in one is a capital in the text */
  readonly names: readonly string[]
  /** ids on a hub, lower case; `*` stands for any characters */
  readonly ids: readonly string[]
  /** beginnings of addresses that lead to it, without scheme and `www.` */
  readonly links: readonly string[]
  /** id of the license of the compilation in `knowledge/licenses`; null where none is given */
  readonly license: string | null
  /**
   * the rights in what it is made of: `cleared` by a license or consent that the publisher checked for each item ·
   * `mixed` stated for some · `unstated` nobody says
   */
  readonly contents: (typeof DATA_CONTENTS)[number]
  /** it grows and changes: its name alone does not say what was used */
  readonly living: boolean
  /** whether anyone can have it now: all of it, a part, after agreeing to terms, if who holds it agrees, or not */
  readonly obtainable: (typeof DATA_OBTAINABLE)[number]
  readonly where: string | null
  /** ids of the sets it is made of, as far as they are known here */
  readonly madeOf: readonly string[]
  /** what its own documentation tells */
  readonly tells: readonly DataTopic[]
  readonly documentation: string | null
  /** where the code that made it is */
  readonly code: string | null
  readonly note?: string
}

/** `knowledge/tuning-sets.yml`: sets for fine-tuning, the license their host shows and the one a person found. */
export interface TuningSets extends Dated {
  readonly sets: readonly TuningSet[]
}

/** One set for fine-tuning. */
export interface TuningSet {
  /** id on the hub */
  readonly id: string
  /** what the hub's metadata says, as it stands there; null where it says nothing */
  readonly host: string | null
  /** what a person found for its parts, as they wrote it */
  readonly checked: readonly string[]
  /** the strictest use that a part allows */
  readonly use: 'commercial' | 'unspecified' | 'academic-only' | 'non-commercial'
  /** models whose outputs are in it */
  readonly generatedBy: readonly string[]
}

const address = line.regex(/^(?!https?:|www\.)\S+$/, 'an address has no scheme, no www. and no spaces')

/** The shape of a file of `knowledge/datasets`. */
export const knownDataset: z.ZodType<KnownDataset> = z.strictObject({
  id,
  name: line,
  publisher: line,
  names: lines,
  ids: z
    .array(line.regex(/^[a-z0-9*._/-]+$/, 'an id is lower case: letters, digits, . - _ / and *'))
    .readonly()
    .default([]),
  links: z.array(address).readonly().default([]),
  license: id.nullable().default(null),
  contents: z.enum(DATA_CONTENTS),
  living: z.boolean().default(false),
  obtainable: z.enum(DATA_OBTAINABLE),
  where: line.nullable().default(null),
  madeOf: z.array(id).readonly().default([]),
  tells: z.array(z.enum(DATA_TOPICS)).readonly().default([]),
  documentation: line.nullable().default(null),
  code: line.nullable().default(null),
  note: line.exactOptional(),
  ...dated,
})

/** The shape of `knowledge/tuning-sets.yml`. */
export const tuningSets: z.ZodType<TuningSets> = z.strictObject({
  ...dated,
  sets: z
    .array(
      z.strictObject({
        id: line,
        host: line.nullable().default(null),
        checked: z.array(line).min(1).readonly(),
        use: z.enum(['commercial', 'unspecified', 'academic-only', 'non-commercial']),
        generatedBy: lines,
      }),
    )
    .min(1)
    .readonly(),
})
