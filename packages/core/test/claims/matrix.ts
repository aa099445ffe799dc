import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import * as z from 'zod'

const texts = z.array(z.string())

/** `matrix/<language>.yml`: claims of subjects in frames; of two forms the second is of many things. */
const Matrix = z.strictObject({
  subjects: z.record(z.string(), z.strictObject({ subject: z.string(), object: z.string(), number: z.string() })),
  claims: z.record(z.string(), texts),
  forms: z.record(z.string(), texts),
  said: texts,
  unsaid: texts,
  released: texts,
  unreleased: texts,
})

/** A sentence, and what is claimed of what in it; null where nothing is. */
export interface Cell {
  readonly text: string
  readonly says: string | null
  readonly about: string
}

/** Every claim of every subject in every frame of a language. */
export function cellsOf(language: string): readonly Cell[] {
  const path = join(import.meta.dirname, 'matrix', `${language}.yml`)
  const { subjects, claims, forms, said, unsaid, released, unreleased } = Matrix.parse(
    parse(readFileSync(path, 'utf8')),
  )
  return Object.entries(subjects).flatMap(([about, { subject, object, number }]) => {
    const form = (words: readonly string[]) => (number === 'many' ? (words[1] ?? words[0]) : words[0]) ?? ''
    const fill = (frame: string, claim: string) => {
      const words: Record<string, string> = { subject, object, claim }
      for (const [name, list] of Object.entries(forms)) words[name] = form(list)
      return frame.replace(/\{(\w)(\w*)\}/g, (_, first: string, rest: string) => {
        const word = words[first.toLowerCase() + rest] ?? `{${first}${rest}}`
        return first === first.toLowerCase() ? word : word.charAt(0).toUpperCase() + word.slice(1)
      })
    }
    return [
      ...Object.entries(claims).flatMap(([says, words]) => [
        ...said.map(frame => ({ text: fill(frame, form(words)), says, about })),
        ...unsaid.map(frame => ({ text: fill(frame, form(words)), says: null, about })),
      ]),
      ...released.map(frame => ({ text: fill(frame, ''), says: 'open-source', about })),
      ...unreleased.map(frame => ({ text: fill(frame, ''), says: null, about })),
    ]
  })
}
