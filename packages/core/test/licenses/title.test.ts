import { expect, test } from 'vitest'
import { reportWith } from '../../../../test/judged.ts'
import { spdx } from '../texts.ts'

const changed = `${spdx('MIT').replace(/^.*MIT License.*\n+/, '')}\nYou may not use the Software for commercial purposes.\n`
const called = (title: string) => reportWith({ LICENSE: `${title}\n\n${changed}` }).licenses[0]

test('a text that is like a known one is called by its own title', () => {
  expect(called('Heron Marsh License Agreement')).toMatchObject({
    id: null,
    name: 'Heron Marsh License Agreement',
    match: { kind: 'residue', nearest: 'mit' },
  })
})

test('and by the known name, where its title has no word of its own or is a sentence', () => {
  for (const title of [
    'The MIT License (MIT)',
    'License Terms',
    'The heron software is licensed as follows under a license',
  ])
    expect(called(title)?.name).toBe('MIT License with changed terms')
})
