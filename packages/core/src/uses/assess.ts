import type { Knowledge } from '../knowledge/knowledge.ts'
import { obligationsOf } from '../licenses/obligations.ts'
import type { Allowed, License, Use } from '../report/report.ts'
import { isStricter } from '../report/vocabulary.ts'
import { inWords as listed } from '../text/phrase.ts'
import { effectsOn, toldBy } from './answers.ts'
import { type Effect, unionIn } from './effects.ts'
import { type StatedUse, sizesOf } from './stated.ts'

type Point = Use['points'][number]

const SIZED = ['commercial']

/** From what bars to what one should only know of. */
const RANK: Readonly<Record<Point['result'], number>> = { 'not-allowed': 0, must: 1, check: 2, know: 3 }

/** A model of a release: what binds its weights, and the answers to what everybody asks of it. */
export interface Bound {
  readonly name: string
  readonly licenses: readonly License[]
  readonly rows: readonly Allowed[]
}

/** What the terms of each model mean for a stated use; the strictest of them counts for the release. */
export function assessUses(use: StatedUse, first: Bound, others: readonly Bound[], knowledge: Knowledge): Use {
  const assess = ({ licenses, rows }: Bound) => assessUse(use, licenses, rows, knowledge)
  const strictest = others
    .map(assess)
    .reduce((one, other) => (isStricter(other.answer, one.answer) ? other : one), assess(first))
  const each = [first, ...others].map(({ name, licenses, rows }) => {
    const { answer, says, cited } = answerFor(use, licenses, rows, knowledge)
    return { model: name, answer, says, cited: [...cited] }
  })
  return { ...strictest, ...(each.length > 1 ? { models: each } : {}) }
}

/**
 * What the licenses that bind mean for a stated use: the answer in a line, what must be done, what is not allowed, and
 * what is unclear. `rows`: the answers to what everybody asks, of the same model.
 */
export function assessUse(
  use: StatedUse,
  licenses: readonly License[],
  rows: readonly Allowed[],
  knowledge: Knowledge,
): Use {
  const effects = effectsOf(use, licenses, knowledge)
  const { answer, says } = answerFor(use, licenses, rows, knowledge)
  const beside = knowledge.uses.actions.flatMap(({ id, always }) => (always && !use.actions.has(id) ? [id] : []))
  const told = new Set(effects.map(({ clause }) => clause))
  const points = [
    ...effects.map(effect => pointOf(effect, knowledge)),
    ...effectsOn(beside, licenses, use, knowledge)
      .filter(({ does, clause }) => does !== 'informs' && !told.has(clause))
      .map(effect => pointOf({ ...effect, does: 'conditions' }, knowledge)),
  ]
  return {
    stated: { ...use, actions: [...use.actions], words: said(use, knowledge) },
    answer,
    says,
    points: merged(points).toSorted((one, other) => RANK[one.result] - RANK[other.result]),
    roles: rolesOf(use, licenses, knowledge),
  }
}

/** What the clauses do to what is stated; a size alone is that of a business. */
const effectsOf = (use: StatedUse, licenses: readonly License[], knowledge: Knowledge) =>
  effectsOn(use.actions.size > 0 ? [...use.actions] : SIZED, licenses, use, knowledge)

/** "a business with 2,000,000 users a month in the EU that offers it as a service" */
function said(use: StatedUse, { uses }: Knowledge): string {
  const of = (part: 'who' | 'where' | 'what') =>
    uses.actions.flatMap(action => (use.actions.has(action.id) ? (action[part] ?? []) : []))
  const sizes = sizesOf(use)
  const [who] = of('who')
  const what = of('what')
  return [
    who ?? 'somebody',
    ...(sizes.length > 0 ? [`with ${listed(sizes)}`] : []),
    ...of('where'),
    ...(what.length > 0 ? [`${who ? 'that' : 'who'} ${listed(what)}`] : []),
  ].join(' ')
}

/** The strictest that clauses and doubts come to for what is stated, with the reason in a few words and its places. */
export function answerFor(
  use: StatedUse,
  licenses: readonly License[],
  rows: readonly Allowed[],
  knowledge: Knowledge,
): Pick<Allowed, 'answer' | 'says' | 'clauses' | 'cited'> {
  const effects = effectsOf(use, licenses, knowledge)
  const [first] = effects
  const asked = knowledge.uses.questions.filter(({ on }) => on.some(action => use.actions.has(action)))
  const bearing = rows.filter(row => asked.some(({ id }) => id === row.use))
  const told = ({ answer, says, cited }: Allowed) => ({ answer, says, clauses: [], cited })
  const barred = bearing.find(({ answer, clause }) => answer === 'no' && clause === null)
  if (first?.does === 'forbids') return { answer: 'no', ...toldBy(effects) }
  if (barred) return told(barred)
  if (first?.does === 'conditions') return { answer: 'if', ...toldBy(effects) }
  const relevant = asked.length > 0 ? bearing : rows
  const open = relevant.find(({ answer }) => answer === 'unknown') ?? relevant.find(one => one.answer === 'presumably')
  if (open) return told(open)
  const [some] = relevant.length > 0 ? relevant : rows
  return { answer: some ? 'yes' : 'unknown', says: first?.compared ?? '', clauses: [], cited: some?.cited ?? [] }
}

function pointOf({ does, clause, compared, says, asked, shows }: Effect, knowledge: Knowledge): Point {
  const known = knowledge.clauses.get(clause.kind)
  const [duty] =
    does !== 'forbids' && clause.mode === 'duty' ? obligationsOf(asked ? [clause, asked] : [clause], knowledge) : []
  const isDuty = duty !== undefined
  const words = isDuty ? `when ${duty.when}: ${duty.do}` : (known?.definition ?? clause.kind).replace(/\.$/, '')
  // what is owed says the limit above which it is
  const isSaid = isDuty && does === 'conditions' && !shows?.now
  const more = isSaid ? '' : compared || (known?.uses?.limit ? says : '')
  const isBelow = does === 'informs' && compared !== ''
  const result =
    does === 'forbids' ? 'not-allowed' : isDuty && !isBelow ? 'must' : does === 'informs' ? 'know' : 'check'
  return { result, says: more ? `${words}: ${more}` : words, clause: clause.kind, cited: [...clause.cited] }
}

/** Equal points are one, with all their places. */
function merged(points: readonly Point[]): Use['points'] {
  const once = new Map<string, Point>()
  for (const point of points) {
    const key = `${point.result} ${point.clause} ${point.says}`
    const same = once.get(key)
    once.set(key, same ? { ...same, cited: [...same.cited, ...point.cited] } : point)
  }
  return [...once.values()]
}

/** What the AI Act may make of whoever does this, where it is done in the Union. */
function rolesOf(use: StatedUse, licenses: readonly License[], knowledge: Knowledge): Use['roles'] {
  const { uses, clauses } = knowledge
  const exclusion = licenses
    .flatMap(license => license.clauses)
    .filter(clause => clauses.get(clause.kind)?.uses?.limit === 'territory' && unionIn(clause, knowledge) === 'whole')
  const excluded = exclusion.length > 0
  return uses.roles
    .filter(({ on }) => on.every(action => use.actions.has(action)))
    .filter(role => role.excluded === undefined || role.excluded === excluded)
    .map(({ says, owes, citation, excluded }) => {
      const law = { fact: says, source: citation, seenOn: uses.seenOn }
      return { says, owes, cited: [law, ...(excluded ? exclusion.flatMap(({ cited }) => cited) : [])] }
    })
}
