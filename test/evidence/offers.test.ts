import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { clauseWordings, modality } from '../../src/knowledge/schemas/wordings.ts'
import type { ClauseWordings } from '../../src/knowledge/wording.ts'
import { passagesOf } from '../../src/licenses/passages/index.ts'
import { saidIn } from '../../src/modality/said.ts'

const root = new URL('../../knowledge/', import.meta.url)
const read = (path: string): unknown => parse(readFileSync(new URL(path, root), 'utf8'))
const modalities = readdirSync(new URL('modality/', root)).map(name => modality.parse(read(`modality/${name}`)))
const files: readonly ClauseWordings[] = ['offers', 'statements'].flatMap(folder =>
  readdirSync(new URL(`${folder}/`, root)).flatMap(kind =>
    readdirSync(new URL(`${folder}/${kind}/`, root)).map(name =>
      clauseWordings.parse(read(`${folder}/${kind}/${name}`)),
    ),
  ),
)
const says = (text: string, file: ClauseWordings) =>
  passagesOf(text).some(passage => saidIn(passage, { wordings: [file], modalities }).has(file.kind))

describe.each(files.map(file => [`${file.kind} in ${file.language}`, file] as const))('%s', (_, file) => {
  for (const wording of file.wordings)
    for (const example of wording.found) {
      const text = typeof example === 'string' ? example : example.text
      test(`finds: ${text}`, () => expect(says(text, { ...file, wordings: [wording] })).toBe(true))
    }
  for (const text of file.left) test(`leaves: ${text}`, () => expect(says(text, file)).toBe(false))
})
