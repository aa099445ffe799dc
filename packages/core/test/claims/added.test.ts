import { describe, expect, test } from 'vitest'
import { reportWith } from '../../../../test/judged.ts'
import { spdx } from '../texts.ts'

const LARGE = 'any product that has more than 50 million monthly active users'
/** an open text with a condition above a size, and with one that bars */
const WITH_DISPLAY = `Modified MIT License\n\n${spdx('MIT')}\nIf the Software is used in ${LARGE}, you shall prominently display "Heron" on its user interface.\n`
const WITHOUT_COMMERCE = `${spdx('MIT')}\nThe Software shall not be used for commercial purposes.\n`
const BELOW_A_SIZE = `HERON LICENSE\n\nYou may use, copy, modify and distribute the Model for any purpose, including commercial purposes. If the products of the licensee have more than 50 million monthly active users, you must request a license from Hedgerow, and you may not use the Model before it is granted.\n`

const claimOn = (license: string, says: string) => {
  const report = reportWith({ 'README.md': `# Heron\n\n${says}\n`, 'heron.safetensors': '', LICENSE: license })
  const [claim] = report.claims
  return { ...claim, told: claim?.because.map(id => report.findings.find(one => one.id === id)) ?? [] }
}

describe('a named license with terms added to it', () => {
  test.each([
    ['Heron is released under the MIT license.'],
    ['The weights of Heron are licensed under the MIT License.'],
  ])('goes too far by its name alone, with the clause that was added and its place: %s', says => {
    const { check, strength, holds, told, suggestion } = claimOn(WITH_DISPLAY, says)
    expect({ check, strength }).toEqual({ check: 'contradicted', strength: 'scope' })
    expect(told.map(one => one?.says).join('\n')).toMatch(/monthly-active-user threshold/)
    expect(told[0]?.cited[0]).toMatchObject({ path: 'LICENSE', quote: expect.stringContaining('50 million') })
    expect(holds).toMatch(/^true with a condition: /)
    expect(suggestion).toMatch(/^heron-7b: .+ (?:changed terms|Modified MIT License)\.$/)
  })

  test('is contradicted where what was added bars', () => {
    expect(claimOn(WITHOUT_COMMERCE, 'Heron is released under the MIT license.')).toMatchObject({
      check: 'contradicted',
      strength: 'flat',
    })
  })

  test('is told where the sentence says that it was modified', () => {
    expect(claimOn(WITH_DISPLAY, 'Heron is released under the Modified MIT License.').check).toBe('supported')
  })

  test('is as it says where nothing was added', () => {
    expect(claimOn(spdx('MIT'), 'Heron is released under the MIT license.').check).toBe('supported')
  })

  test('of the code is not contradicted by a text that may be of the weights', () => {
    expect(claimOn(WITHOUT_COMMERCE, 'The code of Heron is released under the MIT license.').check).not.toBe(
      'contradicted',
    )
  })
})

describe('a license that has no other name than its file', () => {
  test('is the one that the sentence links', () => {
    const says = 'The weights of Heron are subject to [the Model License](LICENSE).'
    expect(claimOn(BELOW_A_SIZE, says)).toMatchObject({ kind: 'named-license', check: 'supported' })
  })
})

describe('commerce up to a size', () => {
  test('is less than free for commercial use', () => {
    const { check, strength, holds } = claimOn(BELOW_A_SIZE, 'Heron is free for commercial use.')
    expect({ check, strength }).toEqual({ check: 'contradicted', strength: 'scope' })
    expect(holds).toMatch(/50 million monthly active users/)
  })

  test('is free where no clause limits it', () => {
    expect(claimOn(spdx('Apache-2.0'), 'Heron is free for commercial use.').check).toBe('supported')
  })
})

describe('no restrictions', () => {
  const says = 'Heron can be used without restrictions.'
  test.each([
    ['holds of an open text', spdx('MIT'), 'supported', null],
    ['goes too far where a display is asked for', WITH_DISPLAY, 'contradicted', 'scope'],
    ['is contradicted where use is limited', WITHOUT_COMMERCE, 'contradicted', 'flat'],
  ])('%s', (_, license, check, strength) => {
    expect(claimOn(license, says)).toMatchObject({ kind: 'unrestricted', check, strength })
  })

  test('are not claimed by the words of lawyers', () => {
    const legal = 'Output of Heron may be subject to other terms, including, without limitation, licenses of others.'
    expect(claimOn(spdx('MIT'), legal).kind).toBeUndefined()
  })
})

describe('fully open', () => {
  test.each([
    'Heron is fully open source under the MIT License.',
    'Heron is a fully open model under the MIT License.',
  ])('means data and code too, whatever license is named: %s', says => {
    const report = reportWith({
      'README.md': `# Heron\n\n${says} It was trained on a mix of public data.\n`,
      'heron.safetensors': '',
      LICENSE: spdx('MIT'),
    })
    expect(report.claims.find(({ kind }) => kind === 'fully-open')).toMatchObject({
      check: 'contradicted',
      strength: 'scope',
      holds: expect.stringContaining('not given: training data and training code'),
    })
  })
})

describe('somebody else’s place', () => {
  test('is described by the words of a link to it, its license too', () => {
    const says = 'A [GPL-licensed fork](https://github.com/mudflat/plover) of it has a script.'
    expect(claimOn(WITHOUT_COMMERCE, says).kind).toBeUndefined()
  })
})
