import { describe, expect, test } from 'vitest'
import { known } from '../../../../test/judged.ts'
import { releaseOf } from '../../../../test/release.ts'
import { gather } from '../../src/evidence/index.ts'
import { inOrder, modelsNamed, ownNames } from '../../src/terms/models/names.ts'

const LINKED = '# Heron\n\n[Heron-Chat](https://huggingface.co/marsh-lab/Heron-Chat)\n'
const evidence = gather(releaseOf({ name: 'heron', files: { 'README.md': LINKED } }), known.knowledge)
const named = (words: string) => modelsNamed(words, ownNames(evidence), known.knowledge)

describe('a model is named', () => {
  test.each(['Heron-Fern', 'TAP-Net', 'FernNet', 'Gull2'])('by %s', name => {
    expect(named(name)).toEqual([name])
  })

  test('by what stands before a colon', () => {
    expect(named('Heron2: birds of the marsh')).toEqual(['Heron2'])
  })

  test('as it is called where it lies', () => {
    expect(named('`heron chat`')).toEqual(['Heron-Chat'])
  })

  test('by the family where only the variant is told', () => {
    expect(named('N, S and M')).toEqual(['heron N', 'heron S', 'heron M'])
    expect(named('Base/Chat')).toEqual(['heron Base', 'Heron-Chat'])
    expect(named('7B')).toEqual(['heron 7B'])
  })

  test.each([
    'Why heron?',
    '为什么选 heron？',
    'Intended use',
    'Risks',
    'Model details',
    'News',
    'Usage and limits',
    'ライセンス',
  ])('not by the heading "%s"', heading => {
    expect(named(heading)).toEqual([])
  })
})

describe('models are listed', () => {
  const order = (...names: readonly string[]) =>
    inOrder(
      names.map(name => ({ name })),
      'heron',
      ({ name }) => !name.endsWith('?'),
    ).map(({ name }) => name)

  test('with the one first that the release is named after', () => {
    expect(order('Heron-Fern', 'Heron')).toEqual(['Heron', 'Heron-Fern'])
  })

  test('with the newest version of what it is named after before the name itself, and the unknown last', () => {
    expect(order('Heron', 'Heron 2', 'Heron 3')).toEqual(['Heron 3', 'Heron 2', 'Heron'])
    expect(order('Heron?', 'Gull')).toEqual(['Gull', 'Heron?'])
  })

  test('from the newest of a series', () => {
    expect(order('Gull 2', 'Gull 3', 'Gull 3.1', 'Gull 10')).toEqual(['Gull 10', 'Gull 3.1', 'Gull 3', 'Gull 2'])
  })

  test('of several series with each together', () => {
    expect(order('Gull 2', 'Tern 1', 'Gull 3', 'Heron')).toEqual(['Heron', 'Gull 3', 'Gull 2', 'Tern 1'])
  })

  test('else as the release tells of them', () => {
    expect(order('Gull 2', 'Tern 3')).toEqual(['Gull 2', 'Tern 3'])
    expect(order('Gull-7B', 'Gull-40B')).toEqual(['Gull-7B', 'Gull-40B'])
  })
})
