import * as z from 'zod'
import { date, line, lines } from './fields.ts'

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
         * `reply`: the publisher's words, nothing to decide · `upheld`: what the report said does not hold · `declined`:
         * it does, and why is told · `open`: not decided yet
         */
        outcome: z.enum(['reply', 'upheld', 'declined', 'open']),
        /** the requirement, finding or words of a claim that it is about */
        about: lines,
        /** where it was asked for or answered */
        source: line,
      }),
    )
    .min(1)
    .readonly(),
})

export type KnownCorrections = Readonly<z.infer<typeof knownCorrections>>

/** The name of the file that holds the corrections of a release. */
export const correctionsFile = ({ release }: Pick<KnownCorrections, 'release'>): string =>
  release.toLowerCase().replace('/', '--')
