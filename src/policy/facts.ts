import type { Report } from '../report.ts'

/** What an expression may ask of a release: names, CEL types, and what each holds. */
export const FACTS = {
  name: { type: 'string', of: ({ release }: Report) => release.name },
  publisher: { type: 'string', of: ({ release }: Report) => release.publisher ?? '' },
  term: { type: 'string', of: ({ term }: Report) => term.id },
  floor: { type: 'string', of: ({ term }: Report) => term.floor },
  ceiling: { type: 'string', of: ({ term }: Report) => term.ceiling },
  facets: { type: 'list<string>', of: ({ term }: Report) => term.facets },
  licenses: {
    type: 'list<string>',
    of: ({ licenses }: Report) => onWeights(licenses).map(({ id, name }) => id ?? name ?? 'unknown'),
  },
  classes: { type: 'list<string>', of: ({ licenses }: Report) => onWeights(licenses).map(license => license.class) },
  clauses: {
    type: 'list<string>',
    of: ({ licenses }: Report) => [
      ...new Set(onWeights(licenses).flatMap(({ clauses }) => clauses.map(one => one.kind))),
    ],
  },
  conflicts: { type: 'list<string>', of: ({ conflicts }: Report) => conflicts.map(({ kind }) => kind) },
  contradicted: {
    type: 'int',
    of: ({ claims }: Report) => BigInt(claims.filter(({ check }) => check === 'contradicted').length),
  },
  components: {
    type: 'map<string,string>',
    of: ({ components }: Report) => Object.fromEntries(components.map(({ id, presence }) => [id, presence])),
  },
  data: {
    type: 'string',
    of: ({ components }: Report) => components.find(({ id }) => id === 'datasets')?.ladder ?? '',
  },
  frameworks: {
    type: 'map<string,string>',
    of: ({ evaluations }: Report) =>
      Object.fromEntries(
        evaluations.map(({ framework, reading, conclusion }) => [
          reading ? `${framework}/${reading}` : framework,
          conclusion,
        ]),
      ),
  },
} as const satisfies Record<string, { readonly type: string; readonly of: (report: Report) => unknown }>

const onWeights = (licenses: Report['licenses']) => licenses.filter(({ covers }) => covers.includes('weights'))
