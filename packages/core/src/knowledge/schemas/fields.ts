import * as z from 'zod'

/** What fields of knowledge files have in common. */

/** A line of text. */
export const line = z.string().trim().min(1).max(400)

/** Lines, none where a file leaves them out. */
export const lines = z.array(line).readonly().default([])

/** A wording or a sentence of terms, which may be long. */
export const phrase = z.string().trim().min(1).max(2_500)

/** Such words, at least one. */
export const phrases = z.array(phrase).min(1).readonly()

/** Such words, none where a file leaves them out. */
export const anyPhrases = z.array(phrase).readonly().default([])

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

/** Where the words of a language were read, and when. */
export const seen = { source: phrase, seenOn: date }

/** A fact carries where it was read (repository@commit path, or a URL) and when. */
export type Dated = Readonly<z.infer<z.ZodObject<typeof dated>>>
