import { type License, LicensesReport, Report } from '@unwash/core/report/report'
import { unreadMarks } from '@unwash/web/client/read/marks'
import { quoteOf } from '@unwash/web/pages/quoted'
import { describe, expect, test } from 'vitest'
import { reporters } from '../src/index.ts'
import { licensesReporters } from '../src/licenses/index.ts'
import { names } from './names.ts'
import { restricted } from './samples.ts'

const TAIL = 'of the marsh and of the reeds'
const QUOTE = `Nobody may sell the heron ${TAIL}`

/** The same with every quote cut, and in every condition of the law a text that is cited. */
const cutIn = <One>(value: One, cut: true | undefined): One =>
  JSON.parse(
    JSON.stringify(value, (_, one) =>
      one && typeof one === 'object' && typeof one.path === 'string' && typeof one.line === 'number' && !('says' in one)
        ? { path: one.path, line: one.line, endLine: one.line, quote: QUOTE, ...(cut && { cut }) }
        : one,
    ),
  )

const evaluations: Report['evaluations'] = [
  {
    framework: 'eu-ai-act',
    edition: '2026',
    conclusion: 'unmet',
    requirements: [
      {
        id: 'EU-1',
        answer: 'unmet',
        because: 'It may not be sold.',
        rule: 'free and open',
        cited: [{ path: 'LICENSE', line: 3, endLine: 3, quote: '' }],
      },
    ],
  },
]

/** surfaces that show words which are cited; all others name their place alone */
const SHOWS = ['markdown', 'html', 'sarif', 'cyclonedx', 'memo', 'memo-html', 'card']

describe('a quote that is cut has a sign of it', () => {
  const report = (cut: true | undefined) =>
    cutIn({ ...restricted, evaluations: [...restricted.evaluations, ...evaluations] }, cut)
  const render = (id: string, cut: true | undefined) =>
    reporters
      .find(reporter => reporter.id === id)
      ?.render(report(cut), { names, full: true })
      .replace(/<\/text>\s*<text [^>]*>/g, ' ')
      .replace(/\s+/g, ' ') ?? ''

  test('in JSON, whose quote stays verbatim', () => {
    expect(Report.parse(report(true))).toEqual(report(true))
    expect(JSON.parse(render('json', true))).toEqual(report(true))
  })

  test.each(SHOWS)('on the surface %s', id => {
    const shown = render(id, true)
    expect(shown).toContain(`${TAIL}…`)
    expect(shown.replaceAll(`${TAIL}…`, '')).not.toContain(TAIL)
    expect(render(id, undefined)).toContain(TAIL)
    expect(render(id, undefined)).not.toContain(`${TAIL}…`)
  })

  test('and on every other that comes to show one', () => {
    for (const { id } of reporters.filter(({ id }) => id !== 'json'))
      expect([id, render(id, true).replaceAll(`${TAIL}…`, '').includes(TAIL)]).toEqual([id, false])
  })

  test('on the terminal, which wraps it', () => {
    expect(render('terminal', true)).toContain(`${TAIL}…`)
  })

  test('on the pages of the web', () => {
    const cited = { path: 'LICENSE', line: 1, endLine: 1, quote: QUOTE }
    expect(quoteOf(cited)).toBe(QUOTE)
    expect(quoteOf({ ...cited, cut: true })).toBe(`${QUOTE}…`)
    expect(quoteOf({ path: 'README.md', key: 'prompt', value: QUOTE, cut: true })).toBe(`prompt: ${QUOTE}…`)
  })

  const license: License = {
    ...(restricted.licenses[0] ?? expect.fail('the sample has a license')),
    text: { path: 'LICENSE' },
    parts: [{ is: 'unread', line: 3, endLine: 3, words: 80, quote: QUOTE, cut: true }],
    match: {
      kind: 'residue',
      nearest: 'mit',
      residue: [{ side: 'added', line: 3, endLine: 3, words: 80, reads: 'condition', quote: QUOTE, cut: true }],
    },
  }

  test('in what the page that reads a license did not understand', () => {
    expect(JSON.stringify(unreadMarks(license)[0]?.lines)).toContain(`“${QUOTE}…”`)
  })

  test.each(['terminal', 'markdown', 'sarif'])('in a license that is read, on the surface %s', id => {
    const read = LicensesReport.parse({ schemaVersion: 1, licenses: [{ ...license, clauses: [] }], findings: [] })
    const shown = licensesReporters
      .find(reporter => reporter.id === id)
      ?.render(read, { names, version: '9.9.9' })
      .replace(/\s+/g, ' ')
    expect(shown?.split(`${TAIL}…`).length).toBeGreaterThan(2)
    expect(shown?.replaceAll(`${TAIL}…`, '')).not.toContain(TAIL)
  })
})
