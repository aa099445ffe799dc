import { groupsBy } from '@unwash/core/groups'
import type { Use } from '@unwash/core/report/report'
import type { UseAnswer } from '@unwash/core/report/vocabulary'
import { inWords } from '@unwash/core/text/phrase'
import { sizesOf } from '@unwash/core/uses/stated'
import type { Names } from '../names.ts'
import {
  type Block,
  holding,
  type Item,
  joined,
  type Line,
  type Look,
  lines,
  list,
  listed,
  look,
  named,
  table,
} from '../page.ts'
import type { SectionOf } from '../reporter.ts'
import { ANSWERED, signOf } from '../tones.ts'
import { placesOf } from '../words/places.ts'
import { seeOf } from './limits.ts'

const LABELS = {
  'not-allowed': 'not allowed',
  must: 'must',
  check: 'check',
  know: 'know',
} as const satisfies Record<Use['points'][number]['result'], string>
const USE_LOOKS = { 'not-allowed': 'bad', must: 'strong', check: 'ask', know: 'faint' } as const satisfies Record<
  keyof typeof LABELS,
  Look
>

/** What the terms mean for the use that was stated. */
export const use: SectionOf = ({ use: stated }, names, brief = false) => {
  if (!stated) return null
  const verdict = verdictOn(stated)
  if (brief) return verdict && { heading: 'For your use', blocks: [lines(verdict)] }
  const blocks = holding(...(verdict ? [lines(verdict)] : []), ...eachModel(stated), ...pointsOf(stated, names))
  return { heading: `For your use: ${statedIn(stated.stated)}`, blocks }
}

/** The clauses that bear on the use, of several models those of the strictest, and what the AI Act makes of it. */
export function pointsOf({ points, roles, models = [], answer }: Use, names: Names): readonly Block[] {
  const rows = points.map(point => [
    [look(USE_LOOKS[point.result], LABELS[point.result])],
    [named(names.clause(point.clause), ['clause', point.clause])],
    [point.says],
    seeOf(point),
  ])
  const of = models.find(one => one.answer === answer)
  const laws = roles.map((role): [Line, ...Line[]] => [
    [`Under the AI Act ${role.says} `, ...placesOf(role.cited, 2)],
    [`you would owe: ${role.owes}`],
  ])
  return holding(
    ...(of && rows.length > 0 ? [lines([`Of ${of.model}:`])] : []),
    rows.length > 0
      ? table(['', 'clause', 'for this use', 'see'], rows)
      : lines(['No clause that was read asks or bars anything for this use.']),
    list(laws),
  )
}

/** models that are told row by row; JSON has them all */
const MODELS_SHOWN = 12

/** The answer of each of several models, a row for those that are alike. */
export function eachModel({ models = [] }: Use): readonly Block[] {
  const items = alikeIn(models).flatMap((those): Item[] =>
    those.slice(0, 1).map(({ answer, says, cited }) => {
      const names = look('strong', inWords(those.map(({ model }) => model)))
      return [[signOf(answer), ' ', names, ' ', ...answered(answer, says), ' ', ...seeOf({ cited: cited.slice(0, 1) })]]
    }),
  )
  return items.length === 0 ? [] : listed(items, MODELS_SHOWN, 'model')
}

/**
 * "For a business with 2,000,000 users in the EU: no, because …"; of several models how many are answered how. Null of
 * what earlier versions wrote.
 */
export function verdictOn({ stated, answer, says = '', models = [] }: Use): Line | null {
  if (!answer) return null
  const who = `For ${stated.words ?? statedIn(stated)}: `
  const groups = answersOf(models, MODELS_NAMED)
  return alikeIn(models).length < 2
    ? [
        signOf(answer),
        ` ${who}`,
        ...answered(answer, says),
        ...(models.length > 1 ? [` (all ${models.length} models)`] : []),
      ]
    : [who, ...groups]
}

/** What one model, or several, are answered: who is answered otherwise than the rest is named, or counted. */
type Answers = readonly { readonly model?: string | undefined; readonly answer: UseAnswer; readonly says: string }[]

const alikeIn = <One extends Answers[number]>(all: readonly One[]) =>
  [...groupsBy(all, one => `${one.answer} ${one.says}`).values()].toSorted((one, other) => other.length - one.length)

/**
 * The answer of each of several models, those that are alike as one: "✓ 6 of 8 models yes; ~ 2 if …".
 * @param named so few are named, and not counted
 */
export const answersOf = (all: Answers, named = 0): Line =>
  joined(
    alikeIn(all).map((those, at, groups): Line => {
      const { answer, says } = those[0] ?? { answer: 'unknown', says: '' }
      const few =
        those.length <= named
          ? inWords(those.map(({ model = '' }) => model))
          : `${those.length}${at === 0 ? ` of ${all.length} models` : ''}`
      const which: Line = groups.length > 1 ? [look('strong', few), ' '] : []
      return [signOf(answer), ' ', ...which, ...answered(answer, says)]
    }),
    '; ',
  )

/** models so few are named in the verdict */
const MODELS_NAMED = 2

const answered = (answer: UseAnswer, says: string): Line => [
  look(ANSWERED[answer].look, answer === 'if' ? 'on condition' : answer),
  says === '' ? '' : `${JOINS[answer]}${says}`,
]

const JOINS = {
  yes: ': ',
  presumably: ': ',
  if: ': ',
  no: ', because ',
  unknown: ', because ',
} as const satisfies Record<UseAnswer, string>

const statedIn = (stated: Use['stated']) => [...stated.actions, ...sizesOf(stated)].join(', ') || 'nothing stated'
