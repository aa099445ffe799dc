import type { Prompt } from '../evidence/evidence.ts'
import { citeRaw } from '../licenses/given/recite.ts'
import type { Known } from '../licenses/known.ts'
import { readLicense } from '../licenses/read.ts'
import type { LicenseReading } from '../licenses/reading.ts'

/** a prompt of as many letters is a license, which is read as one; a shorter one is a request, read by its sentences */
const LICENSE_LENGTH = 1_200
/** and so is one of more sentences than a request has */
const REQUEST_SENTENCES = 40

/** The sentences of a prompt that is a request; null where it is a license. */
export function requestIn({ text }: Prompt): readonly string[] | null {
  const sentences = text.replace(/\s+/g, ' ').split(/(?<=[.!?])\s|(?<=[。！？；])/)
  return text.length >= LICENSE_LENGTH || sentences.length > REQUEST_SENTENCES ? null : sentences
}

/** Reads a prompt that is a license; it is cited on its lines of the file that it stands in. */
export function readPrompt(prompt: Prompt | null | undefined, known: Known): readonly LicenseReading[] {
  if (!prompt || requestIn(prompt) !== null) return []
  const { text, path, lines, at } = prompt
  const own = text.trimEnd().split('\n')
  return readLicense({ path, lines: own, from: 1, to: own.length, context: 'license' }, known).map(reading =>
    citeRaw(reading, lines, at),
  )
}
