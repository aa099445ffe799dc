import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { clausesIn, kinds } from './known.ts'

/**
 * One thing said in many ways: in the words of lawyers, in plain speech and in Chinese, and sentences that only sound
 * like it. A row is a kind, whether it is found or left alone, the words, and parameters that must be read.
 */
const rows = readFileSync(new URL('wordings.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map(row => row.split('\t'))

describe.each(kinds.map(({ id }) => id))('%s', id => {
  const own = rows.filter(([kind]) => kind === id)

  test('is found in other words', () => {
    const found = own.filter(([, reads]) => reads === 'found')
    expect(found.length).toBeGreaterThan(0)
    for (const [, , words = '', parameters = ''] of found) {
      const clause = clausesIn(words.replaceAll('\\n', '\n')).find(({ kind }) => kind === id)
      expect(clause, words).toBeDefined()
      if (parameters !== '') expect(clause?.parameters, words).toMatchObject(JSON.parse(parameters))
    }
  })

  const left = own.filter(([, reads]) => reads === 'left')
  if (left.length > 0)
    test('is not found where it only sounds like it', () => {
      for (const [, , words = ''] of left)
        expect(
          clausesIn(words.replaceAll('\\n', '\n')).map(({ kind }) => kind),
          words,
        ).not.toContain(id)
    })
})
