import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256Of } from '../../src/text/sha256.ts'

test('the SHA-256 of a text is that of node:crypto, at every length', () => {
  const ofNode = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
  for (let length = 0; length < 200; length++) expect(sha256Of('é'.repeat(length))).toBe(ofNode('é'.repeat(length)))
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), text => {
      expect(sha256Of(text)).toBe(ofNode(text))
    }),
  )
})
