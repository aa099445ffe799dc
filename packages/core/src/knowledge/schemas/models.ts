import * as z from 'zod'
import { RELATIONS } from '../../report/vocabulary.ts'
import { date, dated, id, line } from './fields.ts'

/** `knowledge/models/<family>.yml`: which license a base model came under, by version. */
export const family = z.strictObject({
  family: id,
  publisher: line,
  /** the publisher's own accounts on the hubs */
  organizations: z.array(z.string().toLowerCase()).readonly().default([]),
  ...dated,
  versions: z
    .array(
      z.strictObject({
        name: line,
        /**
         * Names as they stand in ids, compared word by word: `llama-3.1` is found in `Meta-Llama-3.1-8B` and
         * `llama3.1:8b`, not in `llama-3` or `llama-3.2`; `*` stands for any words between; `org/name` only for ids of
         * that organization; the longest match wins.
         */
        matches: z
          .array(z.string().regex(/^[a-z0-9*.+/-]+$/, 'a match is lower case: letters, digits, . + - / and *'))
          .min(1)
          .readonly(),
        /** a license id of `knowledge/licenses`, or null when the license is not known to us */
        license: id.nullable(),
        /** stands for the name of the family where nobody says which version is meant */
        versionless: z.boolean().exactOptional(),
        /**
         * its name is that of an architecture too, which many train anew: in the name of another model it hints at
         * nothing
         */
        architecture: z.boolean().exactOptional(),
        base: z.strictObject({ model: line, relation: z.enum(RELATIONS) }).exactOptional(),
        /** whether the training data of this version is open, where a dated fact says so */
        openData: z.boolean().exactOptional(),
        /** the same for its training code */
        openCode: z.boolean().exactOptional(),
        /** the sets of `knowledge/datasets` that its publisher says it was trained on */
        trainedOn: z.strictObject({ sets: z.array(id).min(1).readonly(), ...dated }).exactOptional(),
        /** how many languages it has, of one that is sought for many */
        languages: z.strictObject({ count: z.int().positive(), ...dated }).exactOptional(),
        source: line.exactOptional(),
        seenOn: date.exactOptional(),
      }),
    )
    .min(1)
    .readonly(),
})

export type KnownModelFamily = Readonly<z.infer<typeof family>>
/** One version of a base model, or several that share a license. */
export type KnownModel = Readonly<KnownModelFamily['versions'][number]>
