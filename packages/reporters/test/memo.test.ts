import { describe, expect, test } from 'vitest'
import { known, reportOn, WEIGHTS } from '../../../test/judged.ts'
import { spdx } from '../../core/test/texts.ts'
import { knownNames } from '../src/index.ts'
import { memo, memoHtml } from '../src/memo/index.ts'

const CARD = `---
license: apache-2.0
---
# Heron

Heron is a language model. Only registered customers may download it for a fee.

You may not use the weights for military purposes.
`
const report = reportOn({ files: { ...WEIGHTS, 'README.md': CARD } })
const names = knownNames(known.knowledge)
const text = memo.render(report, { names })
const law = report.evaluations.find(({ framework }) => framework === 'eu-ai-act')

describe('a memo for counsel', () => {
  test('asks and answers what counsel asks, in order', () => {
    expect([...text.matchAll(/^### (.+\?)$/gm)].map(([, heading]) => heading)).toEqual([
      'Which terms bind the weights?',
      'What restricts us?',
      'How can it end, and what else do the terms say?',
      'What is it made from, and what conflicts?',
      'And in the European Union?',
      'What must we do?',
      'What was not read, and what is unknown?',
    ])
  })

  test('begins with what everybody asks, each with its answer, its condition and its place', () => {
    const head = text.slice(0, text.indexOf('### Which terms bind'))
    for (const { ask } of report.uses ?? []) expect(head).toContain(`May we ${ask}?`)
    expect(head).toMatch(/\| May we use it for any purpose\? \| .*no military use.* \| `README\.md:8` \|/)
  })

  test('tells words once, though several clauses stand in them', () => {
    const words = 'You may not sell the weights or outputs without a license from us, and must show "Made by Marsh".'
    const sold = memo.render(reportOn({ files: { ...WEIGHTS, 'README.md': `# Heron\n\n${words}\n` } }), { names })
    const restricts = sold.slice(sold.indexOf('### What restricts us?'), sold.indexOf('### How can it end'))
    expect([...restricts.matchAll(/You may not sell the weights/g)]).toHaveLength(1)
    expect(restricts.match(/\| \*\*\w+\*\*: [^|]+; \*\*\w+\*\*: /g)).not.toBeNull()
  })

  test('of several models says which answer is whose', () => {
    const several = memo.render(
      reportOn({
        files: {
          ...WEIGHTS,
          'README.md':
            '# Heron\n\n| model | license |\n| --- | --- |\n| Heron-1B | MIT |\n| Heron-2B | MIT |\n| Heron-9B | CC-BY-NC-4.0 |\n',
        },
      }),
      { names },
    )
    expect(several).toContain('**2 of 3 models are Open Weights AI; Heron-9B is Weights Available AI**')
    expect(several).toMatch(/\| May we use it commercially\? \| all but Heron-9B \| .*\*\*yes\*\*/)
    expect(several).toMatch(/\| {2}\| Heron-9B \| .*\*\*no\*\*: non-commercial only/)
  })

  test('tells what to do to be ticked off, and last, in short, how the text of a license was changed', () => {
    const LICENSE = spdx('MIT').replace('to deal in the Software', 'to deal in the Software on weekdays')
    const changed = memo.render(reportOn({ files: { ...WEIGHTS, 'README.md': '# Heron\n', LICENSE } }), { names })
    const at = changed.indexOf('### How was the text of a license changed?')
    expect(at).toBeGreaterThan(changed.indexOf('### Signature'))
    expect(changed.slice(at)).toContain('weekdays')
    const [binds = ''] = /### Which terms bind.*?(?=\n### )/s.exec(changed) ?? []
    expect(binds).toContain('LICENSE')
    expect(changed).toMatch(/^☐ When .*: \*\*.+\*\*.*`LICENSE/m)
    expect(binds).not.toContain('weekdays')
  })

  test('quotes what restricts and what must be done, with file and line', () => {
    const restricts = text.slice(text.indexOf('### What restricts us?'), text.indexOf('### How can it end'))
    expect(restricts).toMatch(/`README\.md:\d+`/)
    expect(restricts).toContain('“You may not use the weights for military purposes.”')
  })

  test('is short on the law of the Union: what decides, with its words of law, and how much else is open', () => {
    const part = text.slice(text.indexOf('### And in the European Union?'), text.indexOf('### What must we do?'))
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
    expect([...page.matchAll(/<h2>([^<]+\?)<\/h2>/g)]).toHaveLength(7)
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
