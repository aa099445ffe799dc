import { describe, expect, test } from 'vitest'
import { benchmarkNames } from '../../src/rebuild/scores/benchmarks.ts'
import { known } from '../licensing/judged.ts'
import { planWith } from './plan.ts'

const scoresOf = (words: string, files = {}) => planWith({ 'README.md': `# Heron 7B\n\n${words}\n`, ...files }).scores
const TABLE =
  '| Benchmark | Heron-7B | Bittern-7B |\n|---|---|---|\n| MMLU (5-shot) | 61.2 | 60.0 |\n| GPQA | 31.0 | 30.0 |\n'

describe('a published score', () => {
  test('is checkable where its data is public and evaluation code is here', () => {
    const [mmlu, gpqa] = scoresOf(TABLE, { 'eval/run_eval.py': 'import json\n' })
    expect(mmlu).toMatchObject({
      benchmark: 'MMLU',
      value: '61.2',
      model: 'Heron-7B',
      data: { is: 'public' },
      code: { is: 'released', cited: [{ path: 'eval/run_eval.py' }] },
      checkable: 'yes',
      cited: [{ path: 'README.md', line: 5 }],
    })
    expect(gpqa).toMatchObject({
      checkable: 'no',
      data: { is: 'gated' },
      because: 'Its data is given to those who agree to terms.',
    })
  })

  test('is not checkable without code, and not known to be where not everything could be looked at', () => {
    expect(scoresOf(TABLE)[0]).toMatchObject({ checkable: 'no', because: 'No code that scores was found or named.' })
    const files = { 'README.md': `# Heron 7B\n\n${TABLE}` }
    expect(planWith(files, { complete: false }).scores[0]?.checkable).toBe('unknown')
  })

  test('rests on a program that runs this very benchmark', () => {
    const words = `Scored with [EvalPlus](https://github.com/evalplus/evalplus).\n\n| Model | MMLU | MBPP |\n|---|---|---|\n| Heron 7B | 61.2 | 48.0 |\n| Bittern | 60.1 | 44.4 |\n`
    const [mmlu, mbpp] = scoresOf(words)
    expect(mmlu).toMatchObject({ value: '61.2', checkable: 'no' })
    expect(mbpp).toMatchObject({ value: '48.0', checkable: 'yes', code: { is: 'named', cited: [{ line: 3 }] } })
  })

  test('that people or another model give says so', () => {
    const [arena, bench] = scoresOf('- Chatbot Arena: 71\n- MT-Bench: 8.1\n', { 'evaluate.py': 'import json\n' })
    expect(arena).toMatchObject({ value: '71', checkable: 'no', because: expect.stringContaining('People grade it') })
    expect(bench).toMatchObject({
      value: '8.1',
      checkable: 'yes',
      because: expect.stringContaining('another model grades it'),
    })
  })

  test('in a table of others is no value of this model', () => {
    const others = '| | Bittern 7B | Heron 70B |\n|---|---|---|\n| MMLU | 60.0 | 79.5 |\n'
    expect(scoresOf(others)[0]).toMatchObject({ benchmark: 'MMLU', value: null, model: null })
  })

  test('in metadata is read with its data; data nobody knows is not said to be public', () => {
    const [known, other] = planWith({
      'README.md':
        '---\nmodel-index:\n- name: heron-7b\n  results:\n  - dataset: {type: gsm8k, name: grade school}\n    metrics: [{type: acc, value: 41.5}]\n  - dataset: {type: marsh-lab/pond-qa, name: Pond QA}\n    metrics: [{type: acc, value: 77}]\n---\n\n# Heron 7B\n',
      'evaluate.py': 'import json\n',
    }).scores
    expect(known).toMatchObject({ value: '41.5', model: 'heron-7b', checkable: 'yes' })
    expect(other).toMatchObject({
      benchmark: 'Pond QA',
      value: '77',
      data: { is: 'unknown', where: 'marsh-lab/pond-qa' },
      checkable: 'unknown',
    })
  })
})

describe('the name of a benchmark', () => {
  const names = benchmarkNames(known.knowledge.benchmarks)
  test.each([
    ['MMLU-Pro (CoT)', 'MMLU-Pro'],
    ['mmlu, 5-shot', 'MMLU'],
    ['ARC-Challenge', 'ARC'],
    ['MATH', 'MATH'],
    ['HumanEval+', 'HumanEval+'],
    ['human eval pass@1', 'HumanEval'],
  ])('%s is %s', (label, name) => {
    expect(names.inLabel(label)?.name).toBe(name)
  })
  test.each(['Math', 'Heron 7B', 'a race to the drop', '61.2', '', 'x '.repeat(500)])('%s is none', label => {
    expect(names.inLabel(label)).toBeNull()
  })
})
