import * as z from 'zod'
import { dated, id, line } from './fields.ts'

/** `knowledge/conformant.yml`: the dated list of open terms for weights and data where OSI publishes none. */
export const conformant = z.strictObject({
  ...dated,
  licenses: z
    .array(z.strictObject({ license: id, because: line }))
    .min(1)
    .readonly(),
})

/** `knowledge/fsf.yml`: the licenses that the Free Software Foundation counts as free, by SPDX id. */
export const freeSoftware = z.strictObject({ ...dated, free: z.array(line).min(1).readonly() })

/** `knowledge/directories.yml`: beginnings of addresses, without scheme and `www.`, that end in a license's SPDX or Hugging Face id. */
export const directories = z.array(z.strictObject({ address: line })).readonly()

/** `knowledge/libraries.yml`: public libraries that run models, and the license each comes under. */
export const libraries = z.strictObject({
  ...dated,
  libraries: z
    .array(z.strictObject({ name: line, imports: z.array(line.toLowerCase()).min(1).readonly(), license: line }))
    .min(1)
    .readonly(),
})

const madeFor = z.strictObject({ approved: z.boolean(), licenses: z.array(line).min(1).readonly() })

/** `knowledge/mof.yml`: what the Model Openness Framework and its tool make of licenses, by SPDX id. */
export const mof = z.strictObject({
  ...dated,
  /** ids that the tool counts as open, spelled as it compares them */
  toolOpen: z.array(line).min(1).readonly(),
  /** open licenses made for each type of component */
  appropriate: z.strictObject({ code: madeFor, data: madeFor, document: madeFor }),
})

export type OpennessTypes = Readonly<z.infer<typeof mof>>
/** A public library that runs models: its `imports` are words by which a card names it, its license is an SPDX id. */
export type PublicLibrary = Readonly<z.infer<typeof libraries>['libraries'][number]>
