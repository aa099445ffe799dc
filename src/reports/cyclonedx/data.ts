import type { Component, Report } from '../../report.ts'
import { addressOf, dataComponents, dataName, type NamedSource, sourcesOf } from '../bom/data-sources.ts'
import type { Names } from '../names.ts'
import { plain } from '../words/foreign.ts'
import { declaredProperty, licensesOf, optional, type Spec } from './licenses.ts'

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
