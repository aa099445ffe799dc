import type { Effort, Need, Rebuild } from '../../rebuild/rebuild.ts'
import { count } from '../counts.ts'
import { PRESENCE_LABELS } from '../labels.ts'
import type { Names } from '../names.ts'
import { type Line, lines, look, type Section, type Span } from '../page.ts'
import { placesOf } from '../places.ts'
import { CHECKABLE_LABELS, NEED_LABELS, OBTAINABLE_LABELS } from './labels.ts'

type Part = (rebuild: Rebuild, names: Names) => Section | null

/** rows shown; JSON has them all */
const SHOWN = 30

const more = (all: number) => (all > SHOWN ? [lines([look('faint', `and ${all - SHOWN} more in --format json`)])] : [])

const LOOKS = { released: 'good', linked: 'ask', described: 'ask', absent: 'bad', unknown: 'faint' } as const

const presence = (need: Need): Span => look(LOOKS[need.presence], PRESENCE_LABELS[need.presence])

/** What a rebuild needs, one line each with what was seen of it. */
const needs: Part = rebuild => ({
  heading: 'What a rebuild needs',
  blocks: [
    {
      kind: 'list',
      items: rebuild.needs.map((need): [Line] => [
        [look('strong', NEED_LABELS[need.id]), ': ', presence(need), '. ', need.says, ' ', ...placesOf(need.cited, 2)],
      ]),
    },
  ],
})

/** Every data source: where, size, license, revision, whether it can still be had. */
const data: Part = ({ data: sources }, names) => {
  if (sources.length === 0) return null
  const spell = (id: string) => (id === 'NONE' ? 'none found' : id === 'NOASSERTION' ? 'not said' : names.license(id))
  const items = sources.slice(0, SHOWN).map((source): [Line, Line] => [
    [look('strong', source.name), ...(source.stage ? [` for ${source.stage}`] : []), ' ', ...placesOf(source.cited, 2)],
    [
      ...(source.where === null ? ['no place given'] : [look('place', source.where)]),
      `; size ${source.size ?? 'not said'}; license ${spell(source.license)}; revision ${source.revision ?? 'not named'}`,
      `; can be had: ${OBTAINABLE_LABELS[source.obtainable]}`,
    ],
  ])
  return { heading: 'Data sources', blocks: [{ kind: 'list', items }, ...more(sources.length)] }
}

/** Operations, hours and cost of training each model. */
const effort: Part = ({ effort: all }) => {
  if (all.length === 0) return null
  return { heading: 'What training took', blocks: [{ kind: 'list', items: all.map(effortItem) }] }
}

function effortItem({ model, operations, hours, cost, lacks, cited }: Effort): [Line, ...Line[]] {
  const under: Line[] = []
  if (operations) under.push([`operations: ${operations.says} (${operations.how})`])
  if (hours)
    under.push([`hours: ${hours.says} of ${hours.hardware}${hours.stated ? ', as stated' : ', if it were used'}`])
  if (cost) under.push(['cost: ', look('strong', cost.says), `, ${cost.how}`])
  if (lacks) under.push([look('ask', 'not to be estimated: '), lacks])
  return [[look('strong', model), ' ', ...placesOf(cited, 3)], ...under]
}

/** The published scores, and which of them others can check. */
const scores: Part = ({ scores: all }) => {
  if (all.length === 0)
    return { heading: 'Published scores', blocks: [lines(['No score of a known benchmark was found.'])] }
  const rows = all
    .slice(0, SHOWN)
    .map(({ benchmark, value, checkable, because, cited }) => [
      [benchmark],
      [value ?? look('faint', 'of several models')],
      [look(checkable === 'yes' ? 'good' : checkable === 'no' ? 'bad' : 'faint', CHECKABLE_LABELS[checkable])],
      [because],
      placesOf(cited, 1),
    ])
  return {
    heading: 'Published scores',
    blocks: [{ kind: 'table', head: ['benchmark', 'score', 'checkable', 'because', 'see'], rows }, ...more(all.length)],
  }
}

/** What was looked for in vain, and what could not be seen. */
const missing: Part = rebuild => {
  const named = (which: Need['presence']) =>
    rebuild.needs.filter(need => need.presence === which).map(need => NEED_LABELS[need.id])
  const items = [
    ['Missing: ', named('absent')],
    ['In words only: ', named('described')],
    ['Behind a link that was not followed: ', named('linked')],
    ['Not to be seen: ', named('unknown')],
  ] as const
  const shown = items
    .filter(([, all]) => all.length > 0)
    .map(([lead, all]): Line => [look('strong', lead), all.join(', ')])
  return shown.length === 0 ? null : { heading: 'What is missing', blocks: [lines(...shown)] }
}

const notes: Part = ({ notes: all }) => {
  if (all.length === 0) return null
  const items = all
    .slice(0, 8)
    .map((note): [Line] => [[note.says, ...(note.path ? [' ', look('place', note.path)] : [])]])
  const rest =
    all.length > 8 ? [lines([look('faint', `and ${count(all.length - 8, 'more note')} in --format json`)])] : []
  return { heading: 'Notes', blocks: [{ kind: 'list', items }, ...rest] }
}

/** The parts of the page, in the order they are shown. */
export const parts: readonly Part[] = [missing, needs, data, effort, scores, notes]
