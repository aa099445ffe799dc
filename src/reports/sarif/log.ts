import type { Citation } from '../../report.ts'
import { shortHash } from '../../verdict/findings.ts'
import type { Answer } from '../../vocabulary.ts'
import { plain } from '../foreign.ts'
import { inJson } from '../json.ts'
import { locationOf } from './location.ts'

/** SARIF 2.1.0 §3.27.9: what an answer is there */
export const KINDS = {
  met: 'pass',
  unmet: 'fail',
  unknown: 'open',
  'needs-human': 'review',
  'not-applicable': 'notApplicable',
} as const satisfies Record<Answer, string>
type Kind = (typeof KINDS)[Answer] | 'informational'

/** Something seen: what kind of answer it is, in words, and where. */
export interface Result {
  readonly ruleId: string
  readonly kind: Kind
  /** only what fails has one (SARIF 2.1.0 §3.27.10) */
  readonly level: 'error' | 'warning' | 'none'
  readonly text: string
  readonly cited: readonly Citation[]
  readonly taxa?: readonly Taxon[]
  /** places that belong to it and are not where it stands */
  readonly related?: readonly Citation[]
  readonly properties?: Readonly<Record<string, string>>
}

/** A requirement of a framework, as a taxon of a taxonomy. */
interface Taxon {
  readonly framework: string
  readonly row: string
}

/** What a log says beside its results. */
export interface LogSetup {
  readonly version: string
  /** what a rule looks for, in words */
  ruleText(id: string): string
  /** frameworks with their requirements; those that results name */
  readonly taxonomies?: ReadonlyMap<string, ReadonlySet<string>>
}

/** A log for code scanning with one run (SARIF 2.1.0). */
export function setLog(results: readonly Result[], { version, ruleText, taxonomies }: LogSetup): string {
  const rules = [...new Set(results.map(result => result.ruleId))]
  const taxa = taxonomies ?? taxaOf(results)
  return inJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'unwash',
            version,
            rules: rules.map(id => ({ id, shortDescription: { text: plain(ruleText(id)) } })),
            ...listed(
              'supportedTaxonomies',
              [...taxa.keys()].map(framework => ({ name: framework.toUpperCase() })),
            ),
          },
        },
        ...listed(
          'taxonomies',
          [...taxa].map(([framework, rows]) => ({
            name: framework.toUpperCase(),
            shortDescription: { text: `${framework.toUpperCase()}, its requirements` },
            taxa: [...rows].map(id => ({ id })),
          })),
        ),
        columnKind: 'utf16CodeUnits',
        results: results.map(result => setResult(result, rules)),
      },
    ],
  })
}

function taxaOf(results: readonly Result[]): ReadonlyMap<string, ReadonlySet<string>> {
  const taxa = new Map<string, Set<string>>()
  for (const { framework, row } of results.flatMap(result => result.taxa ?? []))
    taxa.set(framework, (taxa.get(framework) ?? new Set()).add(row))
  return taxa
}

function setResult(
  { ruleId, kind, level, text, cited, taxa = [], related = [], properties }: Result,
  rules: readonly string[],
): object {
  const [first] = cited
  const seed = first && 'quote' in first ? `${first.path} ${first.quote}` : first && 'path' in first ? first.path : ''
  return {
    ruleId,
    ruleIndex: rules.indexOf(ruleId),
    kind,
    level,
    message: { text: plain(text) },
    ...listed('locations', locationsOf(cited)),
    ...listed('relatedLocations', locationsOf(related)),
    ...listed(
      'taxa',
      taxa.map(({ framework, row }) => ({ id: row, toolComponent: { name: framework.toUpperCase() } })),
    ),
    ...(properties ? { properties } : {}),
    partialFingerprints: { 'unwash/v1': shortHash(`${ruleId} ${seed} ${text}`) },
  }
}

/** The places cited, each once: related locations must be unique (SARIF 2.1.0 §3.27.22). */
function locationsOf(cited: readonly Citation[]): readonly object[] {
  const places = cited.flatMap(citation => locationOf(citation) ?? [])
  return [...new Map(places.map(place => [JSON.stringify(place), place])).values()]
}

const listed = (name: string, all: readonly object[]): object => (all.length > 0 ? { [name]: all } : {})
