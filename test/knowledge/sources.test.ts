import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { isSourced } from '../../src/knowledge/sourced.ts'
import { placeOf } from '../../src/reports/words/places.ts'

/** Every `source` in a value, however deep. */
function sourcesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(sourcesIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inside]) =>
    key === 'source' && typeof inside === 'string' ? [inside] : sourcesIn(inside),
  )
}

const sources = readdirSync('knowledge', { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.yml'))
  .flatMap(path => sourcesIn(parse(readFileSync(join('knowledge', path), 'utf8'))))

test('the README says how many facts have a source, and how many were written down from memory', () => {
  const unsourced = sources.filter(source => !isSourced(source)).length
  expect(sources.length).toBeGreaterThan(1_000)
  expect(readFileSync('README.md', 'utf8'), 'write the new numbers into README.md by hand').toContain(
    `of ${sources.length} sources in \`knowledge/\` ${unsourced} are memory`,
  )
})

test('a fact without a source that was opened is cited as that', () => {
  const fact = { fact: 'the license of a model', seenOn: '2026-11-24' }
  expect(placeOf({ ...fact, source: 'https://hub.example/x' })).toBe('https://hub.example/x, seen 2026-11-24')
  expect(placeOf({ ...fact, source: 'the model cards, from memory' })).toBe(
    'known to unwash since 2026-11-24, without a source that was opened',
  )
})
