import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { judge } from '../../../src/judge.ts'
import { loadKnown } from '../../../src/known.ts'
import { namesOf } from '../../../src/reports/names.ts'
import { canvasOf } from '../../../src/web/server/card/canvas.ts'
import { cardOf } from '../../../src/web/server/card/index.ts'
import { releaseOf } from '../../release.ts'
import { HERON } from './served.ts'

const square = (from: number, to: number) =>
  [['M', from, from], ['L', to, from], ['L', to, to], ['L', from, to], ['Z']] as const

describe('a canvas', () => {
  test('covers the pixels inside of an outline whole, and those at its edge in part', () => {
    const canvas = canvasOf(4, 4)
    canvas.fill(square(0.5, 3), 0, 0, 1)
    const of = (part: number) => Math.round(part * 255)
    expect([...canvas.shades()]).toEqual(
      [
        [0.25, 0.5, 0.5, 0],
        [0.5, 1, 1, 0],
        [0.5, 1, 1, 0],
        [0, 0, 0, 0],
      ].flatMap(row => row.map(of)),
    )
  })

  test('leaves a hole where an outline runs the other way, and ends at its own edge', () => {
    const canvas = canvasOf(6, 6)
    const hole = [['M', 2, 2], ['L', 2, 4], ['L', 4, 4], ['L', 4, 2], ['Z']] as const
    canvas.fill([...square(0, 9), ...hole], 0, 0, 1)
    expect(canvas.shades()[0]).toBe(255)
    expect(canvas.shades()[3 * 6 + 3]).toBe(0)
    expect(canvas.shades()[35]).toBe(255)
  })
})

describe('the preview picture of a release', async () => {
  const known = await loadKnown()
  const names = namesOf(known.knowledge)
  const report = (name: string) => judge(releaseOf({ name, files: HERON }), known, '2026-11-24')

  test('is a PNG of 1200 by 630 with something on it, also for names that no font has', async () => {
    for (const name of ['marsh/heron', '沼/鷺'.repeat(60), `<script>${'x'.repeat(4_000)}`]) {
      const png = await cardOf(report(name), names)
      expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630])
      const at = png.indexOf('IDAT')
      const rows = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)))
      expect(rows.length).toBe(1201 * 630)
      expect(rows.filter(shade => shade > 200).length).toBeGreaterThan(5_000)
    }
  })
})
