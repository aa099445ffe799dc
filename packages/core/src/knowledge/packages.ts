import * as z from 'zod'
import { dated, line } from './schemas/fields.ts'

/** `knowledge/packages.yml`: files by which a package says under which license its code is. */
export const packages = z.strictObject({
  ...dated,
  packages: z
    .array(
      z.strictObject({
        name: line.toLowerCase(),
        form: z.enum(['toml', 'ini', 'python', 'json', 'yaml']),
        names: z.array(line).min(1).readonly(),
        files: z.array(line).readonly(),
        ofData: z.strictObject({ key: line, value: line }).exactOptional(),
      }),
    )
    .min(1)
    .readonly(),
})

/** A file of a package, as its name says: how it is written, and where in it a license stands. */
export type PackageFile = Readonly<z.infer<typeof packages>['packages'][number]>
