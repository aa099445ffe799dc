import { runnable } from '@unwash/core/report/adapters'
import type { Allowed } from '@unwash/core/report/report'
import { expect, test } from 'vitest'
import { verdictOn } from '../src/sections/use.ts'
import { inOneSentence } from '../src/sections/verdict.ts'

const row = (ask: string, answer: Allowed['answer'], says = ''): Allowed => ({
  use: ask,
  ask,
  answer,
  says,
  clause: null,
  clauses: [],
  doubts: [],
  cited: [{ path: 'LICENSE' }],
})
const LIMIT = 'up to 50M users'

test.each([
  [
    'a limit is said before all that it binds',
    [row('sell it', 'if', LIMIT), row('host it', 'if', LIMIT), row('share it', 'yes')],
    'You may share it. Up to 50M users you may sell it, and host it.',
  ],
  [
    'what binds one use more stands with it',
    [row('sell it', 'if', LIMIT), row('share it', 'if', `${LIMIT}; no sublicense`)],
    'Up to 50M users you may sell it, and share it (no sublicense).',
  ],
  [
    'another condition is said to be one',
    [row('use it for any purpose', 'if', 'some sectors are barred')],
    'You may use it for any other purpose, on a condition: some sectors are barred.',
  ],
  [
    'what is barred for some purposes is not barred for all',
    [row('sell it', 'no'), row('use it for any purpose', 'no')],
    'You may not sell it, or use it for every purpose.',
  ],
  [
    'what nothing permits is not told as if something forbade it',
    [row('sell it', 'no'), row('share it', 'no')].map(use => ({ ...use, cited: [{ looked: ['README.md'] }] })),
    'Nothing found here permits its use.',
  ],
])('%s', (_, rows, says) => {
  expect(inOneSentence(rows)).toBe(says)
})

test('of models that differ it is told how many are answered how', () => {
  const stated = { actions: ['commercial'], users: null, revenue: null, words: 'a business' }
  const of = (model: string, answer: Allowed['answer'], says = '') => ({ model, answer, says, cited: [] })
  const said = (models: readonly ReturnType<typeof of>[]) =>
    verdictOn({ stated, answer: 'no', says: 'non-commercial only', models: [...models], points: [], roles: [] })
      ?.map(span => (typeof span === 'string' ? span : span.text))
      .join('')
  const bars = of('Wren', 'no', 'non-commercial only')
  expect(said([of('Heron', 'yes'), of('Egret', 'yes'), of('Crane', 'yes'), bars])).toBe(
    'For a business: ✓ 3 of 4 models yes; ✗ Wren no, because non-commercial only',
  )
  expect(said([bars, { ...bars, model: 'Tern' }])).toBe(
    '✗ For a business: no, because non-commercial only (all 2 models)',
  )
})

test('an adapter without its base is no model that is counted', () => {
  const models = [{ name: 'wren-lora with its base' }, { name: 'wren-lora, the adapter alone', alone: true }]
  expect(runnable(models)).toEqual(models.slice(0, 1))
})
