import { describe, expect, it } from 'vitest'
import { decodeFingerprints, encodeFingerprints, fingerprint } from '../../../src/licenses/identity/index.ts'
import { KETTLE, LANTERN } from './lantern.ts'

const known = [
  fingerprint('lantern', LANTERN),
  fingerprint('kettle', KETTLE),
  fingerprint('quay', LANTERN.replace('town', 'village')),
  fingerprint('灯', '可以复制。'),
  fingerprint('short', 'One two.'),
]
const bytes = encodeFingerprints(known)

describe('shipped fingerprints', () => {
  it('are read back as they were', () => expect(decodeFingerprints(bytes)).toEqual(known))
  it('are read from the middle of a buffer', () => {
    const larger = new Uint8Array(bytes.length + 5)
    larger.set(bytes, 3)
    expect(decodeFingerprints(larger.subarray(3, 3 + bytes.length))).toEqual(known)
  })
  it('are the same bytes for the same texts', () => expect(encodeFingerprints(known)).toEqual(bytes))
  it('keep what texts have in common once', () => {
    const [alone, twice] = [[known[0]!], [known[0]!, known[2]!]].map(list => encodeFingerprints(list).length)
    expect(twice! - alone!).toBeLessThan(alone! / 2)
  })
  it('hold none of the words', () => {
    const text = new TextDecoder('latin1').decode(bytes).toLowerCase()
    const words = new Set(`${LANTERN} ${KETTLE}`.toLowerCase().match(/[a-z]{5,}/g))
    const names = ['lantern', 'kettle']
    expect([...words].filter(word => !names.includes(word) && text.includes(word))).toEqual([])
  })
  it.each(Array.from({ length: 40 }, (_, i) => Math.floor((bytes.length * i) / 40)))(
    'cut at byte %i are refused',
    size => {
      expect(() => decodeFingerprints(bytes.subarray(0, size))).toThrow(RangeError)
    },
  )
  it('of another form are refused with both numbers', () => {
    const other = bytes.slice()
    other[5] = 9
    expect(() => decodeFingerprints(other)).toThrow(/form 9; this unwash reads form 2/)
  })
  it('other bytes are refused', () => {
    expect(() => decodeFingerprints(new TextEncoder().encode('MIT License'))).toThrow('no license fingerprints')
  })
  it('a damaged byte is refused or gives other fingerprints, and nothing else is thrown', () => {
    for (let at = 0; at < bytes.length; at += 7) {
      const damaged = bytes.slice()
      damaged[at] = damaged[at]! ^ 0xff
      try {
        // the grams are read when they are asked for
        for (const { grams } of decodeFingerprints(damaged)) expect(grams).toBeInstanceOf(Uint32Array)
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError)
      }
    }
  })
})
