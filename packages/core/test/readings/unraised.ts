import { gateReason } from '@unwash/cli/audit/gate'
import { knownNames } from '@unwash/reporters/index'
import { known } from '../../../../test/judged.ts'
import type { Report } from '../../src/report/report.ts'
import { TERMS, type TermId } from '../../src/report/vocabulary.ts'

const names = knownNames(known.knowledge)
const isMoreOpen = (one: TermId, other: TermId) => TERMS.indexOf(one) < TERMS.indexOf(other)
const STRICT = ['no', 'if', 'unknown', 'presumably', 'yes']
const PERMITS = new Set(['yes'])

/** What readings of agents and models raised that they may not, a sentence each. */
export function raisedIn(before: Report, after: Report): string[] {
  const wrong: string[] = []
  const check = (holds: boolean, says: string) => {
    if (!holds) wrong.push(says)
  }
  check(!isMoreOpen(after.term.floor, before.term.floor), `floor ${before.term.floor} → ${after.term.floor}`)
  const models = new Map(before.models.map(({ name, term }) => [name, term.floor]))
  for (const { name, term } of after.models) {
    const floor = models.get(name) ?? before.term.floor
    check(!isMoreOpen(term.floor, floor), `floor of ${name} ${floor} → ${term.floor}`)
  }
  for (const { name } of before.models)
    check(
      after.models.some(one => one.name === name),
      `${name} is gone`,
    )
  if (before.term.floor === before.term.id && before.term.id !== 'undetermined')
    check(!isMoreOpen(after.term.id, before.term.id), `proven ${before.term.id} → ${after.term.id}`)
  for (const required of TERMS)
    for (const accept of [undefined, 'presumed'] as const)
      check(
        gateReason(after, required, names, accept) !== null || gateReason(before, required, names, accept) === null,
        `passes the gate ${required} ${accept ?? ''}`,
      )
  const doubtKey = ({ says, cited }: { says: string; cited: readonly unknown[] }) => JSON.stringify([says, cited[0]])
  const told = new Map((after.doubts ?? []).map(doubt => [doubt.id, doubtKey(doubt)]))
  const kept = new Set(told.values())
  const had = new Map((before.doubts ?? []).map(doubt => [doubt.id, doubtKey(doubt)]))
  for (const doubt of had.values()) check(kept.has(doubt), `a doubt is gone: ${doubt}`)
  const rows = new Map((after.uses ?? []).map(row => [`${row.use} ${row.model}`, row]))
  for (const row of before.uses ?? []) {
    const now = rows.get(`${row.use} ${row.model}`)
    check(now !== undefined, `${row.use} of ${row.model} is not answered`)
    if (!now) continue
    const isDecided = row.answer === 'no' || row.answer === 'if'
    if (isDecided)
      check(STRICT.indexOf(now.answer) <= STRICT.indexOf(row.answer), `${row.use} ${row.answer} → ${now.answer}`)
    else if (row.answer !== 'yes') check(!PERMITS.has(now.answer), `${row.use} ${row.answer} → ${now.answer}`)
    if (now.answer === 'presumably' || now.answer === 'unknown') {
      const named = new Set(now.doubts.map(id => told.get(id)))
      for (const id of row.doubts) check(named.has(had.get(id)), `${row.use} lost a doubt`)
    }
  }
  for (const row of after.uses ?? [])
    if (!(before.uses ?? []).some(one => one.use === row.use && one.model === row.model))
      check(row.answer !== 'yes', `${row.use} of ${row.model} is a plain yes`)
  const CHECKS = ['contradicted', 'undetermined', 'supported']
  for (const claim of before.claims) {
    const now = after.claims.find(
      one => one.says === claim.says && JSON.stringify(one.cited) === JSON.stringify(claim.cited),
    )
    check(now !== undefined, `the claim "${claim.says}" is gone`)
    if (now) check(CHECKS.indexOf(now.check) <= CHECKS.indexOf(claim.check), `claim ${claim.check} → ${now.check}`)
  }
  const contradicted = ({ claims }: Report) => claims.filter(one => one.check === 'contradicted').length
  check(contradicted(after) <= contradicted(before), 'a claim is contradicted on the word of a model')
  const STRICTEST = ['unmet', 'unknown', 'needs-human', 'met', 'not-applicable']
  for (const [at, one] of before.evaluations.entries()) {
    const now = after.evaluations[at]
    if (STRICTEST.includes(one.conclusion))
      check(STRICTEST.indexOf(now?.conclusion ?? '') <= STRICTEST.indexOf(one.conclusion), `${one.framework} concluded`)
    for (const row of one.requirements) {
      const is = now?.requirements.find(({ id }) => id === row.id)?.answer ?? 'met'
      check(STRICTEST.indexOf(is) <= STRICTEST.indexOf(row.answer), `${row.id} ${row.answer} → ${is}`)
    }
  }
  return wrong
}
