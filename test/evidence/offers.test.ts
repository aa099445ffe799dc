import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { passagesOf } from '../../src/documents/legal/index.ts'
import type { ClauseWordings } from '../../src/knowledge/schemas/wordings.ts'
import { clauseWordings, modality } from '../../src/knowledge/schemas/wordings.ts'
import { saidIn } from '../../src/modality/said.ts'
import { textOf } from '../clauses/sentences.ts'

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

test.each(files.map(file => [`${file.kind} in ${file.language}`, file] as const))(
  'every wording finds its examples, and none of what is to be left: %s',
  (_, file) => {
    const missed = file.wordings.flatMap(wording =>
      wording.found.map(textOf).filter(text => !says(text, { ...file, wordings: [wording] })),
    )
    expect({ missed, found: file.left.filter(text => says(text, file)) }).toEqual({ missed: [], found: [] })
  },
)
