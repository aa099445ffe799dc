import { describe, expect, test } from 'vitest'
import { NIGHTLY } from '../../../../test/tiers.ts'
import { passagesOf } from '../../src/documents/legal/index.ts'
import { findInPassages } from '../../src/licenses/clauses/find.ts'
import { type Memory, memoryOf } from '../../src/licenses/clauses/memory.ts'
import { clausesIn, knowledge } from './known.ts'
import { files, sentencesOf } from './sentences.ts'

/** of the sentences of all kinds and languages, one in so many */
const ONE_IN = NIGHTLY ? 14 : 56
const examples = files.flatMap(sentencesOf).filter((_, at) => at % ONE_IN === 0)
const all = [...examples, examples.join('\n\n'), examples.toReversed().join('\n\n')]

const read = (text: string, memory: Memory | null) => findInPassages(text, passagesOf(text), knowledge, memory)

describe('passages read before', () => {
  test('say the same when they are read again, wherever they stand', () => {
    const memory = memoryOf()
    expect(examples.length).toBeGreaterThan(2_100 / ONE_IN)
    for (const text of [...all, ...all]) expect(read(text, memory)).toEqual(read(text, null))
  })

  test('say something else where another passage gives their words another meaning', () => {
    const sentence = 'This license is granted for use within the Territory only.'
    const territory = (meaning: string) =>
      clausesIn(`"Territory" means ${meaning}.\n\n${sentence}`).filter(({ kind }) => kind === 'geo.exclusion')
    const [excluding] = territory('worldwide, excluding the European Union')
    expect(excluding?.parameters).toMatchObject({ territories: ['EU'] })
    expect(territory('the whole world')).toEqual([])
    expect(territory('worldwide, excluding the European Union')).toEqual([excluding])
  })

  test('stand on their own lines', () => {
    const lines = (text: string) => clausesIn(text).map(({ line }) => line)
    const ban = 'You may not use the Model for any commercial purpose.'
    expect(lines(ban)).toEqual([1])
    expect(lines(`Terms of Use\n\n\n${ban}`)).toEqual([4])
  })

  test('are read anew under another heading, which may say something of them', () => {
    const memory = memoryOf()
    const use = 'Surveillance of workers or of tenants.'
    const under = (heading: string) => `## ${heading}\n\n${use}`
    const headings = ['Examples', 'Remarks', 'Prohibited Uses', "What you can't do", 'Out-of-scope uses', 'Remarks']
    for (const heading of headings) expect(read(under(heading), memory)).toEqual(read(under(heading), null))
    expect(read(under('Prohibited Uses'), memory)).not.toEqual([])
    expect(read(under('Examples'), memory)).toEqual([])
    const remembers = (heading: string) => {
      const passage = passagesOf(under(heading)).at(-1)
      return passage !== undefined && memory.get(passage) !== undefined
    }
    expect(remembers('Remarks')).toBe(true)
    expect(remembers('Notes')).toBe(false)
  })
})
