import { readdirSync, readFileSync } from 'node:fs'
import { parseKnowledge } from '@unwash/knowledge/build/parse'
import type { ClauseWording, ClauseWordings } from '../../src/knowledge/schemas/wordings.ts'
import { clauseWordings } from '../../src/knowledge/schemas/wordings.ts'
import { frameOf, MODE_OF } from '../../src/knowledge/wording.ts'
import type { Mode } from '../../src/report/vocabulary.ts'

const folder = new URL('../../../../knowledge/wordings/', import.meta.url)

/** Every file of wordings as it is written, with the sentences that the build leaves out. */
export const files: readonly ClauseWordings[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.yml'))
  .sort()
  .map(name => parseKnowledge(`wordings/${name}`, readFileSync(new URL(name, folder), 'utf8'), clauseWordings))

/** A sentence that a wording finds, perhaps with what is read in it. */
export type Example = ClauseWording['found'][number]

export const textOf = (example: Example): string => (typeof example === 'string' ? example : example.text)

/** The sentences that the wordings of a file find. */
export const examplesOf = ({ wordings }: ClauseWordings): readonly { readonly text: string; readonly mode: Mode }[] =>
  wordings.flatMap(wording => {
    const mode = wording.as ?? MODE_OF[frameOf(wording).frame]
    return wording.found.map(example => ({ text: textOf(example), mode }))
  })

/** These, and those that they leave. */
export const sentencesOf = (file: ClauseWordings): readonly string[] => [
  ...examplesOf(file).map(({ text }) => text),
  ...file.left,
]
