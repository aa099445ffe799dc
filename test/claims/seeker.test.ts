import { expect, test } from 'vitest'
import { seekerOf } from '../../src/claims/tongue/seeker.ts'
import { endsWithin } from '../tiers.ts'

const pieces = ['open', 'pen', 'source', 'open source', '开源', 'ss', 'é']

test.each(['', 'open source', 'opensource', 'the pen is open', 'fully 开源 here', 'sssource', 'ope n sourc e', 'café'])(
  'finds in “%s” what looking for each piece finds',
  text => {
    const { seen, found } = seekerOf(pieces)(text)
    const wanted = pieces.flatMap((piece, at) => (text.includes(piece) ? [at] : []))
    expect([...found].sort((one, other) => one - other)).toEqual(wanted)
    expect([...seen].flatMap((one, at) => (one === 1 ? [at] : []))).toEqual(wanted)
  },
)

test('a million characters of near-matches take no longer than one pass', async () => {
  const seek = seekerOf(['aaaaaaaaab', 'aaaac', 'aab'])
  const pass = () => expect(seek('a'.repeat(1_000_000)).found).toEqual([])
  await endsWithin(2_000, pass)
})
