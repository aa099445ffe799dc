import * as z from 'zod'

/** What fields of knowledge files have in common. */

/** A line of text. */
export const line = z.string().trim().min(1).max(400)

/** Lines, none where a file leaves them out. */
export const lines = z.array(line).readonly().default([])

/** An ISO date. */
export const date = z.iso.date()

/** An id of a file. */
export const id = z.string().regex(/^[a-z0-9][a-z0-9.+-]*$/, 'an id is lower case: letters, digits, dots, hyphens')

/** Where a fact was read, when, and since when it applies. */
export const dated = {
  source: line,
  seenOn: date,
  effectiveFrom: date.exactOptional(),
  effectiveTo: date.exactOptional(),
}

/** A fact carries where it was read (repository@commit path, or a URL) and when. */
export type Dated = Readonly<z.infer<z.ZodObject<typeof dated>>>
