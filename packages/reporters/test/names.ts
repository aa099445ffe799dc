import { readFileSync } from 'node:fs'
import { FILES } from '@unwash/core/knowledge/schemas/index'
import { parseKnowledge } from '@unwash/knowledge/build/parse'
import { knownNames, type Names } from '../src/index.ts'

const terms = parseKnowledge('terms.yml', readFileSync('knowledge/terms.yml', 'utf8'), FILES.terms)
const dated = { source: 'invented', seenOn: '2026-11-24' }
const clause = {
  definition: '',
  looksFor: '',
  falseFriends: '',
  against: [],
  reaches: [],
  weighs: 'blocks' as const,
  frameworks: {},
  adoption: { level: 'high' },
  ...dated,
}

/** The real terms, and invented names for the rest, so that goldens change only with the reports. */
export const names: Names = knownNames({
  terms: new Map(terms.map(term => [term.id, term])),
  licenses: new Map(),
  clauses: new Map([
    ['scale.users', { id: 'scale.users', name: 'User-scale threshold', ...clause }],
    ['geo.exclusion', { id: 'geo.exclusion', name: 'Excluded territory', ...clause }],
  ]),
  frameworks: new Map([
    [
      'osaid-1.0',
      {
        id: 'osaid-1.0',
        name: 'Open Source AI Definition',
        edition: '1.0',
        publisher: '',
        note: null,
        requirements: [],
        ...dated,
      },
    ],
  ]),
  spdx: new Map(),
  hosts: parseKnowledge('hosts.yml', readFileSync('knowledge/hosts.yml', 'utf8'), FILES.hosts),
})
