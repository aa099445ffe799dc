import type { Prompt } from '../evidence/evidence.ts'
import type { Known } from '../licenses/known.ts'
import { readLicense } from '../licenses/read.ts'
import type { LicenseReading } from '../licenses/reading.ts'
import type { Citation } from '../report.ts'

/** a prompt of as many letters is a license, which is read as one; a shorter one is a request, read by its sentences */
const LICENSE_LENGTH = 1_200
/** and so is one of more sentences than a request has */
const REQUEST_SENTENCES = 40

/** The sentences of a prompt that is a request; null where it is a license. */
export function requestIn({ text }: Prompt): readonly string[] | null {
  const sentences = text.replace(/\s+/g, ' ').split(/(?<=[.!?])\s|(?<=[。！？；])/)
  return text.length >= LICENSE_LENGTH || sentences.length > REQUEST_SENTENCES ? null : sentences
}

/** Reads a prompt that is a license. */
export function readPrompt(prompt: Prompt | null | undefined, known: Known): readonly LicenseReading[] {
  if (!prompt || requestIn(prompt) !== null) return []
  const { text, path, lines, line, endLine } = prompt
  const own = text.trimEnd().split('\n')
  const first = lines.findIndex((_, at) => at >= line - 1 && own.every((words, on) => isLine(words, lines[at + on])))
  if (first >= 0 && first < endLine)
    return readLicense({ path, lines, from: first + 1, to: first + own.length, context: 'license' }, known)
  // in quotes, or folded, its lines are not those of the file: all of it is cited at its key
  return readLicense({ path, lines: own, from: 1, to: own.length, context: 'license' }, known).map(reading =>
    citedAt(reading, { path, line, endLine, quote: (lines[line - 1] ?? '').slice(0, 200) }),
  )
}

const isLine = (words: string, line: string | undefined) => line?.trim() === words.trim()

/** A reading all of which is cited at one place. */
function citedAt(reading: LicenseReading, place: Citation & { line: number; endLine: number }): LicenseReading {
  const { license } = reading
  const { line, endLine } = place
  const at = <One extends object>(all: readonly One[]) => all.map(one => ({ ...one, cited: [place] as [Citation] }))
  return {
    ...reading,
    license: {
      ...license,
      cited: [place],
      clauses: at(license.clauses),
      ...(license.defects ? { defects: at(license.defects) } : {}),
      ...(license.selfLabels ? { selfLabels: at(license.selfLabels) } : {}),
      ...(license.parts ? { parts: license.parts.map(part => ({ ...part, line, endLine })) } : {}),
      match: { ...license.match, residue: license.match.residue.map(one => ({ ...one, line, endLine })) },
    },
    bars: at(reading.bars),
    asks: at(reading.asks),
  }
}
