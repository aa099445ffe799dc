import { describe, test } from 'vitest'
import { endsWithin, inFull } from '../../../../test/tiers.ts'
import { passagesOf } from '../../src/documents/legal/index.ts'
import { findClauses } from '../../src/licenses/clauses/find.ts'
import { kinds, knowledgeOf } from './known.ts'
import { files, sentencesOf } from './sentences.ts'

const SIZE = inFull(1_000_000)
/** milliseconds of the processor, generously; a search that goes back takes minutes */
const MOST_MS = 20_000

/** A megabyte of what a kind looks for: its sentences, the same without an end, and the words of its lists alone. */
const nearMatches = (kind: string): string => {
  const wordings = files.filter(file => file.kind === kind)
  const sentences = wordings.flatMap(sentencesOf)
  const words = wordings.flatMap(({ lists, marks }) => [...Object.values(lists), ...Object.values(marks)].flat())
  const plain = words.join(' ').replace(/[(){}<>|?*+_….~]/g, ' ')
  const shapes = [
    sentences.join('\n\n'),
    sentences.join(' ').replace(/[.。;；:：\n]/g, ' '),
    plain,
    plain.replace(/ +/g, ' not only '),
  ]
  return shapes
    .map(shape => `${`${shape} `.repeat(Math.ceil(SIZE / 4 / (shape.length + 1))).slice(0, SIZE / 4)}\n\n`)
    .join('')
}

describe('a megabyte of near-matches is read in bounded time', () => {
  test.each(kinds.map(({ id }) => id))('%s', async id => {
    await endsWithin(MOST_MS, () => findClauses(nearMatches(id), knowledgeOf(id)))
  })
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
      const text = unit.repeat(Math.floor(inFull(5_000_000) / unit.length))
      await endsWithin(MOST_MS * 2, () => passagesOf(text))
    })
  }
})
