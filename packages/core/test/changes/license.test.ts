import { loadKnown } from '@unwash/library/known'
import { describe, expect, test } from 'vitest'
import { compareLicenses, parameterChanges } from '../../src/changes/license/compare.ts'
import { readLicenses } from '../../src/license.ts'
import { withCommas } from '../../src/text/digits.ts'

const known = await loadKnown()

function changes(before: string, after: string) {
  const read = (content: string) =>
    readLicenses({ asked: [{ path: 'LICENSE', content, as: 'legal' }], beside: [], unread: [] }, known).licenses
  return compareLicenses(read(before), read(after), known.knowledge).changes
}

const terms = (...sentences: readonly string[]) =>
  ['Harbor License', 'We grant you a license to use, copy, modify and distribute the model.', ...sentences].join('\n\n')

describe('what changed between two texts', () => {
  test('is nothing where both say the same', () => {
    const text = terms('You may not use the model in the European Union.')
    expect(changes(text, `${text}\n\n`)).toEqual([])
  })

  test('is the territory that grew, and where each says so', () => {
    const [change, ...others] = changes(
      terms('You may not use the model in the European Union.'),
      terms('You may not use the model in the European Union, the United Kingdom or South Korea.'),
    )
    expect(others).toEqual([])
    expect(change).toMatchObject({
      about: 'clause',
      id: 'geo.exclusion',
      how: 'changed',
      says: expect.stringContaining(
        'the excluded territory grew from European Union to European Union, United Kingdom and South Korea',
      ),
      before: [{ path: 'LICENSE', line: 5 }],
      after: [{ path: 'LICENSE', line: 5 }],
    })
  })

  test('is a clause that came, one that went, a grant that was lost, and the class', () => {
    const found = changes(
      'Harbor License\n\nWe grant you a license to use, copy, modify and distribute the model.\n\nIf you have more than 2 million monthly active users, you must request a license from us.',
      'Harbor License\n\nWe grant you a license to use and copy the model for non-commercial purposes only.',
    )
    expect(found.map(({ id, how }) => [id, how])).toEqual(
      expect.arrayContaining([
        ['class', 'changed'],
        ['scale.users', 'removed'],
        ['purpose.noncommercial', 'added'],
        ['distribute', 'removed'],
      ]),
    )
  })

  test('is what the definitions make of it', () => {
    const found = changes(
      'Harbor License\n\nWe grant you a license to use, copy, modify and distribute the model.',
      terms('You may not use the model in Japan.'),
    )
    expect(found.filter(({ about }) => about === 'definition').map(({ id }) => id)).toContain('osaid')
  })
})

describe('the parameters of a clause', () => {
  test.each([
    [
      { over: 7e8, metric: 'users' },
      { over: 1e6, metric: 'users' },
      'the cap fell from 700 million to 1 million users',
    ],
    [
      { over: 1e6, metric: 'users' },
      { over: 7e8, metric: 'users' },
      'the cap rose from 1 million to 700 million users',
    ],
    [{ over: 5, metric: 'seats' }, { over: 5, metric: 'GPUs' }, 'the cap is now 5 GPUs (it was 5 seats)'],
    [{}, { over: 5, metric: 'seats' }, 'the cap is now 5 seats (none was named)'],
    [{ over: 5, metric: 'seats' }, {}, 'no cap is named any more (it was 5 seats)'],
    [
      { territories: ['EU', 'GB'] },
      { territories: ['EU'] },
      'the excluded territory shrank from European Union and United Kingdom to European Union',
    ],
    [{ territories: ['JP'] }, { territories: ['EEA'] }, 'the excluded territory changed from Japan to EEA'],
    [{ affiliates: false }, { affiliates: true }, 'affiliates count too now'],
    [{ noticeDays: 30 }, { noticeDays: 10 }, 'the notice, in days, is now 10 (it was 30)'],
    [{ url: 'https://a.example' }, {}, 'the address of the policy is no longer https://a.example'],
  ])('%j, then %j', (before, after, says) => {
    expect(parameterChanges(before, after)).toEqual([says])
  })

  test('that are the same have not changed', () => {
    const same = { over: 1e6, metric: 'users', territories: ['EU'] }
    expect(parameterChanges(same, { ...same })).toEqual([])
  })
})

test.each([
  [0, '0'],
  [999, '999'],
  [1_000, '1,000'],
  [700_000_000, '700,000,000'],
  [1234.5, '1,234.5'],
])('%d with commas', (number, words) => expect(withCommas(number)).toBe(words))
