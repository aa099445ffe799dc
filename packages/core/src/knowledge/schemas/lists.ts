import * as z from 'zod'
import { Reading } from '../../report/question.ts'
import { TERMS } from '../../report/vocabulary.ts'
import { date, dated, id, line, lines } from './fields.ts'

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

/**
 * `knowledge/directories.yml`: beginnings of addresses, without scheme and `www.`, that end in a license's SPDX or
 * Hugging Face id.
 */
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

/** A public library that runs models: its `imports` are words by which a card names it, its license is an SPDX id. */
export type PublicLibrary = Readonly<z.infer<typeof libraries>['libraries'][number]>

/** `knowledge/glossary.yml`: words of reports that nothing else in knowledge explains. */
const word = z.strictObject({
  word: line,
  also: lines.describe('other words for it'),
  means: line,
  see: lines.describe('what can be explained too'),
})

/** The shape of the file. */
export const glossary = z.array(word).min(1).readonly()
export type GlossaryWord = Readonly<z.infer<typeof word>>

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

/** `knowledge/corrections/<publisher>--<name>.yml`: what a publisher replied to a report, and corrections of it. */
export const knownCorrections = z.strictObject({
  release: line.regex(/^[A-Za-z0-9][\w.-]*\/[\w.-]+$/, 'a release is publisher/name'),
  /** other ids and addresses of the same release */
  also: lines,
  entries: z
    .array(
      z.strictObject({
        says: line,
        date,
        /**
         * `reply`: the publisher's words, nothing to decide · `upheld`: what the report said does not hold ·
         * `declined`:
         * it does, and why is told · `open`: not decided yet
         */
        outcome: z.enum(['reply', 'upheld', 'declined', 'open']),
        /** the requirement, finding or words of a claim that it is about */
        about: lines,
        /** where it was asked for or answered */
        source: line,
        /** what a person read, where it answers a question: it counts in every report of the release */
        readings: z.array(Reading).readonly().default([]),
      }),
    )
    .min(1)
    .readonly(),
})

export type KnownCorrections = Readonly<z.infer<typeof knownCorrections>>

/** The name of the file that holds the corrections of a release. */
export const correctionsFile = ({ release }: Pick<KnownCorrections, 'release'>): string =>
  release.toLowerCase().replace('/', '--')

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
