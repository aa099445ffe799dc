import { parseKnowledge } from '@unwash/knowledge/build/parse'
import { describe, expect, test } from 'vitest'
import { endsWithin, inFull } from '../../../../../test/tiers.ts'
import { knowledge, knowledgeFiles } from '../../../../knowledge/test/knowledge.ts'
import { type HarmlessKind, harmlessWordings as source } from '../../../src/knowledge/harmless.ts'
import { harmlessKind, harmlessWordings } from '../../../src/licenses/account/harmless.ts'

const languages = knowledgeFiles()
  .filter(({ path }) => path.startsWith('harmless/'))
  .map(({ path, content }, at) => ({
    ...parseKnowledge(path, content, source),
    compiled: knowledge.harmless[at]?.sentences ?? [],
  }))

describe.each(languages)('harmless sentences in $name', ({ found, left, sentences, compiled }) => {
  test('what takes nothing is found, and the rest is left', () => {
    const wrong = (text: string, is: HarmlessKind | null) => {
      const kind = harmlessKind(text, knowledge)
      return kind === is ? [] : [`${kind}, and no ${is}: ${text}`]
    }
    expect([...found.flatMap(({ text, is }) => wrong(text, is)), ...left.flatMap(text => wrong(text, null))]).toEqual(
      [],
    )
  })

  test('no wording is one that all examples do without', () => {
    const examples = found.map(({ text }) => harmlessWordings(text, knowledge))
    const needed = new Set(
      examples.flatMap(([first, second]) => (first && first.is !== second?.is ? [first.words] : [])),
    )
    const spelled = sentences.flatMap(({ words }) => words)
    expect(compiled.length).toBe(spelled.length)
    const spare = spelled.filter((_, at) => !needed.has(compiled[at]?.words ?? 0))
    expect(spare, 'wordings that no example needs').toEqual([])
  })
})

describe('a sentence made to cost time', () => {
  const words = [
    'the',
    'and',
    'of',
    'license',
    'thanks',
    'to',
    'for',
    'not',
    'model',
    'code',
    '{who}',
    'x',
    '的',
    '模型',
    '或',
  ]
  const hostile = words.flatMap(one => words.map(other => `${one} ${other} `.repeat(300).slice(0, 600)))

  test('is read in time that grows with its length alone', async () => {
    expect(harmlessKind('Thanks to all.', knowledge)).toBe('thanks')
    const some = hostile.slice(0, inFull(hostile.length))
    await endsWithin(100 * some.length, () => {
      for (const sentence of some) harmlessKind(sentence, knowledge)
    })
  })
})
