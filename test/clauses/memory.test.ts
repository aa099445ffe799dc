import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { findClauses, findInPassages } from '../../src/licenses/clauses/find.ts'
import { kinds } from '../../src/licenses/clauses/index.ts'
import { memoryOf } from '../../src/licenses/clauses/memory.ts'
import { passagesOf } from '../../src/licenses/passages.ts'

const examples = kinds.flatMap(({ examples: { found, left } }) => [...found.map(({ text }) => text), ...left])
const all = [...examples, examples.join('\n\n'), examples.toReversed().join('\n\n')]

describe('passages read before', () => {
  test('say the same when they are read again, wherever they stand', () => {
    const memory = memoryOf()
    for (const text of [...all, ...all]) {
      const passages = passagesOf(text)
      const read = (own: typeof memory | null) => JSON.stringify(findInPassages(text, passages, kinds, own))
      expect(read(memory)).toBe(read(null))
    }
  })

  test('say something else where another passage gives their words another meaning', () => {
    const sentence = 'This license is granted for use within the Territory only.'
    const territory = (meaning: string) =>
      findClauses(`"Territory" means ${meaning}.\n\n${sentence}`).filter(({ kind }) => kind === 'geo.exclusion')
    const [excluding] = territory('worldwide, excluding the European Union')
    expect(excluding?.parameters).toMatchObject({ territories: ['EU'] })
    expect(territory('the whole world')).toEqual([])
    expect(territory('worldwide, excluding the European Union')).toEqual([excluding])
  })

  test('stand on their own lines', () => {
    const lines = (text: string) => findClauses(text).map(({ line }) => line)
    const ban = 'You may not use the Model for any commercial purpose.'
    expect(lines(ban)).toEqual([1])
    expect(lines(`Terms of Use\n\n\n${ban}`)).toEqual([4])
  })

  test('are known under another heading, unless it says something of them', () => {
    const memory = memoryOf()
    const use = 'Surveillance of workers or of tenants.'
    const read = (heading: string, own: typeof memory | null) => {
      const text = `## ${heading}\n\n${use}`
      return findInPassages(text, passagesOf(text), kinds, own).map(({ kind, mode }) => `${kind} ${mode}`)
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

  test('rest on nothing of their heading but what is asked of all headings', () => {
    const folder = new URL('../../src/licenses/', import.meta.url)
    // the second reader keeps nothing
    const apart = [
      'read.ts',
      'clauses/memory.ts',
      'selflabels.ts',
      'passages.ts',
      'headings.ts',
      'nearby.ts',
      'clause.ts',
    ]
    const reading = readdirSync(folder).filter(name => name.endsWith('.ts'))
    const files = [...reading, ...readdirSync(new URL('clauses/', folder)).map(name => `clauses/${name}`)]
    const looking = files.filter(
      name =>
        !apart.includes(name) &&
        /\bpassage\.heading\b|\{[^{}]*\bheading\b[^{}]*\}(?: = passage\b|: Passage\b)/.test(
          readFileSync(new URL(name, folder), 'utf8'),
        ),
    )
    expect(looking).toEqual([])
  })
})
