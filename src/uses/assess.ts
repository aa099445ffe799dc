import type { Knowledge } from '../knowledge/knowledge.ts'
import type { KnownUses } from '../knowledge/schemas/uses.ts'
import type { Clause, Use } from '../report.ts'
import { type Point, pointsOf, RANK } from './points.ts'

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

/** A use as its user states it: what is done, and how large the user is. */
export interface StatedUse {
  readonly actions: ReadonlySet<string>
  /** users a month; null where not stated */
  readonly users: number | null
  /** yearly revenue, in the currency of the limit it is compared with; null where not stated */
  readonly revenue: number | null
}

const AMOUNTS = ['users', 'revenue'] as const

/** What is wrong with the words of a use, and what may stand there. */
interface NoUse {
  readonly wrong: string
  readonly expected: string
}

/** Reads `commercial,eu,users=2e8`; a word that is not known is told with those that are. */
export function readUse(words: string, { actions }: KnownUses): StatedUse | NoUse {
  const stated = new Set<string>()
  const amounts: { users: number | null; revenue: number | null } = { users: null, revenue: null }
  for (const word of words.split(',').map(part => part.trim().toLowerCase())) {
    if (word === '') continue
    const [name = '', value] = word.split('=').map(part => part.trim())
    const amount = AMOUNTS.find(known => known === name)
    if (amount) {
      const number = Number(value?.replaceAll('_', ''))
      if (!value || !Number.isFinite(number) || number < 0)
        return { wrong: word, expected: `${name} wants a number, such as ${name}=2e8` }
      amounts[amount] = number
    } else if (value === undefined && actions.some(({ id }) => id === name)) stated.add(name)
    else return { wrong: word, expected: `give any of ${actions.map(({ id }) => id).join(', ')}, users=N, revenue=N` }
  }
  return { actions: stated, ...amounts }
}
