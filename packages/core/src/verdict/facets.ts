import type { Gate } from '../evidence/index.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { LicenseReading } from '../licenses/reading.ts'
import type { Clause } from '../report/report.ts'
import type { Freedom } from '../report/vocabulary.ts'
import type { Case, ModelRights } from '../terms/index.ts'
import { spokenOf } from '../terms/models/names.ts'
import { lettersOf } from '../text/letters.ts'

/**
 * What binds a model, in a few words each: "non-commercial only", "user-scale threshold: 700,000,000 monthly active
 * users".
 */
export function facetsOf(judged: Case, model: ModelRights): string[] {
  const { gate } = judged.evidence.metadata
  const facets = clauseFacets(model.floor, judged.knowledge)
  if (gate) facets.push(gated(gate))
  if (gate?.euDisallowed) facets.push('European Union refused access')
  if (judged.evidence.weights.part === 'adapter') facets.push('an adapter: runs only with its base')
  if (judged.evidence.weights.part === 'delta') facets.push('a delta: runs only with its base')
  if (judged.evidence.weights.offer === 'on-request' || isAskedFor(judged, model)) facets.push('on request')
  for (const reading of model.floor)
    if (reading.bars.length === 0 && reading.openness === 'restricted') facets.push(reading.license.class)
  return [...new Set(facets)]
}

/** Whether a sentence says that of several models this one is given on request. */
function isAskedFor({ evidence: { documents, weights }, models }: Case, { name }: ModelRights): boolean {
  const at = weights.said.request
  if (!at || !('line' in at) || models.length < 2) return false
  const line = Number(at.line)
  const block = documents
    .find(({ path }) => path === at.path)
    ?.blocks.find(one => one.line <= line && line <= one.endLine)
  const those = block ? spokenOf(`${block.headings.at(-1) ?? ''} ${block.text}`, models) : []
  return those.some(own => lettersOf(name).includes(own))
}

function gated({ fields, approval }: Gate): string {
  const asks = [
    ...(fields.length > 0 ? [`${fields.length} field${fields.length === 1 ? '' : 's'} to fill in`] : []),
    ...(approval === 'manual' ? ['a person decides'] : []),
  ]
  return asks.length > 0 ? `gated: ${asks.join(', ')}` : 'gated'
}

/** What the clauses of licenses bind to, in a few words each. */
export const clauseFacets = (readings: readonly LicenseReading[], knowledge: Knowledge): string[] => [
  ...new Set(readings.flatMap(({ bars, asks }) => [...bars, ...asks]).map(clause => facetOf(clause, knowledge))),
]

/** A clause in a few words: "user-scale threshold: over 700,000,000 monthly active users". */
export function facetOf(clause: Clause, knowledge: Pick<Knowledge, 'clauses'>): string {
  const name = (knowledge.clauses.get(clause.kind)?.name ?? clause.kind).toLowerCase()
  const details = detailsOf(clause.parameters)
  return details ? `${name}: ${details}` : name
}

function detailsOf(parameters: Readonly<Record<string, unknown>>): string {
  const { over, metric, unit, period, territories, prefix, display } = parameters
  if (typeof over === 'number') {
    const currency = typeof unit === 'string' && /^[A-Z]{3}$/.test(unit) ? `${unit} ` : ''
    const counted = `${currency}${typeof metric === 'string' ? metric : ''}${perPeriod(metric, period)}`
    return `over ${over.toLocaleString('en-US')} ${counted}`.trim()
  }
  if (Array.isArray(territories)) return territories.join(', ')
  if (typeof prefix === 'string') return prefix
  return typeof display === 'string' ? display : ''
}

/** " a month"; "monthly active users" are counted by the month as they are. */
export const perPeriod = (metric: unknown, period: unknown): string =>
  period && !/^(?:daily|weekly|monthly|quarterly|annual|yearly)\b/.test(String(metric)) ? ` a ${period}` : ''

const FREEDOM_WORDS = {
  use: 'use',
  study: 'study',
  modify: 'modification',
  share: 'sharing',
} as const satisfies Record<Freedom, string>

/** "limits use and sharing: user-scale threshold: over 700,000,000 monthly active users" */
export function saysOf(clause: Clause, knowledge: Knowledge): string {
  const against = clause.against.map(freedom => FREEDOM_WORDS[freedom])
  const limited = against.length > 1 ? `${against.slice(0, -1).join(', ')} and ${against.at(-1)}` : (against[0] ?? 'it')
  return `limits ${limited}: ${facetOf(clause, knowledge)}`
}
