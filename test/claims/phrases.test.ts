import { describe, expect, test } from 'vitest'
import { findClaims } from '../../src/claims/find.ts'
import { readDocument } from '../../src/documents/index.ts'
import { knowledge } from '../knowledge/knowledge.ts'

const claimsIn = (text: string) =>
  findClaims(readDocument({ path: 'README.md', content: text, encoding: 'utf-8', truncated: false }), knowledge, {
    names: ['Wren', 'Heron', 'Hedgerow'],
    owners: ['hedgerow'],
  })

describe.each(knowledge.claims.map(language => [language.id, language] as const))('claims in %s', (_, language) => {
  test.each(language.found.map(one => [one.text, one] as const))('finds: %s', (text, { says, about }) => {
    const found = claimsIn(text)
    expect(found.map(claim => claim.tongue.language.id)).toEqual(found.map(() => language.id))
    expect([...new Set(found.map(claim => claim.says))].sort()).toEqual([...says].sort())
    expect([...new Set(found.flatMap(claim => claim.about))].sort()).toEqual([...about].sort())
  })

  test.each(language.leftAlone.map(one => [one.text, one.because] as const))('leaves alone: %s (%s)', text => {
    expect(claimsIn(text).map(({ says, words }) => ({ says, words }))).toEqual([])
  })
})
