import { describe, expect, test } from 'vitest'
import { says } from '../../../../../test/judged.ts'

const card = (front: string) => `---\n${front}\n---\n\n# Heron\n`

describe("the card's metadata", () => {
  test.each([
    ['names a license', 'license: apache-2.0', ['all: apache-2.0']],
    ['names it in another spelling', 'licence: Apache 2.0', ['all: apache-2.0']],
    ['names several', 'license:\n  - mit\n  - cc-by-nc-4.0', ['all: mit', 'all: cc-by-nc-4.0']],
    ['names a license that nobody knows', 'license: fern-1.0', ['all: fern-1.0']],
    ['says "other" and names a known one', 'license: other\nlicense_name: llama2', ['all: llama2']],
    [
      'says "other" and leads to a file',
      'license: other\nlicense_name: quay\nlicense_link: LICENSE-MODEL',
      ['all: LICENSE-MODEL'],
    ],
    [
      'says "other" and leads to a known address',
      'license: other\nlicense_link: https://creativecommons.org/licenses/by-nc/4.0/',
      ['all: cc-by-nc-4.0'],
    ],
    [
      'says "other" and leads elsewhere',
      'license: other\nlicense_link: https://marsh.example/t',
      ['all: https://marsh.example/t'],
    ],
    ['says "other" and no more', 'license: other', ['all: other']],
    ['says that it does not know', 'license: unknown', []],
    ['joins two', 'license: MIT AND CC-BY-NC-4.0', ['all: mit AND cc-by-nc-4.0']],
  ])('%s', (_, front, states) => {
    expect(says(card(front))).toEqual(states)
  })

  test('that names a license with words added names no license that is known', () => {
    expect(says(card('license: MIT with restrictions'))).toEqual(['all: MIT with restrictions'])
  })
})
