import { parseKnowledge } from '@unwash/knowledge/build/parse'
import { readLock } from '@unwash/project/baseline'
import { readForm } from '@unwash/sources/mot/read'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { reportWith } from '../../../../test/judged.ts'
import { endsWithin } from '../../../../test/tiers.ts'
import { knowledge } from '../../../knowledge/test/knowledge.ts'
import { dataIn } from '../../src/licenses/given/data.ts'
import { readPolicy } from '../../src/policy/read.ts'
import { readSignoffs } from '../../src/readings/signoffs.ts'
import { readYaml, type YamlRules } from '../../src/text/yaml/read.ts'

/** of each text; the largest that a reader takes is ten times that */
const LENGTH = 100_000
const filled = (unit: string) => unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH)
const lines = (line: (at: number) => string) => Array.from({ length: LENGTH / 10 }, (_, at) => line(at)).join('\n')

/** What is refused: nested, repeated and broken so that a parser runs out of stack, time or memory. */
const REFUSED = {
  'lists opened': `license: ${filled('[')}`,
  'maps opened': `license: ${filled('{a: ')}`,
  'lists closed': `license: ${filled(']')}`,
  'lists side by side': `license: ${filled('[a][b]')}`,
  aliases: `license: ${filled('*a **b')}`,
  tags: `license: ${filled('!a')}`,
  'tags apart': `license: ${filled('!a ')}`,
  anchors: `license: ${filled('&a ')}`,
  quotes: `license: ${filled('"')}x`,
  commas: `license: [${filled(',')}`,
  items: filled('- '),
  questions: filled('? '),
  keys: filled('a: '),
  'keys further and further in': Array.from({ length: 440 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'),
  'anchors with aliases': lines(at => `- &a${at} 1\n- *a${at}`),
  'an alias of what holds it': 'license: &a [*a]',
  'aliases that multiply': `a: &a [x, x]\n${[...'bcdefghij'].map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[at]}`)}]`).join('\n')}`,
} as const

/** What is read, or not a document of its reader's kind, in a time that grows with its length. */
const READ = {
  'keys side by side': lines(at => `k${at}: 1`),
  'brackets in words': `license: x${filled('[')}`,
  'brackets in quotes': `license: '${filled('[')}'`,
  'brackets in a comment': `license: x # ${filled('[')}`,
  'brackets in a block': `license: |\n  ${filled('[')}`,
  'a hundred levels': `license: ${'['.repeat(90)}${']'.repeat(90)}`,
} as const

/** the processor milliseconds in which any of these is told; those that grow with the square take ten times as long */
const SOON = 2_000

const RULES: readonly YamlRules[] = [{}, { aliases: 100, twice: true }, { schema: 'failsafe' }]

test.each(Object.entries(REFUSED))('%s are refused, with the line, before they cost anything', async (_, content) => {
  await endsWithin(SOON, () => {
    for (const rules of RULES)
      expect(readYaml(content, rules)).toEqual({ line: expect.any(Number), says: expect.stringMatching(/^.{1,160}$/) })
  })
})

test.each(Object.entries(READ))('%s are read', async (_, content) => {
  await endsWithin(SOON, () => expect(readYaml(content)).toHaveProperty('value'))
})

test('a key that stands twice is told with both lines, however deep, and passed over where it may', () => {
  const content = 'a:\n  - b: 1\n    c: 2\n    b: 3\n'
  expect(readYaml(content)).toEqual({ line: 4, says: 'it has "b" twice in one map, on line 2 too' })
  expect(readYaml(content, { twice: true })).toMatchObject({ value: { a: [{ b: 3, c: 2 }] } })
})

test('an alias is told with its line, and followed where there may be some', () => {
  expect(readYaml('a: &a 1\nb: *a\n')).toEqual({ line: 2, says: 'it has an alias' })
  expect(readYaml('a: &a 1\nb: *a\n', { aliases: 1 })).toMatchObject({ value: { a: 1, b: 1 } })
  expect(readYaml('- |\n  *a\n- "*a"\n- b *a\n')).toMatchObject({ value: ['*a\n', '*a', 'b *a'] })
})

const UNWASH_ERROR = expect.objectContaining({ name: 'UnwashError', todo: expect.any(String) })
const thrown = (read: () => unknown): unknown => {
  try {
    return { read: read() }
  } catch (error) {
    return error
  }
}

test.each(Object.entries(REFUSED))('%s are trouble told by every reader of YAML', async (_, content) => {
  await endsWithin(SOON, () => {
    expect(thrown(() => readForm(content, 'form.yml', 'form.yml'))).toEqual(UNWASH_ERROR)
    expect(thrown(() => readSignoffs('signoff.yml', content))).toEqual(UNWASH_ERROR)
    expect(thrown(() => parseKnowledge('x.yml', content, z.unknown()))).toMatchObject({ name: 'KnowledgeError' })
    expect(readPolicy(content, knowledge)).toEqual({
      trouble: [{ line: expect.any(Number), says: expect.any(String) }],
    })
    expect(readLock(content)).toEqual({ wrong: expect.stringMatching(/^it is no YAML on line \d+: /) })
    expect(dataIn(content)).toBeNull()
  })
})

/** What an audit takes beside the metadata, of the same release. */
const card = (front: string) => ({ 'README.md': `---\n${front}\n---\n# Heron\n\nHeron is a language model.\n` })

test.each(Object.entries(REFUSED))(
  '%s in a card cost an audit a note, and make its license unreadable',
  async (_, front) => {
    reportWith(card('license: mit'))
    await endsWithin(SOON, () => {
      const { notes, term, licenses } = reportWith(
        card(front.startsWith('license') ? front : `license:\n${front.replaceAll(/^/gm, '  ')}`),
      )
      expect(notes).toContainEqual({
        says: expect.stringMatching(/^the metadata block is not valid YAML/),
        path: 'README.md',
      })
      expect(term.floor).toBe('undetermined')
      expect(new Set(licenses.map(license => license.class))).toEqual(new Set(['unknown']))
      // values are cut, and so many are read
      expect(JSON.stringify(licenses).length).toBeLessThan(2 * LENGTH)
    })
  },
)
