import { describe, expect, test } from 'vitest'
import { kinds } from '../../src/licenses/clauses/index.ts'
import { passagesOf } from '../../src/licenses/passages.ts'
import { processorTime } from '../processor.ts'
import { clausesIn } from './known.ts'

const SIZE = 1_000_000
/** milliseconds of the processor, generously; a pattern that backtracks takes minutes */
const MOST_MS = 6_000

/** A megabyte of what a kind looks for: its examples, the same without an end, and its key words alone. */
const nearMatches = (kind: (typeof kinds)[number]): string => {
  const examples = [...kind.examples.found.map(({ text }) => text), ...kind.examples.left]
  const shapes = [
    examples.join('\n\n'),
    examples.join(' ').replace(/[.。;；:：\n]/g, ' '),
    kind.keywords.join(' '),
    kind.keywords.map(word => `${word} not ${word} `).join('only '),
  ]
  return shapes
    .map(shape => `${`${shape} `.repeat(Math.ceil(SIZE / 4 / (shape.length + 1))).slice(0, SIZE / 4)}\n\n`)
    .join('')
}

describe('a megabyte of near-matches is read in bounded time', () => {
  for (const kind of kinds) {
    test(kind.id, async () => {
      expect(await processorTime(() => clausesIn(nearMatches(kind), [kind]))).toBeLessThan(MOST_MS)
    }, 30_000)
  }
})

describe('five megabytes of a crafted text are split in bounded time', () => {
  const crafted: Record<string, string> = {
    'one word without end': 'a',
    'full stops': '. ',
    'numbers and full stops': '1.1. ',
    'opening tags': '<p <',
    'unclosed comments': '<!-- ',
    'unclosed scripts': '<script>',
    'opening brackets': '[a](',
    'list items': '- (a) you may not\n',
    'nested lists': '                    - x:\n  - y:\n',
    'stars and underscores': '**_`',
    'broken words': 'non-\n',
    'Chinese without end': '您不得',
    'quotes that define': '"a" means ',
  }
  for (const [name, unit] of Object.entries(crafted)) {
    test(name, async () => {
      const text = unit.repeat(Math.floor(5_000_000 / unit.length))
      expect(await processorTime(() => passagesOf(text))).toBeLessThan(MOST_MS * 2)
    }, 60_000)
  }
})
