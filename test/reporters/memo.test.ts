import { describe, expect, test } from 'vitest'
import { namesOf } from '../../src/reporters/index.ts'
import { memo, memoHtml } from '../../src/reporters/memo.ts'
import { known, reportOn, WEIGHTS } from '../judged.ts'

const CARD = `---
license: apache-2.0
---
# Heron

Heron is a language model. Only registered customers may download it for a fee.

You may not use the weights for military purposes.
`
const report = reportOn({ files: { ...WEIGHTS, 'README.md': CARD } })
const names = namesOf(known.knowledge)
const text = memo.render(report, { names })
const law = report.evaluations.find(({ framework }) => framework === 'eu-ai-act')

describe('a memo for counsel', () => {
  test('asks and answers what counsel asks, in order', () => {
    expect([...text.matchAll(/^### (.+\?)$/gm)].map(([, heading]) => heading)).toEqual([
      'Which terms bind the weights?',
      'May we use, sell, host and train with it?',
      'What restricts us?',
      'What must we do?',
      'How can it end, and what else do the terms say?',
      'What is it made from, and what conflicts?',
      'What is unknown?',
      'And in the European Union?',
    ])
  })

  test('quotes what restricts and what must be done, with file and line', () => {
    const restricts = text.slice(text.indexOf('### What restricts us?'), text.indexOf('### What must we do?'))
    expect(restricts).toMatch(/`README\.md:\d+`/)
    expect(restricts).toContain('“You may not use the weights for military purposes.”')
  })

  test('is short on the law of the Union: what decides, with its words of law, and how much else is open', () => {
    const part = text.slice(text.indexOf('### And in the European Union?'), text.indexOf('### Signature'))
    expect(part).toContain('Whether the exemption of Article 53(2)')
    const open = law?.requirements.filter(({ answer }) => answer !== 'met' && answer !== 'not-applicable') ?? []
    expect(open.length).toBeGreaterThan(4)
    const told = [...part.matchAll(/^- /gm)].length
    expect(told).toBeGreaterThan(0)
    expect(told).toBeLessThanOrEqual(4)
    const counted = [...(/Further conditions: (.+)/.exec(part)?.[1] ?? '').matchAll(/\d+/g)].map(Number)
    expect(counted.reduce((sum, one) => sum + one, told)).toBe(open.length)
    expect(part).toMatch(
      /Public summary of training content .+\*\*none was found\*\*; all \d+ sections are to be written/,
    )
  })

  test('names its evidence by line, its dates, and has room for a signature', () => {
    expect(text).toContain('`README.md:2`')
    expect(text).toContain(`Read on ${report.readAsOf}`)
    expect(text).toMatch(/^Read: .*a folder without revision/m)
    expect(text).toMatch(/Signature: …/)
  })

  test('says the same as a page to print', () => {
    const page = memoHtml.render(report, { names })
    expect(page).toContain('<h1>Memorandum on the use of ')
    expect([...page.matchAll(/<h2>([^<]+\?)<\/h2>/g)]).toHaveLength(8)
    expect(page).not.toMatch(/<script|<img|<link/)
  })
})

test('a sentence too long for a citation is whole where its text is at hand, and shows where it is cut else', () => {
  const long =
    'If, on the day of release, the monthly active users of the products or services made available by or for you, or ' +
    'by any of your affiliates and of whoever builds on what these offer, are more than 700 million monthly active ' +
    'users in the preceding calendar month, you must request a license from Marsh Lab, which Marsh Lab may grant to ' +
    'you in its sole discretion, and you are not authorized to exercise any of the rights under this agreement ' +
    'unless or until Marsh Lab otherwise expressly grants you such rights.'
  const LICENSE = `HERON LICENSE\n\nYou may use, copy, modify and distribute the weights.\n\n${long}\n`
  const capped = reportOn({ files: { ...WEIGHTS, 'README.md': '# Heron\n', LICENSE } })
  const textOf = (path: string) => (path === 'LICENSE' ? LICENSE : null)
  expect(long.length).toBeGreaterThan(400)
  expect(memo.render(capped, { names, textOf })).toContain(`“${long}”`)
  const alone = memo.render(capped, { names })
  expect(alone).not.toContain(long)
  expect(alone).toMatch(/“…[^”]{100,}such rights\.”|“If, on[^”]{100,}…”/)
})
