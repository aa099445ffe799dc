import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { type Budget, lowered, measured, overdrawn } from '../scripts/budget.mjs'
import { add, folderWith } from './release.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

test('no room has more to read than its number in budget.json (npm run budget tells them all)', () => {
  const budget: Budget = JSON.parse(readFileSync(join(root, 'budget.json'), 'utf8'))
  expect(overdrawn(budget, measured(root))).toEqual([])
})

const house = folderWith({})
const put = (path: string, text: string) => add(house, { [path]: text })
put('src/pond/heron.ts', 'wade\nstand\n')
put('src/loose.ts', 'a')
put('scripts/reeds.mjs', 'b')
put('knowledge/licenses/marsh.yml', 'sourced')
put('knowledge/words/en.yml', 'c')
put('knowledge/words/made.bin', 'generated')

const before = measured(house)
const numbers = lowered({ sum: 0, rooms: Object.fromEntries([...before].map(([room]) => [room, 1e6])) }, before)

test('rooms are folders and loose files; facts with sources and what is generated are not counted', () => {
  expect([...before.keys()]).toEqual(['src/.', 'src/pond', 'knowledge/words', 'scripts'])
  expect(before.get('src/.')).toBe(before.get('knowledge/words'))
  expect(overdrawn(numbers, before)).toEqual([])
})

test('lines ended in the way of another system count the same', () => {
  put('src/pond/heron.ts', 'wade\r\nstand\r\n')
  expect(measured(house)).toEqual(before)
})

test('a room may be a fiftieth above its number, and all rooms a thousandth', () => {
  const even = (bytes: number): Budget => ({ sum: 2 * bytes, rooms: { 'src/pond': bytes, 'src/lake': bytes } })
  const now = (pond: number, lake: number) => new Map(Object.entries({ 'src/pond': pond, 'src/lake': lake }))
  expect(overdrawn(even(10_000), now(10_200, 9_820))).toEqual([])
  expect(overdrawn(even(10_000), now(10_201, 9_700))).toEqual([expect.stringMatching(/^src\/pond is 201 bytes above/)])
  expect(overdrawn(even(10_000), now(10_100, 9_921))).toEqual([expect.stringMatching(/^All rooms are 21 bytes above/)])
})

test('a room above its number is told, by how much, and what to do', () => {
  put('src/pond/egret.ts', 'stalk')
  const more = (measured(house).get('src/pond') ?? 0) - (before.get('src/pond') ?? 0)
  expect(overdrawn(numbers, measured(house))).toEqual([
    `src/pond is ${more} bytes above its number in budget.json: make it smaller, or raise the number and lower another by as much in the same commit.`,
    `All rooms are ${more} bytes above the sum of budget.json: make something smaller.`,
  ])
  const raised = { ...numbers, rooms: { ...numbers.rooms, 'src/pond': (numbers.rooms['src/pond'] ?? 0) + more } }
  expect(overdrawn(raised, measured(house))).toEqual([expect.stringContaining('the sum may only be lowered')])
})

test('a new room needs a number, and one that is gone gives its number back', () => {
  const { 'src/pond': _, ...others } = numbers.rooms
  const moved = { ...numbers, rooms: { ...others, 'src/lake': numbers.rooms['src/pond'] ?? 0 } }
  expect(overdrawn(moved, before)).toEqual([
    expect.stringMatching(/^src\/pond has no number/),
    expect.stringMatching(/^src\/lake is gone/),
  ])
})
