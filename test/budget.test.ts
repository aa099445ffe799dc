import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { type Budget, lowered, measured, overdrawn } from '../scripts/budget.mjs'
import { add, folderWith } from './release.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

test('there is no more to read than budget.json says (npm run budget tells every number)', () => {
  const budget: Budget = JSON.parse(readFileSync(join(root, 'budget.json'), 'utf8'))
  expect(overdrawn(budget, measured(root))).toEqual([])
})

const house = folderWith({})
const put = (path: string, text: string) => add(house, { [path]: text })
put('packages/pond/src/heron/wade.ts', 'const legs = 2\nexport const stand = (on: number) => on\n')
put('packages/pond/src/reeds.ts', "import { stand } from './heron/wade.ts'\n\nif (stand(1) > 0 || stand(2)) stand(3)\n")
put('packages/pond/test/heron.test.ts', 'test()\n')
const before = measured(house)

test('rooms are folders and loose files of packages, without tests', () => {
  expect(before.rooms).toEqual({ 'pond/heron': 2, 'pond/.': 3 })
  expect(before).toMatchObject({ lines: 5, files: 2, branches: 400, short: 0 })
  expect(overdrawn(before, before)).toEqual([])
})

test('lines ended in the way of another system count the same', () => {
  put('packages/pond/src/heron/wade.ts', 'const legs = 2\r\nexport const stand = (on: number) => on\r\n')
  expect(measured(house)).toEqual(before)
})

test('a short function that one place calls is counted', () => {
  put('packages/pond/src/reeds.ts', "import { stand } from './heron/wade.ts'\n\nif (1 > 0 || 2) stand(3)\n")
  expect(measured(house).short).toBe(1)
})

test('a room may be a fiftieth above its number while another is below, and the sum never', () => {
  const of = (pond: number, lake: number): Budget => ({
    ...{ files: 1, branches: 1, short: 1 },
    lines: pond + lake,
    rooms: { 'pond/.': pond, 'lake/.': lake },
  })
  expect(overdrawn(of(1000, 1000), of(1020, 980))).toEqual([])
  expect(overdrawn(of(1000, 1000), of(1021, 979))).toEqual([expect.stringMatching(/^pond\/\. is 21 lines above/)])
  expect(overdrawn(of(1000, 1000), of(1001, 1000))).toEqual([
    'There are 2001 lines, and 2000 in budget.json, which only falls.',
  ])
  const more = { ...of(1000, 1000), files: 2, branches: 2, short: 2 }
  expect(overdrawn(of(1000, 1000), more)).toHaveLength(3)
  expect(lowered(more, of(900, 1001))).toEqual({ ...of(900, 1000), lines: 1900 })
})

test('a new room needs a number, one that is gone gives its number back, and the sum is that of the rooms', () => {
  const moved = { ...before, rooms: { 'pond/egret': 2, 'pond/.': 4 } }
  expect(overdrawn(moved, before)).toEqual([
    expect.stringMatching(/^pond\/heron has no number/),
    expect.stringMatching(/^pond\/egret is gone/),
    'The rooms of budget.json come to 6 lines, and its sum is 5.',
  ])
})
