import { describe, expect, test } from 'vitest'
import { findInPassages } from '../../src/licenses/clauses/find.ts'
import { kinds } from '../../src/licenses/clauses/index.ts'
import { memoryOf } from '../../src/licenses/clauses/memory.ts'
import { passagesOf } from '../../src/licenses/passages.ts'
import { clausesIn, knowledge } from './known.ts'

const examples = kinds.flatMap(({ examples: { found, left } }) => [...found.map(({ text }) => text), ...left])
const all = [...examples, examples.join('\n\n'), examples.toReversed().join('\n\n')]

describe('passages read before', () => {
  test('say the same when they are read again, wherever they stand', () => {
    const memory = memoryOf()
    for (const text of [...all, ...all]) {
      const passages = passagesOf(text)
      const read = (own: typeof memory | null) => JSON.stringify(findInPassages(text, passages, knowledge, kinds, own))
      expect(read(memory)).toBe(read(null))
    }
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

  test('are known under another heading, unless it says something of them', () => {
    const memory = memoryOf()
    const use = 'Surveillance of workers or of tenants.'
    const read = (heading: string, own: typeof memory | null) => {
      const text = `## ${heading}\n\n${use}`
      return findInPassages(text, passagesOf(text), knowledge, kinds, own).map(({ kind, mode }) => `${kind} ${mode}`)
    }
    const headings = ['Examples', 'Remarks', 'Prohibited Uses', "What you can't do", 'Out-of-scope uses', 'Remarks']
    for (const heading of headings) expect(read(heading, memory)).toEqual(read(heading, null))
    expect(read('Prohibited Uses', null)).not.toEqual(read('Examples', null))
    const passageUnder = (heading: string) => passagesOf(`## ${heading}\n\n${use}`).at(-1)
    const [one, other] = ['Notes', 'Prohibited Uses'].map(passageUnder)
    expect(one && memory.get(one)).toBeDefined()
    expect(one && memoryOf().get(one)).toBeUndefined()
    expect(other && memory.get({ ...other, heading: '5. prohibited uses' })).toBeDefined()
  })
})
