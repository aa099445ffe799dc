import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Clause, Use } from '../report.ts'
import { type Point, pointsOf, RANK } from './points.ts'
import type { StatedUse } from './stated.ts'

/** What the clauses that bind mean for a stated use: what must be done, what is not allowed, and what is unclear. */
export function assessUse(use: StatedUse, clauses: readonly Clause[], knowledge: Knowledge): Use {
  const { users, revenue } = use
  return {
    stated: { actions: [...use.actions], users, revenue },
    points: merged(pointsOf(use, clauses, knowledge)).toSorted((one, other) => RANK[one.result] - RANK[other.result]),
    roles: rolesOf(use, clauses, knowledge),
  }
}

/** Equal points are one, with all their places. */
function merged(points: readonly Point[]): Use['points'] {
  const once = new Map<string, Use['points'][number]>()
  for (const { short: _, of: __, ...point } of points) {
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
