import { describe, expect, test } from 'vitest'
import { reportWith, says, statementsOf, WEIGHTS } from '../../../../../test/judged.ts'

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
    'https://img.shields.io/github/license/marsh-lab/heron-7b',
    'https://img.shields.io/github/license/marsh-lab/heron-7b.svg?color=blue',
    'https://badgen.net/github/license/marsh-lab/Heron-7B',
    'https://img.shields.io/gitlab/license/marsh-lab/heron-7b',
  ])('that draws what a host has seen is of the code, and of the text at the root: %s', url => {
    expect(says(`![License](${url})\n`)).toEqual(['code: LICENSE'])
  })

  test.each([
    'https://img.shields.io/github/license/other/tool',
    'https://img.shields.io/github/stars/marsh-lab/heron-7b',
    'https://img.shields.io/github/license',
    'https://badges.example/github/license/marsh-lab/heron-7b',
  ])("but not that of others' work, nor what draws no license: %s", url => {
    expect(says(`![License](${url})\n`)).toEqual([])
  })

  test('that a host draws keeps no text for the code alone', () => {
    const drawn = '![License](https://img.shields.io/github/license/marsh-lab/heron-7b)\n'
    const of = (readme: string) => reportWith({ LICENSE: 'MIT License\n', 'README.md': `# Heron\n\n${readme}` }).term
    expect(of(drawn)).toEqual(of(''))
  })

  test('is read as it was first written', () => {
    expect(says('![License](http://img.shields.io/:license-MIT-green.svg?style=flat)\n')).toEqual(['all: mit'])
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
