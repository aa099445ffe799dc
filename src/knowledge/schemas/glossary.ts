import * as z from 'zod'
import { line, lines } from './fields.ts'

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
