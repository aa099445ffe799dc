import { describe, expect, test } from 'vitest'
import { known } from '../../../../test/judged.ts'
import { readLicense } from '../../src/licenses/read.ts'
import { spdx } from '../texts.ts'

const read = (text: string) => {
  const lines = text.split('\n')
  return readLicense({ path: 'LICENSE', lines, from: 1, to: lines.length, context: 'license' }, known)
}

describe('a text that is known by name, and that nobody has judged', () => {
  test.each(['SCEA', 'Community-Spec-1.0'])(
    '%s is not open where a second reader is sure that it takes something',
    id => expect(read(spdx(id)).map(({ license }) => license.class)).toEqual(['unknown']),
  )

  test.each(['Xfig', 'MIT-CMU', 'HPND-sell-variant'])('%s is open terms', id =>
    expect(read(spdx(id)).map(({ license }) => license.class)).toEqual(['open-model']),
  )
})

test('what is left of a restricted license is not open, whatever of it is missing', () => {
  const paragraphs = spdx('SSPL-1.0').split(/\n\s*\n/)
  const most = paragraphs.slice(0, Math.floor(paragraphs.length * 0.55)).join('\n\n')
  for (const { license } of read(`${spdx('MIT')}\n\n${most}\n`))
    expect(['open-source', 'unknown']).toContain(license.class)
  expect(read(`${spdx('MIT')}\n\n${most}\n`).some(({ license }) => license.class === 'unknown')).toBe(true)
})

test('letters that stand apart are no sentence that takes nothing', () => {
  const spaced = [...'Making money with the Software, directly or indirectly, is off limits.'].join(' ')
  const [reading] = read(`${spdx('MIT')}\n${spaced}\n`)
  expect(reading?.openness).not.toBe('open')
})
