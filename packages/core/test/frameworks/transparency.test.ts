import { describe, expect, test } from 'vitest'
import { answerTo, clause, evaluated, type Row, restricted } from './case.ts'

const told = '# Tern\n\nTern is a language model with 7 billion parameters.\n'
const rows: readonly Row[] = [
  ['code that trains and runs it', 'TF-code-access', 'met', {}],
  ['no training code', 'TF-code-access', 'unmet', { components: { 'training-code': { presence: 'absent' } } }],
  ['modality, size and architecture', 'TF-basic-properties', 'met', { readme: told }],
  ['no size', 'TF-basic-properties', 'unmet', { readme: '# Tern\n\nTern is a language model.\n', name: 'tern' }],
  ['code of the architecture', 'TF-deeper-properties', 'met', {}],
  ['no base named', 'TF-dependencies', 'unknown', {}],
  ['a base', 'TF-dependencies', 'met', { lineage: [{ model: 'other-lab/sandpiper', relation: 'finetune' }] }],
  ['a download', 'TF-open-weights', 'met', {}],
  ['a gate', 'TF-open-weights', 'unmet', { gate: {} }],
  ['a precision in a name', 'TF-quantization', 'met', { files: ['README.md', 'tern-q4_k.gguf'] }],
  ['no precision', 'TF-quantization', 'unmet', {}],
  ['a license', 'TF-terms-of-use', 'met', {}],
  ['no license', 'TF-terms-of-use', 'unmet', { weights: [], reach: 'none' }],
  ['weights', 'TF-intermediate-tokens', 'met', {}],
  ['a service', 'TF-intermediate-tokens', 'unmet', { offer: 'api' }],
  ['a cap on users', 'TF-users', 'met', { weights: [restricted([clause('scale.users', ['use'])])] }],
  ['nothing on users', 'TF-users', 'unmet', {}],
  ['forbidden uses', 'TF-uses', 'met', { weights: [restricted([clause('use.restrictions', ['use'])])] }],
]

describe('transparency facts', () => {
  test.each(rows)('%s: %s is %s', (_, id, answer, setup) => {
    expect(answerTo(id, setup)).toMatchObject({ answer })
  })

  test('conclude nothing and are no score', () => {
    const { conclusion, percentages } = evaluated('transparency')
    expect(conclusion).toBe('facts')
    expect(percentages).toBeUndefined()
  })
})
