import type { Knowledge } from '../knowledge/knowledge.ts'
import type { UseResult } from '../knowledge/known-uses.ts'
import { withCommas } from '../licenses/digits.ts'
import { obligationsOf } from '../licenses/obligations.ts'
import type { Clause, Use } from '../report.ts'
import type { StatedUse } from './stated.ts'

type Point = Use['points'][number]

/** What the clauses that bind mean for a stated use: what must be done, what is not allowed, and what is unclear. */
export function assessUse(use: StatedUse, clauses: readonly Clause[], knowledge: Knowledge): Use {
  const points = clauses.filter(({ mode }) => mode !== 'plea').flatMap(clause => pointOf(clause, use, knowledge) ?? [])
  const { users, revenue } = use
  return {
    stated: { actions: [...use.actions], users, revenue },
    points: merged(points).toSorted((one, other) => RANK[one.result] - RANK[other.result]),
    roles: rolesOf(use, clauses, knowledge),
  }
}

const RANK: Readonly<Record<UseResult, number>> = { 'not-allowed': 0, must: 1, check: 2, know: 3 }

function pointOf(clause: Clause, use: StatedUse, knowledge: Knowledge): Point | null {
  const { uses } = knowledge
  const compared = uses.compared.find(({ kinds }) => kinds.includes(clause.kind))
  if (compared?.with === 'territory') return territoryPoint(clause, use, knowledge)
  if (compared)
    return limitPoint(clause, use[compared.with === 'users' ? 'users' : 'revenue'], compared.with, knowledge)
  const always = uses.always.find(({ kinds }) => kinds.includes(clause.kind))
  const asked = uses.clauses.filter(
    ({ kinds, on }) => kinds.includes(clause.kind) && on.some(action => use.actions.has(action)),
  )
  const results = [...(always ? [always] : []), ...asked].map(({ result }) => result)
  const result = results.toSorted((one, other) => RANK[one] - RANK[other])[0]
  // a bar that only grants or defines bars nothing; a person may look
  const weaker = result === 'not-allowed' && clause.mode !== 'ban' && clause.mode !== 'duty' ? 'check' : result
  return weaker ? point(weaker, clause, knowledge) : null
}

function point(result: UseResult, clause: Clause, knowledge: Knowledge, more = ''): Point {
  const known = knowledge.clauses.get(clause.kind)
  const [duty] = obligationsOf([{ ...clause, mode: 'duty' }], knowledge)
  const words =
    result === 'must' && duty ? `when ${duty.when}: ${duty.do}` : (known?.definition ?? clause.kind).replace(/\.$/, '')
  return { result, says: more ? `${words}: ${more}` : words, clause: clause.kind, cited: [...clause.cited] }
}

/** A limit of size, beside the size that was stated. */
function limitPoint(clause: Clause, size: number | null, of: string, knowledge: Knowledge): Point {
  const { over, unit, consequence } = clause.parameters
  const then = typeof consequence === 'string' ? `, then ${consequence}` : ''
  if (typeof over !== 'number') return point('check', clause, knowledge, 'the limit is not a number here')
  const limit = `${withCommas(over)}${typeof unit === 'string' ? ` ${unit}` : ''}`
  if (size === null)
    return point('check', clause, knowledge, `your ${of} were not stated; the limit is ${limit}${then}`)
  return size > over
    ? point('not-allowed', clause, knowledge, `${withCommas(size)} is above ${limit}${then}`)
    : point('know', clause, knowledge, `${withCommas(size)} is not above ${limit}`)
}

function territoryPoint(clause: Clause, use: StatedUse, knowledge: Knowledge): Point {
  const codes = (value: unknown) => (Array.isArray(value) ? value.map(String) : [])
  const only = codes(clause.parameters.only)
  const excluded = codes(clause.parameters.territories)
  const { members, union } = knowledge.uses
  const touches = (list: readonly string[]) => list.some(code => union.includes(code) || members.includes(code))
  const whole = excluded.some(code => union.includes(code))
  const where = only.length > 0 ? `only in ${only.join(', ')}` : excluded.join(', ') || 'places named in the text'
  if (!use.actions.has('eu') || (only.length === 0 && excluded.length === 0))
    return point('check', clause, knowledge, where)
  if (only.length > 0) return point(touches(only) ? 'check' : 'not-allowed', clause, knowledge, where)
  if (whole) return point('not-allowed', clause, knowledge, where)
  return touches(excluded)
    ? point('check', clause, knowledge, where)
    : point('know', clause, knowledge, `${where}; the Union is not among them`)
}

/** Equal points are one, with all their places. */
function merged(points: readonly Point[]): Point[] {
  const once = new Map<string, Point>()
  for (const point of points) {
    const key = `${point.result} ${point.clause} ${point.says}`
    const same = once.get(key)
    once.set(key, same ? { ...same, cited: [...same.cited, ...point.cited] } : point)
  }
  return [...once.values()]
}

/** What the AI Act may make of whoever does this, where it is done in the Union. */
function rolesOf(use: StatedUse, clauses: readonly Clause[], { uses }: Knowledge): Use['roles'] {
  const exclusion = clauses.filter(({ kind, parameters: { territories, only } }) => {
    const compared = uses.compared.some(({ kinds, with: what }) => what === 'territory' && kinds.includes(kind))
    const excludes = Array.isArray(territories) && uses.union.some(code => territories.includes(code))
    return (
      compared &&
      (excludes || (Array.isArray(only) && only.length > 0 && !uses.union.some(code => only.includes(code))))
    )
  })
  const excluded = exclusion.length > 0
  return uses.roles
    .filter(({ on }) => on.every(action => use.actions.has(action)))
    .filter(role => role.excluded === undefined || role.excluded === excluded)
    .map(({ says, owes, citation, excluded }) => {
      const law = { fact: says, source: citation, seenOn: uses.seenOn }
      return { says, owes, cited: [law, ...(excluded ? exclusion.flatMap(({ cited }) => cited) : [])] }
    })
}
