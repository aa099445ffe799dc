import { readFileSync } from 'node:fs'
import type { CompiledKnowledge, SpdxLicense } from '@unwash/core/knowledge/knowledge'
import { assembleParts, partOf } from '@unwash/core/knowledge/parts'
import { readLicenses } from '@unwash/core/license'
import { loadKnown } from '@unwash/library/known'
import { describe, expect, test } from 'vitest'
import { examplesOf, files } from '../../core/test/clauses/sentences.ts'

const whole: CompiledKnowledge = built('knowledge.json')
const spdx: readonly SpdxLicense[] = built('spdx.json')
const known = await loadKnown()
const patterns = () => readFileSync(new URL('../../../dist/data/patterns.bin', import.meta.url))

/** sentences of a kind that are read by both */
const OF_A_KIND = 3

/** What the build wrote. */
function built<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../../dist/data/${name}`, import.meta.url), 'utf8'))
}

describe('a part of the knowledge', () => {
  test('is enough to read any license, and gives the same', () => {
    const part = { ...known, knowledge: assembleParts([partOf(whole, 'licenses')], spdx, patterns) }
    const examples = files
      .filter(({ language }) => language === 'en')
      .map(file =>
        examplesOf(file)
          .slice(0, OF_A_KIND)
          .map(({ text }) => text)
          .join('\n\n'),
      )
    expect(examples.length).toBeGreaterThan(60)
    const texts = [...examples, 'Licensed under the Apache License 2.0.', '---\nlicense: mit\n---\n# Heron\n\nMIT.']
    for (const [at, content] of texts.entries()) {
      const asked = [{ path: `text-${at}`, content, as: 'legal' as const }]
      const given = { asked, beside: [], unread: [] }
      expect(readLicenses(given, part)).toEqual(readLicenses(given, known))
    }
  })

  test('that was not sent is not taken for empty', () => {
    const knowledge = assembleParts([partOf(whole, 'licenses')], spdx, patterns)
    expect(() => knowledge.models).toThrow('the knowledge of models was not sent')
  })
})
