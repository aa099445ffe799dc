import type { Allowed, Report } from '@unwash/core/report/report'
import { shownOnTerminal } from '@unwash/core/text/foreign'
import { describe, expect, test } from 'vitest'
import { markdown } from '../src/markdown/index.ts'
import { terminal } from '../src/terminal/index.ts'
import { clipped } from '../src/words/clipped.ts'
import { names } from './names.ts'
import { restricted } from './samples.ts'

const place = (path: string) => [{ path, line: 20, endLine: 21, quote: 'the marsh' }]
const allowed = (use: string, answer: Allowed['answer'], says = '', path = 'LICENSE'): Allowed => ({
  use,
  ask: `do ${use}`,
  answer,
  says,
  clause: answer === 'no' ? 'geo.exclusion' : null,
  clauses: [],
  doubts: [],
  cited: place(path),
})
const uses = [
  allowed('commercial', 'if', 'up to 50M monthly active users'),
  allowed('eu', 'no', 'not in EU'),
  allowed('distill', 'unknown', 'its use policy was not read', 'licenses/of/many/models/and/places/LICENSE'),
  allowed('fine-tune', 'yes'),
]
const many: Report = {
  ...restricted,
  uses,
  claims: Array.from(
    { length: 12 },
    (_, at) => ({ ...restricted.claims[0], cited: place(`docs/${at}.md`) }) as Report['claims'][number],
  ),
}
const rows = (report: Report, options = {}) =>
  terminal
    .render(report, { names, ...options })
    .trimEnd()
    .split('\n')

describe('the first screen', () => {
  test('answers in the order people ask', () => {
    const text = rows({ ...restricted, uses }).join('\n')
    const at = ['Weights Available AI', 'Can I …', 'Restrictions', 'Claims: ', 'Released', 'More: '].map(word =>
      text.indexOf(word),
    )
    expect(at.every(place => place >= 0)).toBe(true)
    expect(at).toEqual(at.toSorted((one, other) => one - other))
  })

  test('each question has its sign, its words and its place on one row', () => {
    const text = rows({ ...restricted, uses })
    expect(text).toContainEqual(
      expect.stringMatching(/^ {2}~ do commercial {2}up to 50M monthly active users +LICENSE:20-21$/),
    )
    expect(text).toContainEqual(expect.stringMatching(/^ {2}✗ do eu +not in EU +LICENSE:20-21$/))
    expect(text).toContainEqual(expect.stringMatching(/^ {2}✓ do fine-tune +LICENSE:20-21$/))
  })

  test('each question has the same sign and place in Markdown', () => {
    const text = markdown.render({ ...restricted, uses }, { names })
    expect(text).toContain('| **✓** | do fine-tune | **yes** | `LICENSE:20-21` |')
    expect(text).toContain('| **\\~** | do commercial | **if**: up to 50M monthly active users | `LICENSE:20-21` |')
  })

  test('a sentence that was not understood is not named among the licenses', () => {
    const [license] = restricted.licenses.filter(({ covers }) => covers.includes('weights'))
    if (!license) throw new Error('no license')
    const sentence = (of: 'unknown' | 'non-commercial', says: string) =>
      ({ ...license, id: null, text: null, class: of, name: `a sentence${says}`, clauses: [] }) as typeof license
    const headed = (...more: (typeof license)[]) =>
      rows({ ...restricted, licenses: [license, ...more] })
        .slice(0, 3)
        .join('\n')
    expect(headed(sentence('unknown', ' that was not understood'))).toBe(headed())
    expect(headed(sentence('non-commercial', ': non-commercial only'))).not.toBe(headed())
  })

  test('a long path keeps its beginning, its file and its line', () => {
    expect(rows({ ...restricted, uses }).join('\n')).toContain('licenses/…/LICENSE:20-21')
  })

  test('what decides an answer is not told again among the restrictions', () => {
    const told = rows({ ...restricted, uses }).filter(row => row.includes('Excluded territory'))
    expect(told).toEqual([])
    expect(rows(restricted).join('\n')).toContain('Excluded territory')
  })

  test('fits 40 rows, however many claims rest on one reason', () => {
    expect(rows(many).length).toBeLessThanOrEqual(40)
    expect(rows(many).join('\n')).toContain('and 11 more')
  })

  test('tells what falls for one reason once, with its lines, the worst first and at most five', () => {
    const [claim] = restricted.claims
    const at = (line: number, because: string, strength: 'flat' | 'scope') =>
      ({
        ...claim,
        says: `open ${because}`,
        strength,
        because: [because],
        cited: [{ path: 'README.md', line, endLine: line, quote: 'open' }],
      }) as Report['claims'][number]
    const one = [at(3, 'a', 'scope'), at(4, 'b', 'flat'), at(7, 'b', 'flat'), at(9, 'b', 'flat')]
    const told = rows({ ...restricted, claims: one }).filter(row => /[✗~] “/.test(row))
    expect(told).toEqual([
      expect.stringMatching(/^ {2}✗ “open b” and lines 7, 9 +README\.md:4$/),
      expect.stringMatching(/^ {2}~ “open a” +README\.md:3$/),
    ])
    const seven = Array.from({ length: 7 }, (_, number) => at(number + 1, `reason-${number}`, 'flat'))
    const text = rows({ ...restricted, claims: seven })
    expect(text.filter(row => row.includes('✗ “'))).toHaveLength(5)
    expect(text.join('\n')).toContain('and 2 more reasons with --full')
    expect(text.join('\n')).toContain('docs/corrections.md')
  })

  test('says where the files are that it cites, as seen from where one stands', () => {
    expect(rows(restricted, { filesIn: 'models/lumen' })).toContain('files are in models/lumen')
  })
})

describe('a place that opens', () => {
  const linked = terminal.render(
    { ...restricted, uses },
    { names, linkTo: cited => ('path' in cited ? `file:///r/${cited.path}` : null) },
  )

  test('is a link around its words, and takes no columns', () => {
    expect(linked).toContain('\u001b]8;;file:///r/LICENSE\u001b\\LICENSE:20-21\u001b]8;;\u001b\\')
    const widths = shownOnTerminal(linked, false)
      .split('\n')
      .map(row => row.length)
    expect(Math.max(...widths)).toBeLessThanOrEqual(80)
  })

  test('comes through to a terminal; no other address does', () => {
    expect(shownOnTerminal(linked, true)).toBe(linked)
    const other = '\u001b]8;;https://a.example\u001b\\b\u001b]8;;\u001b\\'
    expect(shownOnTerminal(other, true)).toBe('b')
  })
})

test.each([
  ['a short word', 'a short word'],
  ['a sentence that goes on and on', 'a sentence that…'],
  ['沼泽里的苍鹭在清晨唱歌给大家听', '沼泽里的苍鹭在…'],
])('"%s" is cut to sixteen columns between words', (text, cut) => expect(clipped(text, 16)).toBe(cut))
