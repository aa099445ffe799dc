import { expect, test } from 'vitest'
import { historyReporters } from '../src/changes/history.ts'
import { changesReporters } from '../src/changes/index.ts'
import { claimsReporters } from '../src/claims/index.ts'
import { comparisonReporters } from '../src/comparison.ts'
import { FORMATS } from '../src/formats.ts'
import { reporters } from '../src/index.ts'
import { licensesReporters } from '../src/licenses/index.ts'
import { projectReporters } from '../src/project/index.ts'
import { questionsReporters } from '../src/questions/index.ts'

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
