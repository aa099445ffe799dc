import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { passagesOf } from '../../src/documents/legal/index.ts'
import type { ClauseWordings } from '../../src/knowledge/schemas/wordings.ts'
import { clauseWordings } from '../../src/knowledge/schemas/wordings.ts'
import { saidIn, type Worded } from '../../src/modality/said.ts'
import { textOf } from '../clauses/sentences.ts'
import { worded } from '../wordings/worded.ts'

const root = new URL('../../../../knowledge/', import.meta.url)
const read = (path: string): unknown => parse(readFileSync(new URL(path, root), 'utf8'))
const files: readonly ClauseWordings[] = ['offers', 'statements'].flatMap(folder =>
  readdirSync(new URL(`${folder}/`, root)).flatMap(kind =>
    readdirSync(new URL(`${folder}/${kind}/`, root)).map(name =>
      clauseWordings.parse(read(`${folder}/${kind}/${name}`)),
    ),
  ),
)
const says = (text: string, kind: string, by: Worded) => passagesOf(text).some(passage => saidIn(passage, by).has(kind))

test.each(files.map(file => [`${file.kind} in ${file.language}`, file] as const))(
  'every wording finds its examples, and none of what is to be left: %s',
  (_, file) => {
    const all = worded(file)
    const missed = file.wordings.flatMap(({ found }, at) => {
      const alone = all.wordings.map(one => ({ ...one, wordings: one.wordings.slice(at, at + 1) }))
      return found.map(textOf).filter(text => !says(text, file.kind, { ...all, wordings: alone }))
    })
    expect({ missed, found: file.left.filter(text => says(text, file.kind, all)) }).toEqual({ missed: [], found: [] })
  },
)
