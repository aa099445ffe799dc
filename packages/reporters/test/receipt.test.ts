import type { Citation, Clause } from '@unwash/core/report/report'
import { expect, test } from 'vitest'
import { reportOn, WEIGHTS } from '../../../test/judged.ts'
import { receiptsOf } from '../src/receipt.ts'
import { mergedClauses } from '../src/sections/limits.ts'
import { placeInWords } from '../src/words/places.ts'

const CARD = '# Heron\n\nHeron is an open-source language model.\n'
const LICENSE = `HERON LICENSE

We grant you a license to use, copy, modify and distribute the weights under the terms of this agreement.
You must show the name Heron beside each product.
You may not use the weights for commercial purposes.

鹪鹩许可协议

我们授予您使用、复制、修改和分发模型的许可。
您不得将模型用于商业目的。
`
const report = reportOn({ files: { ...WEIGHTS, 'README.md': CARD, LICENSE } })
const [receipt] = receiptsOf(report)

test('a receipt begins with the clause that takes most, where it bans', () => {
  expect(report.uses?.find(({ answer }) => answer === 'no')?.clause).toBe('purpose.noncommercial')
  expect(receipt?.against[0]?.says).toMatch(/^You may not use it commercially.*: non-commercial only/)
  expect(receipt?.against[0]?.cited.map(placeInWords)[0]).toBe('LICENSE:5')
  // told once
  expect(receipt?.against.filter(({ kind }) => kind === 'bar-purpose.noncommercial')).toHaveLength(1)
})

test('a text in two languages is cited in English first, and where it says it again', () => {
  const places = (those: readonly { readonly cited: readonly Citation[] }[]) =>
    those.map(({ cited }) => cited.map(placeInWords)).filter(cited => cited.includes('LICENSE:10'))
  expect(places(mergedClauses(report.licenses[0]?.clauses ?? []))).toEqual([['LICENSE:5', 'LICENSE:10']])
  expect(places(report.findings).map(([first]) => first)).not.toContain('LICENSE:10')
  // what names something in the words of each language is one clause too
  const [clause] = mergedClauses(report.licenses[0]?.clauses ?? []).filter(({ cited }) => cited.length === 2)
  const of = (quote: string, line: number, law: string) =>
    ({ ...clause, parameters: { law }, cited: [{ path: 'LICENSE', line, endLine: line, quote }] }) as Clause
  const [one, two] = [of('The law of China holds.', 1, 'China'), of('适用中华人民共和国法律。', 9, '中华人民共和国')]
  expect(mergedClauses([two, one])).toMatchObject([{ parameters: { law: 'China' }, cited: [{ line: 1 }, { line: 9 }] }])
  expect(mergedClauses([two])).toHaveLength(1)
})
