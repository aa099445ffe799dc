import * as z from 'zod'
import { dated } from './schemas/fields.ts'

/** `knowledge/legal-files.yml`: which files of a release hold legal terms, and which programs are read. */

const lower = z
  .string()
  .min(1)
  .refine(word => word === word.toLowerCase(), 'names are compared in lower case')
const some = z.array(lower).min(1).readonly()
const phrases = z.array(lower.regex(/^\S+(?: \S+)*$/, 'words have one space between them')).readonly()
/** no signs that mean something else in a pattern */
const plain = z
  .array(lower.regex(/^[\w-]+$/))
  .min(1)
  .readonly()

/** The file of names of legal files. */
export const legalFiles = z.strictObject({
  ...dated,
  letters: some,
  words: some,
  phrases,
  weakLetters: some,
  weak: some,
  companions: some,
  unlike: phrases,
  others: phrases,
  roles: z.strictObject({ notice: phrases, policy: phrases, outputTerms: phrases }),
  silent: some,
  texts: some,
  documents: some,
  pages: some,
  settings: some,
  checks: some,
  otherwise: some,
  aside: some,
  vendored: some,
  collections: some,
  binds: z.strictObject({ folders: some, manuals: some, cards: some, limits: some }),
  headers: some,
  programs: z.strictObject({
    trains: z
      .array(lower.regex(/^[\w-]+\*?$/))
      .min(1)
      .readonly(),
    trainsNot: plain,
    settings: plain,
    tries: plain,
    fetches: plain,
    notebooks: plain,
  }),
})
export type LegalFiles = z.infer<typeof legalFiles>
