import { expect, test } from 'vitest'
import { inEnglish, receiptsOf } from '../../src/reporters/receipt.ts'
import { placeInWords } from '../../src/reporters/words/places.ts'
import { reportOn, WEIGHTS } from '../judged.ts'

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

test('what is cited in another language leads to where the text has it in English', () => {
  const foreign = report.licenses
    .flatMap(({ clauses }) => clauses.flatMap(({ cited }) => cited))
    .find(cited => placeInWords(cited) === 'LICENSE:10')
  expect(foreign && inEnglish(report, foreign)?.line).toBe(5)
})
