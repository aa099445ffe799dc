import { describe, expect, test } from 'vitest'
import { reportOn, WEIGHTS } from '../../../../test/judged.ts'

const card = (front: string, prose = '') => `---\nlicense: apache-2.0\n${front}\n---\n\n# Heron\n\n${prose}\n`
const notesOf = (front: string, prose = '', files: Readonly<Record<string, string>> = {}) =>
  reportOn({
    name: 'heron-7b',
    publisher: 'marsh-lab',
    files: { ...WEIGHTS, 'README.md': card(front, prose), ...files },
  }).notes

describe('what is asked and decides nothing', () => {
  test('data without trade beneath open weights, with both sides', () => {
    const report = reportOn({ files: { ...WEIGHTS, 'README.md': card('datasets:\n  - tatsu-lab/alpaca') } })
    const [note] = report.notes.filter(({ says }) => says.includes('without trade'))
    expect(note?.says).toMatch(/cc-by-nc-4\.0.*That this reaches the weights: .*That it does not: /)
    expect(note?.cited?.some(one => 'fact' in one)).toBe(true)
    expect(report.conflicts).toEqual([])
    expect(report.uses?.find(({ use }) => use === 'commercial')?.answer).toBe('yes')
  })

  test('data whose own terms allow no trade, though they are no license', () => {
    const says = notesOf('datasets:\n  - BelleGroup/train_2M_CN').map(note => note.says)
    expect(says.some(one => /\(non-commercial\)/.test(one))).toBe(true)
  })

  test('not where the data permit trade, nor beneath weights that are limited too', () => {
    expect(notesOf('datasets:\n  - databricks/databricks-dolly-15k').filter(({ says }) => /trade/.test(says))).toEqual(
      [],
    )
    const limited = card('datasets:\n  - tatsu-lab/alpaca').replace('apache-2.0', 'cc-by-nc-4.0')
    const report = reportOn({ files: { ...WEIGHTS, 'README.md': limited } })
    expect(report.notes.filter(({ says }) => /without trade/.test(says))).toEqual([])
  })

  test('terms at a branch, of which no revision is named', () => {
    const link = (ref: string) =>
      notesOf(`license_name: fern\nlicense_link: https://github.com/fen-lab/fern/blob/${ref}/LICENSE`).filter(
        ({ says }) => /may change/.test(says),
      ).length
    expect(link('main')).toBe(1)
    expect(link('0a1b2c3d4e5f60718293a4b5c6d7e8f901234567')).toBe(0)
  })

  test("a base of an account that is spelled like another's", () => {
    const told = (id: string) => notesOf(`base_model: ${id}`).filter(({ says }) => /spelled alike/.test(says))
    expect(told('meta-Ilama/Llama-3.1-8B')[0]?.says).toMatch(/^meta-Ilama\/Llama-3\.1-8B is not of meta-llama/)
    expect(told('meta-llama/Llama-3.1-8B')).toEqual([])
    expect(told('tern-lab/Llama-3.1-8B')).toEqual([])
  })

  test('a release that is named as its own base', () => {
    expect(notesOf('base_model: marsh-lab/heron-7b').map(({ says }) => says)).toContain(
      'marsh-lab/heron-7b is named as its own base, which says nothing of where it starts from',
    )
  })
})
