import { expect, test } from 'vitest'

interface Example {
  features: Uint32Array
  values: Float32Array
  labels: [number, number, number][]
  rest: number
}
const { train } = (await import(new URL('../../../../../scripts/learn/train.mjs', import.meta.url).href)) as {
  train(examples: Example[], outputs: number, most: () => number): { weights: Float32Array; bias: Float32Array }
}

/** an example of three features out of forty, whose answer the first tells */
const example = (at: number): Example => ({
  features: Uint32Array.from([at % 4, 4 + (at % 7), 11 + (at % 29)]),
  values: Float32Array.from([0.5, 0.5, 0.5]),
  labels: [[0, at % 4 === 0 ? 1 : 0, 1]],
  rest: 0,
})
const examples = Array.from({ length: 240 }, (_, at) => example(at))
const learned = (from: Example[]) => [...train(from, 1, () => 40).weights]

test('learns the same in whatever order the examples stand', () => {
  const usual = learned(examples)
  learned([...examples].reverse()).forEach((weight, at) => {
    expect(weight).toBeCloseTo(usual[at]!, 2)
  })
})

test('is moved little by an example that stands before all others', () => {
  const before = learned(examples)
  const moved = learned([example(5), ...examples]).map((weight, at) => Math.abs(weight - before[at]!))
  expect(Math.max(...moved)).toBeLessThan(0.2)
  expect(Math.max(...before)).toBeGreaterThan(1)
})
