import { groupsBy } from '@unwash/core/groups'
import type { Component, DataSource } from '@unwash/core/report/report'
import type { Names } from '../names.ts'
import { type Block, holding, type Item, joined, type Line, lines, list, look, named, table } from '../page.ts'
import type { SectionOf } from '../reporter.ts'
import { COMPONENT_LABELS, DATA_LABELS, presenceOf, STAGE_LABELS } from '../words/labels.ts'
import { placesOf } from '../words/places.ts'
import { whichOf } from './verdict.ts'

/** as a reader looks for them */
const ORDER = ['released', 'linked', 'described', 'absent', 'unknown'] as const
const PRESENCE_LOOKS = {
  released: 'good',
  linked: 'strong',
  described: 'ask',
  absent: 'faint',
  unknown: 'faint',
} as const

/** What is there and under which license: a row for what is, one line for what is not. */
export const components: SectionOf = ({ components: all, models, licenses }, names) => {
  if (all.length === 0) return null
  const sorted = all.toSorted((one, other) => ORDER.indexOf(one.presence) - ORDER.indexOf(other.presence))
  const seen = sorted.filter(({ presence }) => presence !== 'absent' && presence !== 'unknown')
  const missing = sorted.filter(component => !seen.includes(component))
  const missed = (presence: Component['presence'], label: string): Line[] => {
    const some = missing.filter(component => component.presence === presence)
    return some.length === 0 ? [] : [[label, look('faint', some.map(withLadder).join(', '))]]
  }
  const rowOf = (component: Component, of: string, license: Line) => [
    [`${COMPONENT_LABELS[component.id]}${of}`],
    [look(PRESENCE_LOOKS[component.presence], presenceOf(component))],
    license,
    placesOf(component.cited, 1),
  ]
  // weights under several terms are a row each
  const regimes = [...groupsBy(models, model => model.licenses?.join()).values()]
  const rows = seen.flatMap(component =>
    component.id === 'weights' && regimes.length > 1
      ? regimes.map(those => {
          const bound = (those[0]?.licenses ?? []).flatMap(at => licenses[at] ?? [])
          const called = bound.map(({ id, name }) => (id === null ? [name ?? 'not known'] : licenseLine(id, names)))
          return rowOf(
            component,
            ` of ${whichOf(those.map(({ name }) => name))}`,
            bound.length > 0 ? joined(called, ' and ') : NONE_FOUND,
          )
        })
      : [rowOf(component, '', licenseOf(component, names))],
  )
  const looked = missing.map(
    (component): Item => [[`${COMPONENT_LABELS[component.id]}: `, ...placesOf(component.cited, 2)]],
  )
  const told = [
    ...missed('absent', 'Not released: '),
    ...missed('unknown', 'Not known: '),
    ...seen.flatMap(({ id, partly }): Line[] =>
      partly ? [[look('faint', `Not all of it: ${COMPONENT_LABELS[id]}: ${partly}`)]] : [],
    ),
  ]
  return {
    heading: 'Components',
    blocks: holding(
      table(['component', 'is', 'license', 'see'], rows),
      lines(...told),
      ...(looked.length > 0
        ? [{ kind: 'fold' as const, summary: 'Where was looked for the rest', blocks: [list(looked)], aside: true }]
        : []),
      ...dataOf(all, names),
    ),
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

const NONE_FOUND: Line = [look('bad', 'none found')]

/** What is concluded; what the metadata says and what the text says only where they differ from it. */
function licenseOf({ licensing }: Component, names: Names): Line {
  const { declared, detected, concluded } = licensing
  const other = (label: string, id: string): Line[] =>
    says(id) && id !== concluded ? [[look('ask', label), ...licenseLine(id, names)]] : []
  const others = [...other('declared ', declared), ...other('its text is ', detected)]
  const said: Line =
    concluded === 'NONE'
      ? NONE_FOUND
      : concluded === 'NOASSERTION'
        ? [look('faint', 'not known')]
        : licenseLine(concluded, names)
  return others.length > 0 ? [...said, ' (', ...joined(others, '; '), ')'] : said
}

/** A license, or several joined by AND. */
const licenseLine = (id: string, names: Names): Line =>
  joined(
    id.split(' AND ').map(one => [named(names.license(one), ['license', one])]),
    ' and ',
  )

const says = (id: string) => id !== 'NONE' && id !== 'NOASSERTION'
