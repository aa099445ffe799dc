import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import { passagesOf } from '../../src/documents/legal/index.ts'
import type { ClauseWording, ClauseWordings } from '../../src/knowledge/schemas/wordings.ts'
import { frameOf, MODE_OF } from '../../src/knowledge/wording.ts'
import { type ClauseKnowledge, findClauses } from '../../src/licenses/clauses/find.ts'
import { saidIn, type Worded } from '../../src/modality/said.ts'
import { worded } from '../wordings/worded.ts'
import { kinds, knowledge } from './known.ts'
import { type Example, files, textOf } from './sentences.ts'

/** what is granted is no clause */
const isClause = ({ kind }: ClauseWordings): boolean => !kind.startsWith('grant.')
const { clauses } = knowledge

/** What of an example is not so, of the clause that the wordings of its file find. */
function wrong(example: Example, wording: ClauseWording, all: ClauseKnowledge): string | null {
  const text = textOf(example)
  const [clause, ...more] = findClauses(text, all)
  if (clause === undefined) return 'is not found'
  if (more.length > 0) return 'is found more than once'
  const { frame } = frameOf(wording)
  const { with: parameters = {} } = typeof example === 'string' ? wording : example
  const read = typeof example === 'string' ? { ...clause.parameters, ...parameters } : parameters
  if (!isDeepStrictEqual(clause.parameters, read)) return `says ${JSON.stringify(clause.parameters)}`
  const mode = wording.as ?? MODE_OF[frame]
  if (clause.mode !== mode && (wording.as || frame !== 'says')) return `is a ${clause.mode}, and no ${mode}`
  const cited = text
    .split('\n')
    .slice(clause.line - 1, clause.endLine)
    .join('\n')
  return cited.includes(clause.quote) ? null : 'is quoted from another line'
}

describe('every wording is needed by its examples, and finds nothing that is to be left, of', () => {
  test.each(files.map(file => [`${file.kind} in ${file.language}`, file] as const))('%s', (_, file) => {
    const all = { ...worded(...files.filter(one => one.kind === file.kind)), clauses }
    const isSaid = (text: string, by: Worded) => passagesOf(text).some(passage => saidIn(passage, by).has(file.kind))
    const own = all.wordings.filter(({ language }) => language === file.language)
    const failed = file.wordings.flatMap((wording, at) => {
      const alone = {
        ...all,
        wordings: own.map(one => ({ ...one, wordings: one.wordings.slice(at, at + 1) })),
      }
      return wording.found.flatMap(example => {
        const text = textOf(example)
        if (!isSaid(text, alone)) return [`is not found by “${frameOf(wording).words}” alone: ${text}`]
        const why = isClause(file) ? wrong(example, wording, all) : null
        return why === null ? [] : [`${why}: ${text}`]
      })
    })
    const found = (text: string) => (isClause(file) ? findClauses(text, all).length > 0 : isSaid(text, all))
    expect([...failed, ...file.left.filter(found).map(text => `is found: ${text}`)]).toEqual([])
  })
})

test('asked for one kind alone, nothing is told of others', () => {
  const [one, other] = files.filter(({ language }) => language === 'en')
  const firstOf = (file: ClauseWordings | undefined) => textOf(file?.wordings[0]?.found[0] ?? '')
  const passages = passagesOf(`${firstOf(one)}\n\n${firstOf(other)}`)
  const told = (only: string | undefined) => [
    ...new Set(passages.flatMap(passage => [...saidIn(passage, knowledge, only).keys()])),
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
