import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { isZip, unzipped } from '../../src/client/worker/zip.ts'

const blob = (bytes: Uint8Array) => new Blob([new Uint8Array(bytes)])
const zip = (files: Readonly<Record<string, string | Uint8Array>>) =>
  zipSync(
    Object.fromEntries(Object.entries(files).map(([name, of]) => [name, typeof of === 'string' ? strToU8(of) : of])),
  )

describe('a zip', () => {
  test('gives its files; of what is too large to be a text its size alone', async () => {
    const archive = blob(zip({ 'wren/LICENSE': 'MIT', 'wren/model.bin': new Uint8Array(2 * 1024 * 1024), 'wren/': '' }))
    expect(await isZip(archive)).toBe(true)
    const entries = await unzipped('wren.zip', archive)
    expect(entries.map(({ path, size }) => [path, size])).toEqual([
      ['wren/LICENSE', 3],
      ['wren/model.bin', 2 * 1024 * 1024],
    ])
    expect(await Promise.all(entries.map(({ content }) => (content as Blob).text()))).toEqual(['MIT', ''])
  })

  test('with names that lead out, or deeper than any release, gives none of them', async () => {
    const deep = `${'a/'.repeat(40)}LICENSE`
    const entries = await unzipped(
      'x.zip',
      blob(zip({ '../LICENSE': 'a', 'a/../../b': 'b', [deep]: 'c', LICENSE: 'd' })),
    )
    expect(entries.map(({ path }) => path)).toEqual(['LICENSE'])
  })

  test('that is cut, empty, or lies about itself is told of in one sentence', async () => {
    const whole = zip({ LICENSE: 'You may use this. '.repeat(500) })
    const says = (bytes: Uint8Array) => unzipped('bad.zip', blob(bytes)).catch((error: Error) => error.message)
    expect(await says(whole.subarray(0, 90))).toMatch(/^bad\.zip is a zip that cannot be read: [^.]+$/)
    expect(await says(zip({}))).toBe('nothing is in bad.zip')
    const lies = new Uint8Array(whole)
    // the size that the list at its end tells, which is that of nothing
    const list = new DataView(lies.buffer)
    const at = whole.findIndex((_, i) => whole[i] === 80 && whole[i + 1] === 75 && whole[i + 2] === 1)
    list.setUint32(at + 24, 4, true)
    const found = await unzipped('bad.zip', blob(lies)).catch(() => [])
    for (const { content } of found) expect((content as Blob).size).toBeLessThanOrEqual(4)
  })

  test('that unpacks to more than a release has texts is refused before it is unpacked', async () => {
    const million = new Uint8Array(1024 * 1024)
    const bomb = zip(Object.fromEntries(Array.from({ length: 70 }, (_, at) => [`${at}.txt`, million])))
    expect(bomb.length).toBeLessThan(200_000)
    await expect(unzipped('bomb.zip', blob(bomb))).rejects.toThrow('larger together than those of any release')
  })

  test('is told from other files by its first bytes', async () => {
    expect(await isZip(blob(strToU8('PKs are keys')))).toBe(false)
    expect(await isZip(blob(new Uint8Array()))).toBe(false)
  })
})
