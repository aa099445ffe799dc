import type { Knowledge } from '../knowledge/knowledge.ts'
import type { UseResult } from '../knowledge/schemas/uses.ts'
import { withCommas } from '../licenses/digits.ts'
import { obligationsOf } from '../licenses/obligations.ts'
import type { Citation, Clause, Use } from '../report.ts'
import type { StatedUse } from './assess.ts'

/** What one clause means for a use: the words, and the few that stand beside an answer. */
export type Point = Use['points'][number] & { readonly short: string; readonly of: Clause }

/** From what bars to what one should only know of. */
export const RANK: Readonly<Record<UseResult, number>> = { 'not-allowed': 0, must: 1, check: 2, know: 3 }

/** What each of the clauses that bind means for a use, in the order of the clauses. */
export function pointsOf(use: StatedUse, clauses: readonly Clause[], knowledge: Knowledge): readonly Point[] {
  const binding = clauses.filter(({ mode }) => mode !== 'plea')
  const points = binding.flatMap(clause => pointOf(clause, use, knowledge) ?? [])
  const limits = points.filter(({ clause }) => comparedWith(clause, knowledge) !== undefined)
  // what a limit asks above it stands in its own lines: it is answered with the limit
  return points.filter(point => limits.includes(point) || !limits.some(limit => isPartOf(point, limit)))
}

const comparedWith = (kind: string, { uses }: Knowledge) =>
  uses.compared.find(({ kinds }) => kinds.includes(kind))?.with

/** a license of its own, a fee: what is asked of whoever passes a limit, in the same lines or section */
function isPartOf({ of: one }: Point, { of: limit }: Point): boolean {
  const ofSize = one.kind === 'purpose.separate_commercial' || one.kind === 'fee.paid'
  if (!ofSize || typeof limit.parameters.over !== 'number') return false
  const { section } = one.parameters
  if (typeof section === 'string' && section === limit.parameters.section) return true
  return one.cited.every(place => limit.cited.some(other => overlaps(place, other)))
}

const overlaps = (one: Citation, other: Citation) =>
  'endLine' in one &&
  'endLine' in other &&
  one.path === other.path &&
  one.line <= other.endLine &&
  other.line <= one.endLine

function pointOf(clause: Clause, use: StatedUse, knowledge: Knowledge): Point | null {
  const { uses } = knowledge
  const compared = comparedWith(clause.kind, knowledge)
  if (compared === 'territory') return territoryPoint(clause, use, knowledge)
  if (compared) return limitPoint(clause, use[compared], compared, knowledge)
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

function point(result: UseResult, clause: Clause, knowledge: Knowledge, more = '', short?: string): Point {
  const known = knowledge.clauses.get(clause.kind)
  const [duty] = obligationsOf([{ ...clause, mode: 'duty' }], knowledge)
  const words =
    result === 'must' && duty ? `when ${duty.when}: ${duty.do}` : (known?.definition ?? clause.kind).replace(/\.$/, '')
  return {
    result,
    says: more ? `${words}: ${more}` : words,
    clause: clause.kind,
    cited: [...clause.cited],
    short: short ?? knowledge.uses.short[clause.kind] ?? known?.name.toLowerCase() ?? clause.kind,
    of: clause,
  }
}

/** A limit of size, beside the size that was stated. */
function limitPoint(clause: Clause, size: number | null, of: string, knowledge: Knowledge): Point {
  const { over, unit, metric, consequence } = clause.parameters
  const then = typeof consequence === 'string' ? `, then ${consequence}` : ''
  if (typeof over !== 'number') return point('check', clause, knowledge, 'the limit is not a number here')
  const named = [unit, metric].find(word => typeof word === 'string' && word !== '')
  const limit = `${withCommas(over)}${named ? ` ${named}` : ''}`
  if (size === null)
    return point(
      'check',
      clause,
      knowledge,
      `your ${of} were not stated; the limit is ${limit}${then}`,
      `up to ${inShort(over)} ${named ?? of}`,
    )
  if (size <= over) {
    const below = `${withCommas(size)} is not above ${limit}`
    return point('know', clause, knowledge, below, below)
  }
  // who only must show a name may go on
  const result = consequence === 'branding' ? 'must' : 'not-allowed'
  const above = `${withCommas(size)} is above ${limit}`
  return point(result, clause, knowledge, `${above}${then}`, above)
}

/** `700M`, `1.5M`: as people say large numbers */
function inShort(number: number): string {
  for (const [size, letter] of [
    [1e9, 'B'],
    [1e6, 'M'],
  ] as const)
    if (number >= size) return `${Math.round((number / size) * 10) / 10}${letter}`
  return withCommas(number)
}

function territoryPoint(clause: Clause, use: StatedUse, knowledge: Knowledge): Point {
  const codes = (value: unknown) => (Array.isArray(value) ? value.map(String) : [])
  const only = codes(clause.parameters.only)
  const excluded = codes(clause.parameters.territories)
  const { members, union } = knowledge.uses
  const touches = (list: readonly string[]) => list.some(code => union.includes(code) || members.includes(code))
  const whole = excluded.some(code => union.includes(code))
  const where = only.length > 0 ? `only in ${only.join(', ')}` : excluded.join(', ') || 'places named in the text'
  const told = only.length > 0 ? where : `not in ${where}`
  // a limit for some models of the license asks whether this is one
  const { scope } = clause.parameters
  const kept = typeof scope === 'string' && scope !== 'outputs' ? scope : null
  const say = (result: UseResult, more = where) =>
    kept === null
      ? point(result, clause, knowledge, more, told)
      : point(result === 'not-allowed' ? 'check' : result, clause, knowledge, `${kept}: ${more}`, `${kept}: ${told}`)
  if (!use.actions.has('eu') || (only.length === 0 && excluded.length === 0)) return say('check')
  if (only.length > 0) return say(touches(only) ? 'check' : 'not-allowed')
  if (whole) return say('not-allowed')
  return touches(excluded) ? say('check') : say('know', `${where}; the Union is not among them`)
}
