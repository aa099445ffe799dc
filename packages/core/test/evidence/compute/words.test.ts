import { describe, expect, test } from 'vitest'
import { knowledge } from '../../../../knowledge/test/knowledge.ts'
import { computeWords } from '../../../src/evidence/compute/index.ts'
import { quantitiesIn } from '../../../src/evidence/compute/quantities.ts'
import { withReadme } from '../gathered.ts'

describe('a quantity', () => {
  test.each([
    ['1.4T', 1.4e12, 1.4e12],
    ['2,048', 2048, 2048],
    ['2.788M', 2.788e6, 2.788e6],
    ['3万亿', 3e12, 3e12],
    ['15 trillion', 1.5e13, 1.5e13],
    ['6.3e24', 6.3e24, 6.3e24],
    ['4.30E+23', 4.3e23, 4.3e23],
    ['6.3 × 10^24', 6.3e24, 6.3e24],
    ['3.1x10²³', 3.1e23, 3.1e23],
    ['10^25', 1e25, 1e25],
    ['3-4T', 3e12, 4e12],
    ['10T to 12T', 1e13, 1.2e13],
  ])('%s', (text, low, high) => {
    const [quantity, ...more] = quantitiesIn(text)
    expect(more).toEqual([])
    expect(quantity?.low).toBeCloseTo(low, -Math.floor(Math.log10(low)) + 6)
    expect(quantity?.high).toBeCloseTo(high, -Math.floor(Math.log10(high)) + 6)
  })

  test.each(['H800', 'Heron-7B', 'v2.5', 'A3B'])('%s is a name', name => {
    expect(quantitiesIn(name)).toEqual([])
  })
})

const oddities = (words: string) => computeWords(withReadme(`# Heron\n\n${words}\n`), knowledge)

describe('a figure in the wrong unit is said, with its line, and not used', () => {
  test.each([
    ['more tokens than there are', 'Heron was trained on 10^25 tokens.', 'more than there can be'],
    ['data in operations', 'Heron was trained on a dataset of 3e23 FLOPs.', 'An amount of data'],
    ['a speed for an amount', 'The training compute was 400 TFLOP/s.', 'a speed and no amount'],
    ['tokens for compute', 'The training compute was 15T tokens.', 'The compute of the training'],
    ['parameters beyond any', 'Heron has 7e20 parameters.', 'more than there can be'],
    [
      'a column of another unit',
      '| Model | Training tokens |\n|---|---|\n| Heron-7B | 3.8e25 FLOPs |',
      'A column of tokens gives',
    ],
  ])('%s', (_, words, says) => {
    const { oddities: found, statements } = oddities(words)
    expect(found.map(oddity => oddity.says)).toEqual([expect.stringContaining(says)])
    expect(found[0]?.cited).toMatchObject({ path: 'README.md', line: words.startsWith('|') ? 5 : 3 })
    expect(statements.filter(({ unit }) => unit === 'tokens' || unit === 'flop')).toEqual([])
  })

  test('of what kinds the tokens are may be said between their number and their name', () => {
    const words = 'Heron came of continual pretraining on about 3 trillion mixed sound and text tokens.'
    expect(oddities(words).statements).toMatchObject([{ unit: 'tokens', high: 3e12 }])
  })

  test.each([
    ['a plain figure', 'Heron has 7B parameters and was trained on 2T tokens with 8.4e22 FLOPs.'],
    ['the speed of hardware', 'We reach 150 TFLOPs per GPU on 384 A100s.'],
    ['operations of one pass', 'Heron-S needs 4.5 GFLOPs at 640 pixels.'],
  ])('nothing is wrong with %s', (_, words) => {
    expect(oddities(words).oddities).toEqual([])
  })
})

test('a megabyte of near-matches is read in time in proportion to its length', () => {
  const crafted = [
    '1,000'.repeat(40_000),
    '9 × 10^'.repeat(30_000),
    'trained on 1 a b c '.repeat(10_000),
    '3-4-5-6 to 7 to 8 '.repeat(10_000),
    '万亿1万亿'.repeat(30_000),
  ]
  for (const text of crafted) expect(computeWords(withReadme(text), knowledge).statements.length).toBeLessThan(1_000)
})
