import { expect, test } from 'vitest'
import { historyReporters } from '../../src/reports/changes/history.ts'
import { changesReporters } from '../../src/reports/changes/index.ts'
import { claimsReporters } from '../../src/reports/claims/index.ts'
import { comparisonReporters } from '../../src/reports/comparison.ts'
import { FORMATS } from '../../src/reports/formats.ts'
import { reporters } from '../../src/reports/index.ts'
import { licensesReporters } from '../../src/reports/licenses/index.ts'
import { projectReporters } from '../../src/reports/project/index.ts'
import { questionsReporters } from '../../src/reports/questions/index.ts'

test('the command line offers the formats there are, the usual one first', () => {
  const there = {
    report: reporters,
    changes: changesReporters,
    history: historyReporters,
    comparison: comparisonReporters,
    project: projectReporters,
    questions: questionsReporters,
    claims: claimsReporters,
    licenses: licensesReporters,
  }
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id)
  expect(FORMATS).toEqual(Object.fromEntries(Object.entries(there).map(([kind, list]) => [kind, ids(list)])))
})
