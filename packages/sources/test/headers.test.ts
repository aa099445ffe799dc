import { HEADER_BYTES } from '@unwash/core/release/limits'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gguf as ggufFormat } from '../src/headers/gguf.ts'
import { headerFormat, readHeader, safetensors as safetensorsFormat } from '../src/headers/index.ts'
import { gguf, safetensors, u32, u64 } from './fixture.ts'

/** Reads as a source does, and counts what was read. */
async function readBytes(path: string, bytes: Uint8Array, size = bytes.length) {
  const format = headerFormat(path)
  if (format === undefined) throw new Error('no format')
  let most = 0
  const reading = await readHeader(format, path, size, async asked => {
    most = Math.max(most, asked)
    return bytes.subarray(0, asked)
  })
  return { reading, most }
}

describe('the safetensors header', () => {
  const tensors = {
    __metadata__: { format: 'pt', license: 'invented-1.0' },
    a: { dtype: 'BF16', shape: [10, 20], data_offsets: [0, 400] },
    ids: { dtype: 'I64', shape: [4], data_offsets: [400, 432] },
  }

  test('tells metadata, tensors and parameters, and reads not a byte of the weights', async () => {
    const bytes = safetensors(tensors, 432)
    const { reading, most } = await readBytes('m.safetensors', bytes)
    expect(reading).toEqual({
      is: 'read',
      header: {
        path: 'm.safetensors',
        format: 'safetensors',
        metadata: { format: 'pt', license: 'invented-1.0' },
        tensors: 2,
        parameters: 200,
      },
    })
    expect(most).toBe(bytes.length - 432)
  })

  test('does not count parameters that may be packed several to an integer', async () => {
    const packed = { w: { dtype: 'I32', shape: [100], data_offsets: [0, 400] } }
    const { reading } = await readBytes('m.safetensors', safetensors(packed, 400))
    expect(reading).toMatchObject({ header: { tensors: 1, parameters: null } })
  })

  test('says when the weights behind a whole header are cut off', async () => {
    const { reading } = await readBytes('m.safetensors', safetensors(tensors, 100))
    expect(reading).toMatchObject({ is: 'read', trouble: expect.stringContaining('cut off') })
  })

  test.each([
    ['nothing', new Uint8Array(), 'too short'],
    ['less than a length', new Uint8Array(5), 'too short'],
    ['a header cut off', safetensors(tensors).subarray(0, 60), 'cut off'],
    ['a length no header has', Buffer.concat([u64(2n ** 60n), Buffer.alloc(50)]), 'claims'],
    ['words for JSON', safetensors('no json here'), 'not a JSON object'],
    ['a list for an object', safetensors('[1, 2]'), 'not a JSON object'],
    ['a tensor without a shape', safetensors({ a: { dtype: 'F32' } }), 'does not describe'],
    ['a shape below zero', safetensors({ a: { dtype: 'F32', shape: [-1] } }), 'does not describe'],
    ['lists in lists without end', safetensors('['.repeat(200_000)), 'not a JSON object'],
  ])('is broken: %s', async (_, bytes, trouble) => {
    expect((await readBytes('m.safetensors', bytes)).reading).toMatchObject({
      is: 'broken',
      trouble: expect.stringContaining(trouble),
    })
  })

  test('of more than 8 MB is not read', async () => {
    const { reading, most } = await readBytes('m.safetensors', u64(HEADER_BYTES + 1), 10 ** 9)
    expect(reading).toMatchObject({ is: 'broken', trouble: expect.stringContaining('too long') })
    expect(most).toBe(8)
  })

  test('keeps a key called __proto__ a key', async () => {
    const header = '{"__metadata__": {"__proto__": "x"}, "a": {"dtype": "F32", "shape": []}}'
    const { reading } = await readBytes('m.safetensors', safetensors(header))
    if (reading.is !== 'read') throw new Error('not read')
    expect(Object.entries(reading.header.metadata)).toEqual([['__proto__', 'x']])
    expect(reading.header.parameters).toBe(1)
  })
})

describe('the GGUF header', () => {
  const keys = {
    'general.license': 'invented-1.0',
    'general.base_model.0.repo_url': 'https://host.example/org/base',
    'general.quantization_version': 2,
    'general.tags': { of: 'string', items: ['chat', 'code'] },
    'tokenizer.ggml.tokens': { of: 'string', items: Array.from({ length: 300 }, (_, i) => `tok${i}`) },
  } as const

  test('tells strings, short lists, tensors and parameters', async () => {
    const { reading } = await readBytes('m.gguf', gguf(keys, [[10, 20], [5]]))
    expect(reading).toEqual({
      is: 'read',
      header: {
        path: 'm.gguf',
        format: 'gguf',
        metadata: {
          'general.license': 'invented-1.0',
          'general.base_model.0.repo_url': 'https://host.example/org/base',
          'general.tags': 'chat, code',
        },
        tensors: 2,
        parameters: 205,
      },
    })
  })

  test('of a file with large weights is read in steps, not to the end', async () => {
    const { reading, most } = await readBytes('m.gguf', Buffer.concat([gguf(keys, [[2]]), Buffer.alloc(4_000_000)]))
    expect(reading).toMatchObject({ is: 'read', header: { parameters: 2 } })
    expect(most).toBe(64 * 1024)
  })

  test('with a vocabulary beyond what is read still tells what came before it', async () => {
    const items = Array.from({ length: 90 }, () => 'x'.repeat(100_000))
    const bytes = gguf({ 'general.license': 'invented-1.0', tokens: { of: 'string', items } }, [[2]])
    const { reading, most } = await readBytes('m.gguf', bytes)
    expect(reading).toMatchObject({
      is: 'read',
      header: { metadata: { 'general.license': 'invented-1.0' }, parameters: null },
    })
    expect(most).toBe(HEADER_BYTES)
  })

  test('of version 1 has short counts', async () => {
    const key = Buffer.concat([u32(15), Buffer.from('general.license'), u32(8), u32(3), Buffer.from('x-1')])
    const { reading } = await readBytes('m.gguf', Buffer.concat([Buffer.from('GGUF'), u32(1), u32(0), u32(1), key]))
    expect(reading).toMatchObject({ is: 'read', header: { metadata: { 'general.license': 'x-1' }, tensors: 0 } })
  })

  test('is read with the big end first', async () => {
    const be = (value: number, bytes: number) => Buffer.from(value.toString(16).padStart(bytes * 2, '0'), 'hex')
    const key = [be(1, 8), Buffer.from('k'), be(8, 4), be(2, 8), Buffer.from('ok')]
    const { reading } = await readBytes(
      'm.gguf',
      Buffer.concat([Buffer.from('GGUF'), be(3, 4), be(0, 8), be(1, 8), ...key]),
    )
    expect(reading).toMatchObject({ is: 'read', header: { metadata: { k: 'ok' } } })
  })

  const start = (tensors: number | bigint, count: number | bigint) =>
    Buffer.concat([Buffer.from('GGUF'), u32(3), u64(tensors), u64(count)])
  const array = (inner: number, length: bigint) => ({ raw: Buffer.concat([u32(9), u32(inner), u64(length)]) })
  test.each([
    ['nothing', Buffer.alloc(0), 'cut off'],
    ['another format', Buffer.from('GGML and something'), 'does not begin'],
    ['a version to come', Buffer.concat([Buffer.from('GGUF'), u32(99), Buffer.alloc(40)]), 'version'],
    ['a header cut off', gguf(keys).subarray(0, 100), 'cut off'],
    ['more keys than any file', start(0, 2n ** 62n), 'claims'],
    ['more tensors than any file', start(2n ** 62n, 0), 'claims'],
    ['keys that are not there', start(0, 60_000), 'cut off'],
    ['a value of no type', gguf({ k: { raw: u32(77) } }), 'no known type'],
    ['a list of more strings than bytes', gguf({ k: array(8, 2n ** 63n) }), 'cut off'],
    ['a list of more numbers than bytes', gguf({ k: array(4, 2n ** 63n) }), 'cut off'],
    [
      'lists in lists in lists',
      gguf({ k: { raw: Buffer.concat([u32(9), ...Array.from({ length: 9 }, () => [u32(9), u64(1)]).flat()]) } }),
      'no known type',
    ],
    [
      'a tensor of 900 dimensions',
      Buffer.concat([start(1, 0), u64(1), Buffer.from('t'), u32(900), Buffer.alloc(9000)]),
      'no real shape',
    ],
  ])('is broken: %s', async (_, bytes, trouble) => {
    expect((await readBytes('m.gguf', bytes)).reading).toMatchObject({
      is: 'broken',
      trouble: expect.stringContaining(trouble),
    })
  })
})

describe('any bytes', () => {
  const kinds = fc.constantFrom(
    [
      safetensorsFormat,
      safetensors({ __metadata__: { a: 'b' }, t: { dtype: 'F32', shape: [2], data_offsets: [0, 8] } }, 8),
    ] as const,
    [ggufFormat, gguf({ a: 'b', c: 3, d: { of: 'string', items: ['e'] } }, [[2, 3]])] as const,
  )

  test('end in an answer, never in an exception', async () => {
    const changes = fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(kinds, changes, fc.nat(200), async ([{ format }, valid], changed, length) => {
        const bytes = Uint8Array.from(valid)
        for (const [at, value] of changed) if (at < bytes.length) bytes[at] = value
        const { reading } = await readBytes(`m.${format}`, bytes.subarray(0, length))
        expect(['read', 'broken']).toContain(reading.is)
      }),
      { numRuns: 600 },
    )
    await fc.assert(
      fc.asyncProperty(kinds, fc.uint8Array({ maxLength: 300 }), async ([{ format }], bytes) => {
        expect(['read', 'broken']).toContain((await readBytes(`m.${format}`, bytes)).reading.is)
      }),
    )
  })
})
