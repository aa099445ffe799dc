import { describe, expect, test } from 'vitest'

const script = (name: string) => import(new URL(`../../scripts/learn/statements/${name}.mjs`, import.meta.url).href)

interface Row {
  dir: string
  commit: string
  file: string
  line: string
  mark: string
  about: string
  says: string
  sure: string
}
const { labelledIn, markOf } = await script('labels')
const rows: Row[] = labelledIn()

describe('the labelled sentences', () => {
  test('each stand somewhere, and are of something', () => {
    const odd = rows.filter(
      ({ dir, commit, file, line, mark, about, says, sure }) =>
        !/^(?:github|hf)\/[\w.-]+__[\w.-]+$/.test(dir) ||
        !/^(?:[\da-f]{12}|-)$/.test(commit) ||
        file === '' ||
        !/^\d+$/.test(line) ||
        !/^[\da-f]{2}$/.test(mark) ||
        !/^[MCTDXASOU]$/.test(about) ||
        !says.split(';').every(one => one === 'N' || /^[LRPGFBK]:./.test(one)) ||
        !/^[01]$/.test(sure),
    )
    expect(odd).toEqual([])
  })

  test('are in the order of their places, and read twice at most', () => {
    const places = rows.map(({ dir, commit, file, line, mark }) => [dir, commit, file, line, mark].join(' '))
    const times = new Map<string, number>()
    for (const place of places) times.set(place, (times.get(place) ?? 0) + 1)
    expect([...times].filter(([, count]) => count > 2)).toEqual([])
    const releases = rows.map(({ dir, commit }) => `${dir} ${commit}`).filter((one, at, all) => one !== all[at - 1])
    expect(new Set(releases).size).toBe(releases.length)
  })

  test('have no words: two digits tell those of a line apart', () => {
    expect(markOf('Released under the MIT License.')).toBe(markOf('released under the **MIT** license'))
    expect(markOf('Released under the MIT License.')).not.toBe(markOf('Released under the Apache License.'))
    expect(rows.every(row => !('sentence' in row))).toBe(true)
  })
})
