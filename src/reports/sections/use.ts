import { withCommas } from '../../licenses/digits.ts'
import type { Use } from '../../report/report.ts'
import type { UseAnswer } from '../../report/vocabulary.ts'
import { holding, type Line, type Look, lines, list, look, named, table } from '../page.ts'
import type { SectionOf } from '../reporter.ts'
import { ANSWERED, signOf } from '../tones.ts'
import { placesOf } from '../words/places.ts'

const LABELS = {
  'not-allowed': 'not allowed',
  must: 'must',
  check: 'check',
  know: 'know',
} as const satisfies Record<Use['points'][number]['result'], string>
const LOOKS = { 'not-allowed': 'bad', must: 'strong', check: 'ask', know: 'faint' } as const satisfies Record<
  keyof typeof LABELS,
  Look
>

/** What the terms mean for the use that was stated. */
export const use: SectionOf = ({ use: stated }, names, brief = false) => {
  if (!stated) return null
  const verdict = verdictOn(stated)
  if (brief) return verdict && { heading: 'For your use', blocks: [lines(verdict)] }
  const rows = stated.points.map(point => [
    [look(LOOKS[point.result], LABELS[point.result])],
    [named(names.clause(point.clause), ['clause', point.clause])],
    [point.says],
    placesOf(point.cited, 2),
  ])
  const roles = stated.roles.map((role): [Line, ...Line[]] => [
    [`Under the AI Act ${role.says} `, ...placesOf(role.cited, 2)],
    [`you would owe: ${role.owes}`],
  ])
  const blocks = holding(
    ...(verdict ? [lines(verdict)] : []),
    rows.length > 0
      ? table(['', 'clause', 'for this use', 'see'], rows)
      : lines(['No clause that was read asks or bars anything for this use.']),
    list(roles),
  )
  return { heading: `For your use: ${inWords(stated.stated)}`, blocks }
}

/** "For a business with 2,000,000 users in the EU: no, because …"; null of what earlier versions wrote. */
export function verdictOn({ stated, answer, says }: Use): Line | null {
  if (!answer) return null
  const because = says ? `${JOINS[answer]}${says}` : ''
  return [signOf(answer), ` For ${stated.words ?? inWords(stated)}: `, look(ANSWERED[answer].look, answer), because]
}

const JOINS = {
  yes: ': ',
  presumably: ': ',
  if: ' ',
  no: ', because ',
  unknown: ', because ',
} as const satisfies Record<UseAnswer, string>

function inWords({ actions, users, revenue }: Use['stated']): string {
  const sizes = [
    ...(users === null ? [] : [`${withCommas(users)} users a month`]),
    ...(revenue === null ? [] : [`revenue ${withCommas(revenue)}`]),
  ]
  return [...actions, ...sizes].join(', ') || 'nothing stated'
}
