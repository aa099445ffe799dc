import * as z from 'zod'
import { HOST_KINDS } from '../report/vocabulary.ts'
import { dated, line } from './schemas/fields.ts'

/** `knowledge/hosts.yml`: where models, data, code and papers are kept, told by an address. */

const host = z
  .strictObject({
    kind: z.enum(HOST_KINDS),
    host: z
      .string()
      .regex(/^[a-z0-9][a-z0-9.-]*\.(?:[a-z]{2,}|\*)$/, 'a host is lower case, with at most a star at its end')
      .exactOptional(),
    scheme: z
      .string()
      .regex(/^[a-z][a-z0-9]*$/)
      .exactOptional(),
    path: z
      .string()
      .regex(/^(?:\/[\w.-]+)*(?:\/\{owner\}(?:\/\{name\})?)?$/, 'a path is parts, then {owner}/{name}')
      .exactOptional(),
  })
  .refine(({ host, scheme }) => (host === undefined) !== (scheme === undefined), 'has a host, or a scheme')

/** The file of hosts. */
export const hosts = z.strictObject({
  ...dated,
  pages: z.array(line).readonly(),
  accounts: z.array(line).min(1).readonly(),
  hosts: z.array(host).min(1).readonly(),
  copied: z
    .array(z.string().regex(/^[a-z0-9-]+\*?$/, 'a folder is lower case, with at most a star at its end'))
    .readonly(),
  views: z.record(z.string(), z.string().startsWith('/').includes('{revision}').includes('{path}')).readonly(),
})
export type Hosts = z.infer<typeof hosts>
