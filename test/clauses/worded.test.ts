import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { modality } from '../../src/knowledge/schemas/wordings.ts'
import { type ClauseWordings, frameOf, MODE_OF } from '../../src/knowledge/wording.ts'
import { findClauses } from '../../src/licenses/clauses/find.ts'
import { passagesOf } from '../../src/licenses/passages/index.ts'
import { saidIn } from '../../src/modality/said.ts'
import { kinds, knowledge } from './known.ts'
import { files } from './sentences.ts'

const root = new URL('../../knowledge/', import.meta.url)
const read = (path: string): unknown => parse(readFileSync(new URL(path, root), 'utf8'))
const namesIn = (folder: string) => readdirSync(new URL(folder, root)).sort()
const modalities = namesIn('modality/').map(name => modality.parse(read(`modality/${name}`)))
/** what is granted is no clause */
const isClause = ({ kind }: ClauseWordings): boolean => !kind.startsWith('grant.')
const { clauses } = knowledge

for (const file of files) {
  describe(`${file.kind} in ${file.language}`, () => {
    const all = { wordings: files.filter(one => one.kind === file.kind), modalities, clauses }
    for (const wording of file.wordings) {
      const alone = { wordings: [{ ...file, wordings: [wording] }], modalities }
      const { frame, words } = frameOf(wording)
      for (const example of wording.found) {
        const text = typeof example === 'string' ? example : example.text
        test(`“${words}” is needed by: ${text}`, () => {
          expect(passagesOf(text).some(passage => saidIn(passage, alone).has(file.kind))).toBe(true)
        })
        if (!isClause(file)) continue
        test(`finds: ${text}`, () => {
          const [clause, ...more] = findClauses(text, all)
          expect(more).toEqual([])
          if (clause === undefined) throw new Error('nothing is found')
          if (typeof example !== 'string') expect(clause.parameters).toEqual(example.with)
          if (typeof example === 'string' && wording.with) expect(clause.parameters).toMatchObject(wording.with)
          if (wording.as ?? frame !== 'says') expect(clause.mode).toBe(wording.as ?? MODE_OF[frame])
          const cited = text
            .split('\n')
            .slice(clause.line - 1, clause.endLine)
            .join('\n')
          expect(cited).toContain(clause.quote)
        })
      }
    }
    for (const text of file.left)
      test(`leaves: ${text}`, () => {
        if (isClause(file)) expect(findClauses(text, all)).toEqual([])
        else expect(passagesOf(text).some(passage => saidIn(passage, all).has(file.kind))).toBe(false)
      })
  })
}

test('asked for one kind alone, nothing is told of others', () => {
  const [one, other] = files.filter(({ language }) => language === 'en')
  const textOf = (file: ClauseWordings | undefined) => {
    const [found] = file?.wordings[0]?.found ?? []
    return typeof found === 'object' ? found.text : (found ?? '')
  }
  const passages = passagesOf(`${textOf(one)}\n\n${textOf(other)}`)
  const told = (only: string | undefined) => [
    ...new Set(passages.flatMap(passage => [...saidIn(passage, { wordings: files, modalities }, only).keys()])),
  ]
  const kinds = [one, other].map(file => file?.kind)
  expect(told(undefined)).toEqual(expect.arrayContaining(kinds))
  expect(told(one?.kind)).toEqual([one?.kind])
})

test('every kind has wordings in English', () => {
  const worded = files.filter(({ language }) => language === 'en').map(({ kind }) => kind)
  expect(kinds.map(({ id }) => id).filter(id => !worded.includes(id))).toEqual([])
})

test('no wording rests on who the licensor of its examples is', () => {
  const wordsOf = ({ lists, marks, unless, wordings }: ClauseWordings) => [
    ...Object.values({ ...lists, ...marks }).flat(),
    ...unless,
    ...wordings.flatMap(wording => [frameOf(wording).words, ...(wording.unless ?? [])]),
  ]
  const named = files.filter(file => wordsOf(file).some(words => /\b(?:heron|quay|larkspur|tidewater)\b/i.test(words)))
  expect(named.map(({ kind, language }) => `${kind}/${language}`)).toEqual([])
})
