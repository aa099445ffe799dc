import * as z from 'zod'
import { LICENSE_CLASSES, MODES } from '../../report/vocabulary.ts'
import { dated, id, line, lines } from './fields.ts'

/** short enough to identify a text without being a copy of it */
const phrase = line.refine(words => words.split(/\s+/).length <= 12, 'a phrase has at most 12 words')

/** `knowledge/licenses/<id>.yml`: what is known of one license, in our own words. */
export const license = z.strictObject({
  id,
  name: line,
  publisher: line.nullable().default(null),
  /** SPDX ids of this text; several where twins (GPL -only, -or-later) or ports are one license to us */
  spdx: lines,
  /** an SPDX LicenseRef where there is no SPDX id */
  reference: z
    .string()
    .regex(/^LicenseRef-[A-Za-z0-9.-]+$/)
    .nullable()
    .default(null),
  /** Hugging Face license identifiers */
  huggingFace: lines,
  /**
   * titles and everyday spellings that name the license wherever they stand; compared without case, spaces and
   * punctuation
   */
  names: lines,
  /**
   * short names that prose uses for other things too (a `license_name`, a bare word): in prose only beside a word such
   * as "license"
   */
  aliases: lines,
  /** beginnings of URLs where the text is published; compared without scheme and `www.` */
  links: z
    .array(line.regex(/^(?!https?:|www\.)\S+$/, 'a link has no scheme, no www. and no spaces'))
    .readonly()
    .default([]),
  class: z.enum(LICENSE_CLASSES),
  osiApproved: z.boolean().default(false),
  /** by its SPDX ids, see `knowledge/fsf.yml`; a family without one says so itself */
  fsfFree: z.boolean().default(false),
  /** a family tag or version-less name: which text is meant is not known from the id alone */
  family: z.boolean().default(false),
  /** how much of the text was read by a person */
  read: z.enum(['full', 'partial', 'memory', 'known']),
  ...dated,
  /** names of fingerprints (see `fingerprints.bin`) that are this license's text */
  fingerprints: lines,
  /** policies it incorporates, by fingerprint name or URL */
  policies: lines,
  clauses: z
    .array(
      z.strictObject({
        kind: line,
        mode: z.enum(MODES),
        section: line,
        phrase,
        parameters: z.record(z.string(), z.unknown()).exactOptional(),
      }),
    )
    .readonly()
    .default([]),
  obligations: z
    .array(z.strictObject({ when: line, do: line, section: line }))
    .readonly()
    .default([]),
  /** what this version changed against an earlier one */
  changes: z
    .array(z.strictObject({ since: line, what: line }))
    .readonly()
    .default([]),
})

/** What is known of a license, and what other files of knowledge say of it. */
export type KnownLicense = Readonly<z.infer<typeof license>> & {
  /** on the dated list of open terms for weights and data that OSI has not approved */
  readonly conformant: boolean
}
