import * as z from 'zod'

/** longer than any name, address or description of a real form */
const LONGEST = 2_000
const text = z.string().max(LONGEST)
/** versions and names are at times written without quotes and read as numbers */
const scalar = z.union([text, z.number().transform(String)])
const filled = scalar.refine(value => value.trim() !== '', 'is empty')
const license = z.object({ name: text.nullish(), path: text.nullish() })
/** an empty map is written as an empty list by some programs */
const none = z.array(z.never()).transform(() => ({}))

/**
 * The form that the Model Openness Tool exports and imports (`mof_schema.json`): of every file, what unwash reads.
 * Other keys may stand beside; a component without `license` inherits, one with `unlicensed` has none.
 */
export const MotForm = z.object({
  framework: z.object({
    name: z.literal('Model Openness Framework', 'is not "Model Openness Framework"'),
    version: filled,
    date: filled,
  }),
  release: z.object({
    name: filled,
    producer: scalar,
    license: z.union([
      z.object({
        distribution: license.nullish(),
        code: license.nullish(),
        data: license.nullish(),
        document: license.nullish(),
      }),
      none,
    ]),
    components: z
      .array(
        z.object({
          name: filled,
          license: text.optional(),
          license_path: text.nullish(),
          component_path: text.nullish(),
        }),
      )
      // one entry for each of the framework's components
      .max(17, 'has more than 17 components'),
  }),
})
/** A form that holds. */
export type MotForm = z.infer<typeof MotForm>
