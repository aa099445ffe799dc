import type { Citation } from '@unwash/core/report/report'
import type { Answer } from '@unwash/core/report/vocabulary'
import { plain } from '@unwash/core/text/foreign'
import { shortHash } from '@unwash/core/verdict/findings'
import { inJson } from '../ways.ts'
import { marked } from '../words/quoted.ts'

/** SARIF 2.1.0 §3.27.9: what an answer is there */
export const RESULT_KINDS = {
  met: 'pass',
  unmet: 'fail',
  unknown: 'open',
  'needs-human': 'review',
  'not-applicable': 'notApplicable',
} as const satisfies Record<Answer, string>
type Kind = (typeof RESULT_KINDS)[Answer] | 'informational'

/** Something seen: what kind of answer it is, in words, and where. */
export interface Result {
  readonly ruleId: string
  /** what tells it from others of its rule at the same words */
  readonly key?: string
  readonly kind: Kind
  /** only what fails has one (SARIF 2.1.0 §3.27.10) */
  readonly level: 'error' | 'warning' | 'note' | 'none'
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

/** What a rule looks for. */
export interface RuleText {
  /** in a line */
  readonly short: string
  /** more of it, where there is more to say */
  readonly full?: string
  /** what to do about a result */
  readonly help?: string
}

/** What a log says beside its results. */
interface LogSetup {
  readonly version: string
  rule(id: string): RuleText
  /** what was seen before: each result then says whether it is new, changed, or as it was */
  readonly before?: readonly Result[]
  /** frameworks with their requirements; those that results name */
  readonly taxonomies?: ReadonlyMap<string, ReadonlySet<string>>
}

/** results that code scanning takes of one run (GitHub, limits of uploaded SARIF) */
const RESULTS = 25_000

/** characters of a rule's texts that it takes */
const RULE_LENGTH = 1_024

const HELP = 'Read the cited lines, and keep, correct or publish what they are about.'

/** A log for code scanning with one run (SARIF 2.1.0), as GitHub takes it: rules with help, results with places. */
export function setLog(all: readonly Result[], { version, rule, before, taxonomies }: LogSetup): string {
  const results = all.slice(0, RESULTS)
  const rules = [...new Set(results.map(result => result.ruleId))]
  const taxa = taxonomies ?? taxaOf(results)
  const home = homeOf(results)
  const prints = fingerprints(results)
  const old = before && new Map(fingerprints(before).map((print, at) => [print, before[at]?.text]))
  const stateOf = (print: string, { text }: Result) =>
    old && { baselineState: !old.has(print) ? 'new' : old.get(print) === text ? 'unchanged' : 'updated' }
  return inJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'unwash',
            version,
            rules: rules.map(id => setRule(id, rule(id), results)),
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
        results: results.map((result, at) => ({
          ...setResult(result, rules, home, prints[at] ?? ''),
          ...stateOf(prints[at] ?? '', result),
        })),
      },
    ],
  })
}

const SEVERITY = { error: 'error', warning: 'warning', note: 'recommendation', none: 'recommendation' } as const
const LEVELS = ['error', 'warning', 'note', 'none'] as const

function setRule(id: string, { short, full, help }: RuleText, results: readonly Result[]): object {
  const text = (words: string) => ({ text: plain(words).slice(0, RULE_LENGTH) })
  const found = results.filter(({ ruleId }) => ruleId === id)
  const worst = LEVELS.find(level => found.some(one => one.level === level)) ?? 'none'
  return {
    id,
    shortDescription: text(short),
    fullDescription: text(full ?? short),
    help: text([full, help ?? HELP].filter(Boolean).join(' ')),
    defaultConfiguration: { level: worst === 'none' ? 'note' : worst },
    properties: { tags: ['license', id.split('.', 1)[0] ?? id], 'problem.severity': SEVERITY[worst] },
  }
}

function taxaOf(results: readonly Result[]): ReadonlyMap<string, ReadonlySet<string>> {
  const taxa = new Map<string, Set<string>>()
  for (const { framework, row } of results.flatMap(result => result.taxa ?? []))
    taxa.set(framework, (taxa.get(framework) ?? new Set()).add(row))
  return taxa
}

/** The file at which what stands in no file is shown: the one that is cited most. */
function homeOf(results: readonly Result[]): Citation {
  const counts = new Map<string, number>()
  for (const { cited } of results)
    for (const one of cited)
      if ('path' in one && locationsOf([one]).length > 0) counts.set(one.path, (counts.get(one.path) ?? 0) + 1)
  const [most] = [...counts].sort(([, one], [, other]) => other - one)
  return { path: most?.[0] ?? 'README.md' }
}

function setResult(
  { ruleId, kind, level, text, cited, taxa = [], related = [], properties }: Result,
  rules: readonly string[],
  home: Citation,
  print: string,
): object {
  const places = locationsOf(cited)
  const sources = [...new Set(cited.flatMap(sourceOf))].map(source => ` (${source})`).join('')
  return {
    ruleId,
    ruleIndex: rules.indexOf(ruleId),
    kind,
    level,
    message: { text: `${plain(text)}${places.length > 0 ? '' : plain(sources)}` },
    // code scanning refuses a log in which one result has no place
    locations: places.length > 0 ? places : locationsOf([home]),
    ...listed('relatedLocations', locationsOf(related)),
    ...listed(
      'taxa',
      taxa.map(({ framework, row }) => ({ id: row, toolComponent: { name: framework.toUpperCase() } })),
    ),
    ...(properties ? { properties } : {}),
    partialFingerprints: { primaryLocationLineHash: print },
  }
}

/** What stands in no file of the release, in words. */
function sourceOf(cited: Citation): readonly string[] {
  if ('looked' in cited) return [`not found in ${cited.looked.join(', ')}`]
  if ('fact' in cited) return [`${cited.fact}: ${cited.source}`]
  return 'url' in cited ? [cited.url] : [cited.path]
}

const listed = (name: string, all: readonly object[]): object => (all.length > 0 ? { [name]: all } : {})

/**
 * What code scanning knows a result by from one run to the next: its rule and the words it cites, not their line nor
 * how it
 * is told. Of those that are alike each has its number, as the field's own fingerprints have.
 */
function fingerprints(results: readonly Result[]): readonly string[] {
  const seen = new Map<string, number>()
  return results.map(({ ruleId, key, cited, taxa = [] }) => {
    const seed = [ruleId, ...(key === undefined ? [] : [key]), ...taxa.map(({ row }) => row), seedOf(cited[0])].join(
      '\n',
    )
    const count = (seen.get(seed) ?? 0) + 1
    seen.set(seed, count)
    return `${shortHash(seed)}${shortHash(`unwash\n${seed}`)}:${count}`
  })
}

function seedOf(first: Citation | undefined): string {
  if (first === undefined || !('path' in first)) return ''
  return 'quote' in first
    ? `${first.path}\n${first.quote}`
    : 'key' in first
      ? `${first.path}\n${first.key}`
      : first.path
}

/** half of a character, which no address can hold */
const HALF = /[\ud800-\udfff]/gu

/** places of one result that code scanning shows (GitHub, limits of uploaded SARIF) */
const PLACES_SHOWN = 100

/** The places cited in files of the release, each once (SARIF 2.1.0 §3.27.22). */
function locationsOf(cited: readonly Citation[]): readonly object[] {
  const places = cited.flatMap(citation => locationOf(citation) ?? [])
  return [...new Map(places.map(place => [JSON.stringify(place), place])).values()].slice(0, PLACES_SHOWN)
}

/**
 * A citation as lines of a file; the first where it is of the whole; null where it is no place in a file of the
 * release.
 */
function locationOf(cited: Citation): object | null {
  // a page of the web is no file of the repository that is scanned
  if (!('path' in cited) || /^[a-z][a-z0-9+.-]*:/i.test(cited.path)) return null
  const steps = cited.path.replace(HALF, '\ufffd').split('/').filter(Boolean).map(encodeURIComponent)
  const artifactLocation = { uri: steps.join('/') }
  const startLine = 'line' in cited && cited.line !== undefined ? cited.line : 1
  if (!('quote' in cited)) return { physicalLocation: { artifactLocation, region: { startLine } } }
  const snippet = cited.quote === '' ? {} : { snippet: { text: marked(cited) } }
  return { physicalLocation: { artifactLocation, region: { startLine, endLine: cited.endLine, ...snippet } } }
}
