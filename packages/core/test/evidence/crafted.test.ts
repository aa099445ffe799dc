import { describe, test } from 'vitest'
import { endsWithin, inFull } from '../../../../test/tiers.ts'
import { withReadme } from './gathered.ts'

/** as long as a README that somebody crafted may be read */
const SIZE = inFull(200_000)
/** generous; a pattern that backtracks takes minutes */
const MOST_MS = 20_000

describe('a crafted README is read in bounded time', () => {
  const units: Readonly<Record<string, string>> = {
    'words that count without end': 'trained on a set of the 33 million normal ',
    'a word of data before a name without end': 'data from A1 A1 A1 A1 ',
    'training code that is promised without end': '[ ] train- training code coming soon ',
    'samples that run without end': '```\nbash train sft finetune ',
    'links without end': '[data](https://github.com/a/b/tree/train) dataset from ',
    'ids at the head of entries': '- **a-1/b_2** c-3/d\n',
    'hosts without end': 'https://a.b.c.amazonaws.com.huggingface.co/datasets/',
    'capitals without end': 'Aa1 ',
    'Chinese without end': '训练数据集部分',
  }
  for (const [name, unit] of Object.entries(units))
    test(name, async () => {
      const text = unit.repeat(Math.floor(SIZE / unit.length))
      const read = () => withReadme(`# Heron\n\n## Training data\n\n${text}\n`)
      await endsWithin(MOST_MS, read)
    })
})
