import { expect, test } from 'vitest'
import { reportOn, WEIGHTS } from '../../../test/judged.ts'
import { PIER, spdx } from '../../core/test/texts.ts'
import { tellingOf } from '../src/telling.ts'

const LONG = `Heron is an open-source model for ${'the marshes and the meadows and '.repeat(8)}the sea.`
const CARDS = {
  long: [LONG, PIER],
  far: ['Heron is an open-source model.', spdx('Apache-2.0')],
  chinese: ['Heron 是一个开源模型。', PIER],
  short: ['Heron is an open-source model.', PIER],
  silent: ['Heron is a model.', PIER],
} as const
type Case = keyof typeof CARDS

const reports = new Map<string, ReturnType<typeof reportOn>>(
  Object.entries(CARDS).map(([name, [says, license]]) => [
    name,
    reportOn({ files: { ...WEIGHTS, 'README.md': `# Heron\n\n${says}\n`, LICENSE: license } }),
  ]),
)
const shelf = {
  report: async (name: string) => {
    const report = reports.get(name)
    return report ? { report, evidence: null, keptOn: '2026-11-24' } : null
  },
}
const chosenOf = async (...names: readonly Case[]) => {
  const rows = names.map(name => ({ name, revision: null, said: '', facets: ['a limit'], contradicted: 1 }))
  return (await tellingOf(rows, shelf))?.row.name
}

test('what the first page shows is in English, flatly contradicted by a clause that bars, and short', async () => {
  expect(await chosenOf('chinese', 'far')).toBe('far')
  expect(await chosenOf('far', 'long')).toBe('long')
  expect(await chosenOf('long', 'short')).toBe('short')
  expect(await chosenOf('silent', 'chinese', 'far', 'short')).toBe('short')
  expect(await chosenOf()).toBeUndefined()
})

test('of more than are opened those come first in which less could not be told', async () => {
  const row = (name: Case, said: string) => ({ name, revision: null, said, facets: ['a limit'], contradicted: 1 })
  const doubted = 'open-source:undetermined,open-weights:undetermined'
  const rows = [row('short', doubted), ...Array.from({ length: 4 }, () => row('long', ''))]
  expect((await tellingOf(rows, shelf))?.row.name).toBe('long')
})
