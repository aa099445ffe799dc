import { readFileSync } from 'node:fs'
import { loadKnown } from '@unwash/library/known'
import { describe, expect, test } from 'vitest'
import { readLicense } from '../../../src/licenses/read.ts'
import { clausesIn } from '../known.ts'
import { open, restricted } from './texts.ts'

const sentences = readFileSync(new URL('open.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter(line => line !== '' && !line.startsWith('#'))

const heavyIn = (text: string) =>
  clausesIn(text)
    .filter(({ weighs, mode, against }) => weighs !== 'harmless' && mode !== 'plea' && against.length > 0)
    .map(({ kind, quote }) => `${kind}: ${quote}`)

describe('Chinese versions of open licenses', () => {
  test('say nothing that weighs, sentence by sentence', () => {
    expect(sentences.length).toBeGreaterThan(500)
    expect(sentences.flatMap(heavyIn)).toEqual([])
  })
})

const restricting = readFileSync(new URL('restricting.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map(row => row.split('\t'))

test('Chinese sentences that restrict are found', () => {
  const missed = restricting.filter(
    ([kind, words = '']) => !clausesIn(words.replaceAll('\\n', '\n')).some(clause => clause.kind === kind),
  )
  expect(missed).toEqual([])
})

const known = await loadKnown()
const read = (content: string) => {
  const lines = content.split('\n')
  return readLicense({ path: 'LICENSE', lines, from: 1, to: lines.length, context: 'license' }, known)
}

describe('a whole text in Chinese that nobody knows', () => {
  for (const [name, content] of Object.entries(open))
    test(`is not restricted in the shape of ${name}`, () => {
      expect(heavyIn(content)).toEqual([])
      const readings = read(content)
      expect(readings).toHaveLength(1)
      expect(readings[0]?.bars).toEqual([])
      expect(readings[0]?.openness).not.toBe('restricted')
      expect(['unknown', 'open-source', 'open-model']).toContain(readings[0]?.license.class)
    })

  for (const [name, content] of Object.entries(restricted))
    test(`is restricted where a sentence restricts: ${name}`, () => {
      expect(read(content).map(({ openness }) => openness)).toEqual(['restricted'])
    })
})
