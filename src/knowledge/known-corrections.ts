import * as z from 'zod'
import { date, line, lines } from './fields.ts'

/** `knowledge/corrections/<publisher>--<name>.yml`: what a publisher replied to a report, and corrections of it. */
export interface KnownCorrections {
  /** publisher and name, as the release's place has them: `hedgerow/wren-1b` */
  readonly release: string
  /** other ids and addresses of the same release */
  readonly also: readonly string[]
  readonly entries: readonly KnownCorrection[]
}

/** One reply, or one correction that was asked for. */
export interface KnownCorrection {
  readonly says: string
  /** the day of the outcome, ISO */
  readonly date: string
  /**
   * `reply`: the publisher's words, nothing to decide · `upheld`: what the report said does not hold · `declined`: it
   * does, and why is told · `open`: not decided yet
   */
  readonly outcome: 'reply' | 'upheld' | 'declined' | 'open'
  /** the requirement, finding or words of a claim that it is about */
  readonly about: readonly string[]
  /** where it was asked for or answered */
  readonly source: string
}

/** The shape of a file of `knowledge/corrections`. */
export const knownCorrections: z.ZodType<KnownCorrections> = z.strictObject({
  release: line.regex(/^[A-Za-z0-9][\w.-]*\/[\w.-]+$/, 'a release is publisher/name'),
  also: lines,
  entries: z
    .array(
      z.strictObject({
        says: line,
        date,
        outcome: z.enum(['reply', 'upheld', 'declined', 'open']),
        about: lines,
        source: line,
      }),
    )
    .min(1)
    .readonly(),
})

/** The name of the file that holds the corrections of a release. */
export const correctionsFile = ({ release }: Pick<KnownCorrections, 'release'>): string =>
  release.toLowerCase().replace('/', '--')
