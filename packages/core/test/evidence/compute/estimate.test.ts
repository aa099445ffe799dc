import { describe, expect, test } from 'vitest'
import type { FileSetup } from '../../../../../test/release.ts'
import { knowledge } from '../../../../knowledge/test/knowledge.ts'
import { byHours, byTokens, estimateCompute, saysFlop, sideOf } from '../../../src/evidence/compute/index.ts'
import { gathered } from '../gathered.ts'

const estimateOf = (readme: string, name = 'heron', files: Readonly<Record<string, FileSetup>> = {}) => {
  const evidence = gathered({ name, files: { 'README.md': readme, ...files } })
  const result = estimateCompute(name, 'first', evidence, knowledge)
  return result.is === 'estimated' ? result.estimate : null
}

describe("the worked examples of the guidelines' Annex A.3", () => {
  // parameters and tokens as a card would state them, and the FLOP the annex comes to
  test.each([
    ['3.8B parameters', '3.3T tokens', 7.5e22],
    ['0.6 billion parameters', '36 trillion tokens', 1.3e23],
    ['1.54B parameters', '18T tokens', 1.66e23],
    ['1.7B parameters', '36 trillion tokens', 3.7e23],
    ['2.5 billion parameters', '12T tokens', 1.8e23],
  ])('%s on %s', (parameters, tokens, flop) => {
    const estimate = estimateOf(`# Heron\n\nA language model of ${parameters}, trained from scratch on ${tokens}.\n`)
    expect(estimate?.low).toBe(estimate?.high)
    expect(Math.abs((estimate?.low ?? 0) / flop - 1)).toBeLessThan(0.02)
    expect(estimate?.cited).toHaveLength(2)
  })

  test('370,000 hours of H100 at one half of its peak', () => {
    const { hardware, utilization } = knowledge.compute
    const peak = hardware.find(({ id }) => id === 'h100')?.peak ?? 0
    expect(Math.abs(byHours(370_000, peak, utilization.usual) / 6.5e23 - 1)).toBeLessThan(0.02)
    const estimate = estimateOf('# Heron\n\nA language model. Training took 370,000 H100 GPU hours.\n')
    expect(estimate?.low).toBeLessThan(6.5e23)
    expect(estimate?.high).toBeGreaterThan(6.5e23)
  })
})

describe('an estimate from what a card says', () => {
  test('prefers the operations that are stated', () => {
    const estimate = estimateOf(
      '# Heron\n\nHeron has 7B parameters and was trained with 6.3 × 10^24 FLOPs on 2T tokens.\n',
    )
    expect(estimate?.low).toBeCloseTo(6.3e24, -20)
    expect(estimate?.how).toContain('as stated')
  })

  test('takes the row of a table that has the size of the model', () => {
    const readme =
      '# Heron\n\n## Pre-training\n\n| Model | Params | Training tokens |\n|---|---|---|\n| Heron-7B | 7B | 1T |\n| Heron-70B | 70B | 2T |\n'
    expect(estimateOf(readme, 'heron-7b')?.low).toBe(byTokens(7e9, 1e12))
    expect(estimateOf(readme, 'heron-70b')?.low).toBe(byTokens(70e9, 2e12))
  })

  test('lies between the least and the most of a release with several sizes', () => {
    const estimate = estimateOf('# Heron\n\nHeron comes with 7B and 70B parameters, all trained on 2T tokens.\n')
    expect(estimate).toMatchObject({ low: byTokens(7e9, 2e12), high: byTokens(70e9, 2e12) })
  })

  test('counts only the parameters of a mixture that work on each token', () => {
    const readme = (active: string) =>
      `# Heron\n\nHeron is a Mixture-of-Experts model with 60B total parameters${active}. It was trained on 4T tokens.\n`
    expect(estimateOf(readme(', of which 6B are activated'))?.high).toBe(byTokens(6e9, 4e12))
    const unsaid = estimateOf(readme(''))
    expect(unsaid).toMatchObject({ low: 0, high: byTokens(60e9, 4e12) })
  })

  test('reads Chinese scales', () => {
    expect(
      estimateOf('# 苍鹭\n\n苍鹭是大语言模型，参数量为 7B 参数，使用3万亿 tokens 语料从零训练。\n', 'heron-7b')?.low,
    ).toBe(byTokens(7e9, 3e12))
  })

  test('counts parameters by the configuration, when its name does not say otherwise', () => {
    const config = JSON.stringify({
      hidden_size: 4096,
      num_hidden_layers: 32,
      num_attention_heads: 32,
      num_key_value_heads: 8,
      intermediate_size: 14_336,
      vocab_size: 128_000,
      hidden_act: 'silu',
    })
    const readme = '# Heron\n\nA language model trained on 1T tokens.\n'
    const estimate = estimateOf(readme, 'heron', { 'config.json': config })
    expect(estimate?.low).toBeCloseTo(byTokens(8.03e9, 1e12), -20)
    expect(estimateOf(readme, 'heron-70b', { 'config.json': config })?.low).toBe(byTokens(70e9, 1e12))
  })

  test('sums the shards of the weights, and not when one is missing', () => {
    const shard = (number: number) => ({
      path: `model-0000${number}-of-00002.safetensors`,
      format: 'safetensors' as const,
      metadata: {},
      tensors: 10,
      parameters: 3e9,
    })
    const of = (numbers: readonly number[]) => {
      const files = { 'README.md': '# Heron\n\nA language model trained on 1T tokens.\n' }
      const evidence = gathered({ name: 'heron', files, headers: numbers.map(shard) })
      return estimateCompute('heron', 'first', evidence, knowledge)
    }
    expect(of([1, 2])).toMatchObject({ is: 'estimated', estimate: { low: byTokens(6e9, 1e12) } })
    expect(of([1])).toMatchObject({ is: 'unknown', lacks: 'its number of parameters is not stated' })
  })

  test('needs to know of which hardware hours are', () => {
    expect(estimateOf('# Heron\n\nTraining took 20,000 GPU hours.\n')).toBeNull()
    expect(estimateOf('# Heron\n\nTraining took 20,000 GPU hours on A100-80GB.\n')?.how).toContain('A100')
  })

  test.each([
    ['a window', 'Heron has 7B parameters and is trained with a context of 128K tokens.'],
    ['the window of a model', 'Heron has 7B parameters and is trained with a window of up to 2B tokens.'],
    ['a price', 'Heron costs $2 per 1M tokens.'],
    ['another model', 'Heron has 7B parameters. Llama 2 was trained on 2T tokens.'],
    ['a comparison', 'Heron has 7B parameters and needs less than models trained on 2T tokens.'],
    ['a later stage', 'Heron has 7B parameters. It was fine-tuned on 2B tokens.'],
    ['what a reader may do', 'Heron has 7B parameters. You can train it on 2T tokens.'],
  ])('leaves alone %s', (_, words) => {
    expect(estimateOf(`# Heron\n\n${words}\n`)).toBeNull()
  })
})

describe('a threshold', () => {
  test.each([
    [1.31e23, 1.31e23, 'above'],
    [1.29e23, 1.29e23, 'near'],
    [1e23, 1e23, 'near'],
    [0.71e23, 0.71e23, 'near'],
    [0.69e23, 0.69e23, 'below'],
    [1e22, 1e24, 'near'],
    [0, 1e22, 'below'],
  ] as const)('from %f to %f is %s', (low, high, side) => {
    expect(sideOf({ low, high }, 1e23, 0.3)).toBe(side)
  })

  test('an estimate is said in few words', () => {
    expect(saysFlop({ low: 6.5e23, high: 6.5e23 })).toBe('about 6.5e23 FLOP')
    expect(saysFlop({ low: 1e22, high: 3.14e24 })).toBe('about 1e22 to 3.1e24 FLOP')
  })
})
