import { describe, expect, test } from 'vitest'
import { knowledge } from '../../../knowledge/test/knowledge.ts'
import { namesIn } from '../../src/names/table.ts'

const OWN = ['marsh-lab/Heron-7B', 'Teal']
const named = (text: string) => namesIn(text, knowledge, OWN).map(({ kind, spelled }) => `${kind}: ${spelled}`)

describe('a text names', () => {
  test.each([
    ['a license', 'The code is under the Apache License 2.0.', ['license: Apache License 2.0']],
    ['a model', 'It starts from Llama-3.1-8B.', ['model: Llama-3.1']],
    ['a family, where no version is told', 'It starts from Llama.', ['family: Llama']],
    ['a set of data', 'We trained it on C4.', ['dataset: C4']],
    ['an organization', 'It is by Google.', ['organization: Google']],
    ['a program', 'Run it with Diffusers.', ['program: Diffusers']],
    ['itself, however that is spelled', 'HERON 7b and heron_7b and Heron.', ['own: HERON 7b', 'own: heron_7b']],
    [
      'several things',
      'Teal is MIT licensed, and starts from Gemma 2.',
      ['own: Teal', 'license: MIT licensed', 'model: Gemma 2'],
    ],
    ['nothing', 'A pile of apple trees.', []],
  ])('%s', (_, text, names) => expect(named(text)).toEqual(names))

  test('the longest of names within names', () => {
    expect(named('The Llama 3.1 Community License binds it.')).toEqual(['license: Llama 3.1 Community License'])
  })

  test('all that the same words name, itself first', () => {
    expect(namesIn('Llama is large.', knowledge, ['llama']).map(({ kind }) => kind)).toEqual(['own', 'family'])
  })
})

test('a name tells what it is the name of', () => {
  const [license] = namesIn('MIT License', knowledge)
  expect(license).toMatchObject({ id: 'mit', start: 0, end: 11 })
  const [model] = namesIn('Llama-3.1', knowledge)
  expect(model?.kind === 'model' && model.known.version.license).toBe('llama3.1')
})
