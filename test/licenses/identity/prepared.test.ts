import { describe, expect, it } from 'vitest'
import { buildIndex, encodeIndex, fingerprint, identify } from '../../../src/licenses/identity/index.ts'
import { KETTLE, LANTERN } from './lantern.ts'

const known = [fingerprint('lantern', LANTERN), fingerprint('kettle', KETTLE), fingerprint('twin', KETTLE)]
const bytes = encodeIndex(buildIndex(known).index(), known)
const changed = LANTERN.replace('town', 'village')

describe('an index laid out by the build', () => {
  it('is taken as it is, and answers as one made anew', () => {
    const taken = buildIndex(known, () => bytes)
    expect(taken.index().numbers.buffer).toBe(bytes.buffer)
    expect(taken.index()).toEqual(buildIndex(known).index())
    const read = (catalog: typeof taken) => identify(changed, catalog, { context: 'license' })
    expect(read(taken)).toEqual(read(buildIndex(known)))
    expect(read(taken)).toMatchObject([{ kind: 'residue', names: ['lantern'] }])
  })
  it('is taken from the middle of a buffer', () => {
    const larger = new Uint8Array(bytes.length + 3)
    larger.set(bytes, 3)
    expect(buildIndex(known, () => larger.subarray(3)).index()).toEqual(buildIndex(known).index())
  })
  it.each([
    ['of other fingerprints', known.slice(1), bytes],
    ['in another order', [known[1]!, known[0]!, known[2]!], bytes],
    ['that is cut short', known, bytes.slice(0, -1)],
    ['of other bytes', known, new TextEncoder().encode('no index at all, but long enough to hold a head of one')],
    ['that is not there', known, null],
  ])('%s is made anew', (_, some, given) => {
    expect(buildIndex(some, () => given).index()).toEqual(buildIndex(some).index())
  })
  it('is not asked for by a text that is known as a whole', () => {
    let asked = 0
    const catalog = buildIndex(known, () => {
      asked++
      return bytes
    })
    expect(identify(LANTERN, catalog, { context: 'license' })[0]?.kind).toBe('exact')
    expect(asked).toBe(0)
    identify(changed, catalog, { context: 'license' })
    identify(changed, catalog, { context: 'license' })
    expect(asked).toBe(1)
  })
})
