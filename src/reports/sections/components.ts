import type { Component, DataSource } from '../../report.ts'
import { COMPONENT_LABELS, DATA_LABELS, PRESENCE_LABELS, STAGE_LABELS } from '../labels.ts'
import type { Names } from '../names.ts'
import { type Block, type Line, lines, look } from '../page.ts'
import { placesOf } from '../places.ts'
import type { SectionOf } from './section.ts'

/** What is there and under which license: a row for what is, one line for what is not. */
export const components: SectionOf = (report, names) => {
  if (report.components.length === 0) return null
  const seen = report.components.filter(({ presence }) => presence !== 'absent' && presence !== 'unknown')
  const missing = (['absent', 'unknown'] as const).flatMap((presence): Line[] => {
    const named = report.components.filter(component => component.presence === presence)
    if (named.length === 0) return []
    const label = presence === 'absent' ? 'Not released: ' : 'Not known: '
    return [[label, look('faint', named.map(withLadder).join(', '))]]
  })
  const rows = seen.map(component => [
    [COMPONENT_LABELS[component.id]],
    [presenceOf(component)],
    licenseOf(component, names),
    placesOf(component.cited, 1),
  ])
  return {
    heading: 'Components',
    blocks: [
      ...(rows.length > 0 ? [{ kind: 'table' as const, head: ['component', 'is', 'license', 'see'], rows }] : []),
      ...(missing.length > 0 ? [lines(...missing)] : []),
      ...dataOf(report.components, names),
    ],
  }
}

/** sets of one stage that are named; the rest is counted */
const SOURCES_SHOWN = 4

/** The training data by stage: a line each, with the first sets and their licenses. */
function dataOf(all: readonly Component[], names: Names): readonly Block[] {
  const component = all.find(({ id }) => id === 'datasets')
  const stages = (component?.data ?? []).filter(({ sources }) => sources.length > 0)
  if (!component || stages.length === 0) return []
  return [
    lines(
      ...stages.map(({ stage, ladder, sources, more }): Line => {
        const rest = sources.length + more - SOURCES_SHOWN
        return [
          `Data for ${STAGE_LABELS[stage]}: ${DATA_LABELS[ladder]}: `,
          sources
            .slice(0, SOURCES_SHOWN)
            .map(source => sourceOf(source, names))
            .join('; '),
          ...(rest > 0 ? [look('faint', ` and ${rest} more`)] : []),
        ]
      }),
      ...(component.partly ? [[look('faint', `Not all of it: ${component.partly}.`)]] : []),
    ),
  ]
}

function sourceOf({ name, declared, concluded, obtainable }: DataSource, names: Names): string {
  const license = concluded === 'NONE' ? 'no license' : concluded === 'NOASSERTION' ? null : names.license(concluded)
  const host = says(declared) && declared !== concluded ? `declared ${names.license(declared)}` : null
  const gone = obtainable === 'no' ? 'can no longer be had' : obtainable === 'on-request' ? 'on request' : null
  const told = [license, host, gone].filter(word => word !== null)
  return told.length > 0 ? `${name} (${told.join(', ')})` : name
}

function withLadder(component: Component): string {
  const label = COMPONENT_LABELS[component.id]
  return component.ladder && component.ladder !== 'none' ? `${label} (${DATA_LABELS[component.ladder]})` : label
}

function presenceOf({ presence, ladder }: Component): string {
  const label = PRESENCE_LABELS[presence]
  return ladder && ladder !== 'none' && ladder !== presence ? `${label}, ${DATA_LABELS[ladder]}` : label
}

/** What is concluded; what the metadata says and what the text says only where they differ from it. */
function licenseOf({ licensing }: Component, names: Names): Line {
  const spell = (id: string) => names.license(id)
  const { declared, detected, concluded } = licensing
  const others = [
    ...(says(declared) && declared !== concluded ? [`declared ${spell(declared)}`] : []),
    ...(says(detected) && detected !== concluded ? [`its text is ${spell(detected)}`] : []),
  ]
  const said =
    concluded === 'NONE'
      ? look('bad', 'none found')
      : concluded === 'NOASSERTION'
        ? look('faint', 'not said')
        : spell(concluded)
  return others.length > 0 ? [said, look('ask', ` (${others.join('; ')})`)] : [said]
}

const says = (id: string) => id !== 'NONE' && id !== 'NOASSERTION'
