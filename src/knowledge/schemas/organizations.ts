import * as z from 'zod'
import { dated, line } from './fields.ts'

/** `knowledge/organizations.yml`: accounts at hubs that are an organization's, and no person's. */
export const organizations = z.strictObject({
  ...dated,
  organizations: z
    .array(z.strictObject({ name: line, accounts: z.array(z.string().toLowerCase()).min(1).readonly() }))
    .readonly()
    .refine(list => {
      const accounts = list.flatMap(one => one.accounts)
      return new Set(accounts).size === accounts.length
    }, 'an account stands twice'),
})

/** An organization and its accounts, lower case. */
export type KnownOrganization = z.infer<typeof organizations>['organizations'][number]
