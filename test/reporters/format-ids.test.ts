import { expect, test } from 'vitest'
import { historyReporters } from '../../src/reporters/changes/history.ts'
import { changesReporters } from '../../src/reporters/changes/index.ts'
import { claimsReporters } from '../../src/reporters/claims/index.ts'
import { comparisonReporters } from '../../src/reporters/comparison.ts'
import { FORMATS } from '../../src/reporters/formats.ts'
import { reporters } from '../../src/reporters/index.ts'
import { licensesReporters } from '../../src/reporters/licenses/index.ts'
import { projectReporters } from '../../src/reporters/project/index.ts'
import { questionsReporters } from '../../src/reporters/questions/index.ts'

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
