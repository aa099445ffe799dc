import * as z from 'zod'

/** longer than any name, address or description of a real form */
const LONGEST = 2_000
const text = z.string().max(LONGEST)
/** versions and names are at times written without quotes and read as numbers */
const scalar = z.union([text, z.number().transform(String)])
const filled = scalar.refine(value => value.trim() !== '', 'is empty')
/** a misspelled key would be a license left out: nothing unknown stands where licenses do */
const license = z.strictObject({ name: text.nullish(), path: text.nullish() })
/** an empty map is written as an empty list by some programs */
const emptied = (value: unknown) => (Array.isArray(value) && value.length === 0 ? {} : value)

/**
 * The form that the Model Openness Tool exports and imports (`mof_schema.json`): of every file, what unwash reads.
 * Other keys may stand beside those of the release; a component without `license` inherits, one with `unlicensed` has
 * none.
 */
export const MotForm = z.object({
  framework: z.object({
    name: z.literal('Model Openness Framework', 'is not "Model Openness Framework"'),
    version: filled.refine(
      version => /^1(?:\.0){0,2}$/.test(version.trim()),
      'is not 1.0, the edition that is read here,',
    ),
    date: filled,
  }),
  release: z.object({
    name: filled,
    producer: scalar,
    license: z.preprocess(
      emptied,
      z.strictObject({
        distribution: license.nullish(),
        code: license.nullish(),
        data: license.nullish(),
        document: license.nullish(),
      }),
    ),
    components: z
      .array(
        z.strictObject({
          name: filled,
          description: text.nullish(),
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
