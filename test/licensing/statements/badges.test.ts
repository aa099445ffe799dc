import { describe, expect, test } from 'vitest'
import { says, statementsOf, WEIGHTS } from '../judged.ts'

const shield = (label: string, message: string) => `https://img.shields.io/badge/${label}-${message}-blue.svg`

describe('a license badge', () => {
  test('speaks of the whole', () => {
    expect(says(`[![License](${shield('License', 'MIT')})](LICENSE)\n`)).toEqual(['all: mit'])
  })

  test('for code and one for the model lead to a file each', () => {
    expect(
      says(
        `[![Code License](${shield('Code%20License', 'Apache_2.0')})](LICENSE)\n[![Model License](${shield('Model_License', 'Model_Agreement')})](LICENSE-MODEL)\n`,
      ),
    ).toEqual(['code: apache-2.0 in LICENSE', 'weights: LICENSE-MODEL'])
  })

  test('for data is about data', () => {
    expect(says(`![Data License](${shield('Data%20License', 'CC%20By%20NC%204.0')})\n`)).toEqual(['data: cc-by-nc-4.0'])
  })

  test.each([
    ['of something else', `![Build](${shield('build', 'passing')})`],
    ['of the version of a language', `![Python](${shield('python', '3.10')})`],
    ["of another project's license, which names none", '![License](https://img.shields.io/github/license/other/tool)'],
  ])('%s says nothing', (_, badge) => {
    expect(says(`${badge}\n`)).toEqual([])
  })

  test('is cited by its address and line', () => {
    const [statement] = statementsOf({
      files: { ...WEIGHTS, 'README.md': `# Heron\n\n![License](${shield('License', 'MIT')})\n` },
    })
    expect(statement).toMatchObject({
      via: 'badge',
      cited: [{ url: shield('License', 'MIT'), path: 'README.md', line: 3 }],
    })
  })
})
