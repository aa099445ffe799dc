import { describe, expect, test } from 'vitest'
import { namesOf } from '../../src/reports/index.ts'
import { memo, memoHtml } from '../../src/reports/memo.ts'
import { known, reportOn, WEIGHTS } from '../licensing/judged.ts'

const CARD = `---
license: apache-2.0
---
# Heron

Heron is a language model. Only registered customers may download it for a fee.
`
const report = reportOn({ files: { ...WEIGHTS, 'README.md': CARD } })
const names = namesOf(known.knowledge)
const text = memo.render(report, { names })
const law = report.evaluations.find(({ framework }) => framework === 'eu-ai-act')

describe('a memo on the exemption of Article 53(2)', () => {
  test('answers every condition, each under its group and with the words of law it rests on', () => {
    expect(law?.requirements.length).toBeGreaterThan(20)
    for (const { id } of law?.requirements ?? []) {
      expect(text).toContain(`**${id}**: `)
      expect(text.replaceAll('\\', '')).toContain(names.requirement(id)?.citation)
    }
    expect(text).toContain('### Applicability')
  })

  test('lists under what is missing each condition that is neither met nor beside the point, and no other', () => {
    const missing = text.slice(text.indexOf('### What is missing'), text.indexOf('### Public summary'))
    const open = law?.requirements.filter(({ answer }) => answer !== 'met' && answer !== 'not-applicable') ?? []
    expect([...missing.matchAll(/^- \*\*([\w.-]+)\*\*/gm)].map(([, id]) => id)).toEqual(open.map(({ id }) => id))
    expect(open.length).toBeGreaterThan(0)
  })

  test('has the template of the summary of training content, every section of which is to be written where there is none', () => {
    const template = report.evaluations.find(({ framework }) => framework === 'eu-training-summary')
    expect(text).toContain('No summary was found.')
    expect(text.match(/to be written/g)?.length).toBe((template?.requirements.length ?? 0) + 1)
  })

  test('names its evidence by line, its dates, and has room for a signature', () => {
    expect(text).toContain('`README.md:2`')
    expect(text).toContain(`Read on ${report.readAsOf}`)
    expect(text).toMatch(/Signature: …/)
  })

  test('says the same as a page to print', () => {
    const page = memoHtml.render(report, { names })
    expect(page).toContain('<h1>Memorandum on the use of ')
    for (const { id } of law?.requirements ?? []) expect(page).toContain(`<strong>${id}</strong>`)
    expect(page).not.toMatch(/<script|<img|<link/)
  })
})
