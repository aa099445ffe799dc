import * as z from 'zod'
import { TERMS } from '../report/vocabulary.ts'
import { line } from './schemas/fields.ts'

/** `knowledge/policies.yml`: policies for common cases, as a policy file would write them. */
export const policies = z.strictObject({
  policies: z
    .array(
      z.strictObject({
        id: line,
        name: line,
        says: line.describe('what passes it'),
        require: z.enum(TERMS).exactOptional(),
        rules: z.array(z.strictObject({ id: line, deny: line, says: line, instead: line.exactOptional() })).readonly(),
      }),
    )
    .readonly(),
})
