import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { Report } from '@unwash/core/report/report'
import { plain } from '@unwash/core/text/foreign'
import MarkdownIt from 'markdown-it'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { endsWithin } from '../../../test/tiers.ts'
import { reporters } from '../src/index.ts'
import { markdown } from '../src/markdown/index.ts'
import { terminal } from '../src/terminal/index.ts'
import { json } from '../src/ways.ts'
import { widthOf } from '../src/words/clipped.ts'
import { names } from './names.ts'
import { hostile, open, restricted, samples } from './samples.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
const UNPRINTABLE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/

describe('goldens', () => {
  for (const [name, report] of Object.entries(samples)) {
    test(`the sample "${name}" is a report`, () => expect(Report.parse(report)).toEqual(report))
    for (const reporter of reporters.filter(({ id }) => id !== 'json')) {
      test(`${reporter.id} of "${name}"`, () => {
        const golden = new URL(`./goldens/${name}.${reporter.extension}`, import.meta.url)
        const rendered = reporter.render(report, { names, full: reporter.id === 'terminal' && name === 'open' })
        if (process.env.UPDATE_GOLDENS) writeFileSync(golden, rendered)
        expect(existsSync(golden), 'run with UPDATE_GOLDENS=1 to write it').toBe(true)
        expect(rendered).toBe(readFileSync(golden, 'utf8'))
      })
    }
  }
})

describe('terminal', () => {
  test.each([40, 80, 100, 120, 400])('no line is wider than %i columns, nor than 120', width => {
    for (const report of Object.values(samples)) {
      const both = [false, true].map(full => terminal.render(report, { names, width, full })).join('')
      const widest = Math.max(...both.split('\n').map(widthOf))
      expect(widest).toBeLessThanOrEqual(Math.min(width, 120))
    }
  })

  test('the term is the first thing after the name of the release, and what is given follows it', () => {
    const rows = terminal.render(open, { names, full: true }).split('\n')
    expect(rows[2]?.trim()).toBe('Open Weights AI, free to use and change')
    expect(rows.findIndex(row => row.includes('Released: '))).toBeLessThan(rows.indexOf('Why'))
  })

  test('floor and ceiling are one sentence', () => {
    expect(terminal.render(open, { names, width: 120, full: true })).toContain(
      'Proven: Open Weights AI; Open Source AI if a reviewer confirms 3 points',
    )
  })

  test('several models are counted by their terms', () => {
    expect(terminal.render(restricted, { names, width: 120 })).toContain(
      '2 of 3 models are Weights Available AI; lumen-1b is Open Weights AI',
    )
  })

  test('at most three reasons are given', () => {
    const text = terminal.render(restricted, { names, full: true })
    expect(text).toContain('Weights are in this release weights/model.safetensors')
    expect(text).toContain('and 1 more reason in --format json')
  })

  test("only a term of unwash's own is marked, with a footnote", () => {
    expect(terminal.render(hostile, { names })).toMatch(/Undetermined \*[\s\S]*\n\* unwash's own word/)
    expect(terminal.render(open, { names })).not.toContain('*')
  })

  test('a plea is not listed among what limits', () => {
    expect(terminal.render(restricted, { names })).not.toContain('share.branding')
  })
})

describe('foreign text', () => {
  test.each(reporters)('$id lets no control character or reordering mark through', reporter => {
    expect(reporter.render(hostile, { names })).not.toMatch(UNPRINTABLE)
  })

  test('terminal sequences go whole, words stay', () => {
    expect(plain('\u001b[1;31mred\u001b[0m and \u001b]0;title\u0007plain \u009b31mwords\u001bc')).toBe(
      'red and plain words',
    )
    expect(plain('an unfinished \u001b]title stays readable')).toContain('stays readable')
    expect(plain('two\n\tlines')).toBe('two lines')
  })

  test('a megabyte of beginnings of sequences is read in no time', async () => {
    const read = () => [plain('\u001b]'.repeat(500_000)), plain('\u001b[0'.repeat(300_000))]
    await endsWithin(2_000, read)
  })

  test('as Markdown it makes no heading, link, image, mention or markup', () => {
    const html = new MarkdownIt({ html: true, linkify: true }).render(markdown.render(hostile, { names }))
    expect(html).not.toMatch(/<(?:a|img|script)\b/)
    expect(html.match(/<h[1-6]>[^<]*/g)).toEqual([
      '<h2>Undetermined *, too little could be read',
      '<h3>Why',
      '<h3>Evidence that would change this',
      '<h3>Next',
    ])
    expect(html).not.toMatch(/@octo-cat/)
  })

  test('as JSON it is the same value', () => {
    for (const report of Object.values(samples)) expect(JSON.parse(json.render(report, { names }))).toEqual(report)
  })
})

test('every reporter has an id and an extension of its own', () => {
  expect(new Set(reporters.map(reporter => reporter.id)).size).toBe(reporters.length)
  expect(new Set(reporters.map(reporter => reporter.extension)).size).toBe(reporters.length)
})

test('both readable reports say the same', () => {
  const words = (text: string) =>
    plain(text)
      .replace(/&#8203;|<br>|\\|[*`|#-]/g, '')
      .replace(/\s+/g, ' ')
  const shown = words(terminal.render(open, { names, width: 120, full: true }))
  for (const heading of [
    'Why',
    'Components',
    'Licenses',
    'Frameworks',
    'How to become more open',
    'Evidence that would change this',
    'Notes',
    'Next',
  ]) {
    expect(shown).toContain(heading)
    expect(words(markdown.render(open, { names }))).toContain(heading)
  }
})

test('the terms marked as own are those the design says', () => {
  const listed: unknown = parse(readFileSync('knowledge/terms.yml', 'utf8'))
  const own = Array.isArray(listed) ? listed.filter(term => term.origin === 'own').map(term => term.id) : []
  expect(own).toEqual(['unlicensed-weights', 'closed-ai', 'no-model', 'undetermined'])
})
