import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Cited, Clause, Obligation } from '../report/report.ts'
import { withCommas } from '../text/digits.ts'

/**
 * What whoever uses the work must do, in plain words: the duties among the clauses, and what follows above a limit.
 * Equal duties are one, with all their places.
 */
export function obligationsOf(clauses: readonly Clause[], knowledge: Knowledge): readonly Obligation[] {
  const duties = new Map<string, Obligation>()
  for (const clause of clauses) {
    const known = knowledge.clauses.get(clause.kind)?.obligation
    if (!known || !binds(clause)) continue
    const more = known.with === undefined ? null : filled(known.with, clause.parameters)
    const does = more === null ? known.do : `${known.do} (${more})`
    const key = `${clause.kind} ${does}`
    const same = duties.get(key)
    const cited: Obligation['cited'] = same ? [...same.cited, ...clause.cited] : [...clause.cited]
    duties.set(key, { when: known.when, do: does, clause: clause.kind, cited })
  }
  return [...duties.values()]
}

const binds = ({ mode, parameters }: Clause) =>
  mode === 'duty' || (mode === 'ban' && typeof parameters.consequence === 'string')

/** The words with the clause's parameters in place of their names; null where one is missing. */
function filled(words: string, parameters: Clause['parameters']): string | null {
  let whole = true
  const text = words.replace(/\{(\w{1,40})\}/g, (_, name: string) => {
    const value = parameters[name]
    if (typeof value === 'number') return withCommas(value)
    if (typeof value === 'string' && value !== '') return value
    whole = false
    return ''
  })
  return whole ? text : null
}

/** The duties that the facts of a known license list, where its text shows none. */
export function knownObligations(id: string | null, knowledge: Knowledge): readonly Obligation[] {
  const known = id === null ? undefined : knowledge.licenses.get(id)
  return (known?.obligations ?? []).map(duty => {
    const cited: Cited = [
      { fact: `${known?.name ?? ''} ${duty.section}`, source: known?.source ?? '', seenOn: known?.seenOn ?? '' },
    ]
    return { when: duty.when, do: duty.do, clause: duty.section, cited: [...cited] }
  })
}
