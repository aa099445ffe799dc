import type { Citation, Component, Licensing, Report } from '@unwash/core/report/report'
import { plain } from '@unwash/core/text/foreign'
import { shortHash } from '@unwash/core/verdict/findings'
import { addressOf, dataComponents, dataName, type NamedSource, sourcesOf } from '../bom/data-sources.ts'
import { SPECS } from '../formats.ts'
import type { Names } from '../names.ts'
import { placeInWords } from '../words/places.ts'
import { citedWords, marked } from '../words/quoted.ts'

/** A set of data, or all of it where no set is named, with the ref by which the model points to it. */
interface Data {
  readonly ref: string
  readonly component: Component
  readonly source: NamedSource | null
}

/** The data the model was made from and measured with: a set each where sets are named. */
export function dataOf(report: Report): readonly Data[] {
  return dataComponents(report).flatMap((component): Data[] => {
    const ref = `data:${component.id}`
    const sources = sourcesOf(component)
    if (sources.length === 0) return [{ ref, component, source: null }]
    return sources.map((source, at) => ({ ref: `${ref}:${at}`, component, source }))
  })
}

/** A set of data as a component of its own. */
export function dataComponent({ ref, component, source }: Data, names: Names, spec: Spec): object {
  const licensing = source ?? component.licensing
  const cited = (source ?? component).cited.flatMap(citation => ('url' in citation ? [citation.url] : []))
  const url = addressOf(source?.where) ?? cited.find(address => addressOf(address) !== null)
  return {
    type: 'data',
    'bom-ref': ref,
    name: source ? plain(source.name) : dataName(component),
    ...optional('licenses', licensesOf(licensing, names, spec)),
    data: [
      { type: 'dataset', name: source ? plain(source.name) : component.id, ...(url ? { contents: { url } } : {}) },
    ],
    properties: [
      { name: 'unwash:presence', value: component.presence },
      ...declaredProperty(licensing, names, spec),
      ...(source ? told(source) : component.ladder ? [{ name: 'unwash:ladder', value: component.ladder }] : []),
    ],
  }
}

const told = ({ stages, ladder, contents, obtainable }: NamedSource) =>
  Object.entries({ stages: stages.join(', '), ladder, contents, obtainable }).map(([name, value]) => ({
    name: `unwash:${name}`,
    value,
  }))

const LICENSING_KINDS = ['declared', 'concluded'] as const

/**
 * Licenses of a component or a set of data: as declared and as concluded, or where an edition takes one, as concluded.
 */
export function licensesOf(
  licensing: Pick<Licensing, 'declared' | 'concluded'>,
  names: Names,
  spec: Spec,
): readonly object[] {
  const all = LICENSING_KINDS.flatMap(acknowledgement => {
    const expression = names.expression(licensing[acknowledgement])
    if (expression === null) return []
    return [{ expression, ...(hasDeclarations(spec) ? { acknowledgement } : {}) }]
  })
  return hasExpressions(spec) ? all : all.slice(-1)
}

/** The license that is declared, as a property: where an edition has no other place for it. */
export function declaredProperty({ declared }: Pick<Licensing, 'declared'>, names: Names, spec: Spec) {
  const expression = names.expression(declared)
  return hasExpressions(spec) || expression === null ? [] : [{ name: 'unwash:license:declared', value: expression }]
}

/** a property that is left out where there is nothing to say */
export function optional(name: string, value: object | readonly object[] | null): object {
  return value === null || (Array.isArray(value) && value.length === 0) || Object.keys(value).length === 0
    ? {}
    : { [name]: value }
}

/** An edition of CycloneDX. Consumers lag behind it: each is written so that it holds by its own schema. */
export type Spec = (typeof SPECS)[number]

/** the edition that is written unless another is asked for */
export const NEWEST: Spec = SPECS[0]

/**
 * Whether an edition has claims, evidence and standards, tells a declared license from a concluded one, and the line of a
 * place in a file (`declarations`, `definitions`, `acknowledgement`, `evidence.occurrences`, from 1.6 on).
 */
export const hasDeclarations = (spec: Spec): boolean => spec !== '1.5'

/** Whether several license expressions may stand beside each other (from 1.7 on; before, one stands alone). */
const hasExpressions = (spec: Spec): boolean => spec === '1.7'

/** What is cited, gathered once and pointed to by `bom-ref` (CycloneDX 1.7, `declarations.evidence`). */
export interface EvidenceList {
  /** the refs of these citations, each added where it is new */
  refs(cited: readonly Citation[]): string[]
  readonly all: readonly object[]
}

/** An empty list of evidence, all of it gathered on the day the report is of. */
export function listEvidence({ readAsOf }: Pick<Report, 'readAsOf'>): EvidenceList {
  const all: object[] = []
  const known = new Set<string>()
  return {
    all,
    refs: cited => [
      ...new Set(
        cited.map(citation => {
          const ref = `evidence:${shortHash(JSON.stringify(citation))}`
          if (!known.has(ref)) {
            known.add(ref)
            all.push(setEvidence(ref, citation, readAsOf))
          }
          return ref
        }),
      ),
    ],
  }
}

function setEvidence(ref: string, citation: Citation, day: string): object {
  const words = 'key' in citation ? marked({ quote: citation.value, cut: citation.cut }) : citedWords(citation)
  const contents = words !== null ? { attachment: { content: plain(words), contentType: 'text/plain' } } : null
  return {
    'bom-ref': ref,
    propertyName: `unwash:${kindOf(citation)}`,
    description: plain(placeInWords(citation)),
    ...(contents ? { data: [{ name: plain(placeInWords(citation)), contents }] } : {}),
    created: `${day}T00:00:00Z`,
  }
}

function kindOf(citation: Citation): string {
  if ('looked' in citation) return 'absence'
  if ('fact' in citation) return 'knowledge'
  if ('url' in citation) return 'link'
  if ('key' in citation) return 'metadata'
  return 'quote' in citation ? 'text' : 'file'
}
