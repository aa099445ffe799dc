import { loadKnown } from '@unwash/library/known'
import { describe, expect, test } from 'vitest'
import { standing } from '../../src/licenses/operative.ts'
import { readLicense } from '../../src/licenses/read.ts'

const known = await loadKnown()

/** The places that clauses of a kind cite in a license, the first of each clause. */
function placesOf(kind: string, text: string): readonly (readonly [number, string])[] {
  const lines = text.split('\n')
  const readings = readLicense({ path: 'LICENSE', lines, from: 1, to: lines.length, context: 'license' }, known)
  return readings.flatMap(({ license }) =>
    license.clauses.flatMap(clause => {
      const [cited] = clause.cited
      return clause.kind === kind && cited && 'quote' in cited ? [[cited.line, clause.mode] as const] : []
    }),
  )
}

describe('the sentence that is cited first is the one that commands', () => {
  test.each([
    ['a command', 'You must keep this notice.', 3],
    ['one in Chinese', '您必须保留本声明。', 3],
    ['what only tells', 'Copies carry this notice.', 2],
    ['a definition', '"Notice" means the words that you must keep.', 1],
    ['one that is numbered', 'a. “Notice” shall mean these words.', 1],
    ['one in Chinese', '“声明”是指必须保留的文字。', 1],
    ['a heading', 'Notices of Copyright.', 0],
    ['an acceptance', 'By using the model you agree that you must keep this notice.', 0],
    ['one in Chinese', '通过使用本模型，您同意必须保留本声明。', 0],
  ])('%s', (_, text, is) => {
    expect(standing({ text })).toBe(is)
  })

  test('or what stands in a list that commands', () => {
    expect(standing({ text: 'sell copies of it.', lead: 'you may not:' })).toBe(4)
    expect(standing({ text: 'sell copies of it.', lead: 'you may:' })).toBe(2)
    expect(standing({ text: 'You must keep this notice.' }, { mode: 'duty', at: 9, end: 25 })).toBe(4)
  })

  test('an acceptance is no duty', () => {
    const text = 'By using the model or making a derivative of it available, you agree to the terms of this license.'
    expect(placesOf('share.same_license', `MARSH LICENSE\n\n${text}\n`).filter(([, mode]) => mode === 'duty')).toEqual(
      [],
    )
  })

  test('words to be shown are those behind what asks for them', () => {
    const text =
      'You shall (i) keep a "Notice" text file and (ii) prominently display "Powered by Marsh" on your website.'
    const lines = ['MARSH LICENSE', '', text]
    const [{ license } = expect.unreachable()] = readLicense(
      { path: 'LICENSE', lines, from: 1, to: lines.length, context: 'license' },
      known,
    )
    expect(license.clauses.find(({ kind }) => kind === 'share.branding')?.parameters.text).toBe('Powered by Marsh')
  })

  test('wherever it stands', () => {
    const text = [
      'MARSH LICENSE',
      '',
      'The weights are freely available for non-commercial use.',
      '',
      '“Work” means what is made available under this license, as told by a copyright notice in it.',
      '',
      'It is a work of the Marsh.',
      '',
      'You may use the weights for non-commercial purposes only.',
      '',
      'You must keep this copyright notice in all copies.',
    ].join('\n')
    expect(placesOf('purpose.noncommercial', text)[0]?.[0]).toBe(9)
    expect(placesOf('share.attribution_notice', text).filter(([, mode]) => mode === 'duty')).toEqual([[11, 'duty']])
  })
})
