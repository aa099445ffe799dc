import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Cited, Clause, Obligation } from '../report/report.ts'
import { filled } from '../text/digits.ts'
import { askedAbove, isPrice, limitsOver } from './clauses/bought.ts'
import { sizedBy } from './clauses/sized.ts'

/**
 * What whoever uses the work must do, in plain words, and when: the duties among the clauses, and what follows above a
 * limit. Equal duties are one, with all their places.
 */
export function obligationsOf(clauses: readonly Clause[], knowledge: Knowledge): readonly Obligation[] {
  const duties = new Map<string, Obligation>()
  const { clauses: kinds } = knowledge
  const all = [...new Set(clauses)]
  for (const clause of all) {
    const known = kinds.get(clause.kind)?.obligation
    if (!known || !binds(clause) || isPrice(clause, all, kinds)) continue
    // what is asked above limits says so: a license of its own, a display
    if (askedAbove(clause, all, kinds)) continue
    const limits = limitsOver(clause, all, kinds)
    const whens = new Map(
      (limits.length > 0 ? limits : [clause]).flatMap(limit => {
        const above = kinds.get(limit.kind)?.obligation?.above
        const { has } = sizedBy(limit, knowledge)
        const when = above && filled(above, { ...withPeriod(limit.parameters), has })
        return when ? [[when, has]] : []
      }),
    )
    // whose size it is is said once
    const [[, whose = ''] = []] = whens
    const when =
      [...whens.keys()].map((one, at) => (at > 0 ? one.replace(`${whose} `, '') : one)).join(', or ') || known.when
    const more = known.with === undefined ? null : filled(known.with, clause.parameters)
    const does = more === null ? known.do : `${known.do} (${more})`
    const key = `${clause.kind} ${when} ${does}`
    const places = new Map(
      [...(duties.get(key)?.cited ?? []), ...clause.cited].map(place => [JSON.stringify(place), place]),
    )
    const [first, ...others] = [...places.values()]
    if (first) duties.set(key, { when, do: does, clause: clause.kind, cited: [first, ...others] })
  }
  return [...duties.values()]
}

/** An amount of money is of a time: "USD a month". */
const withPeriod = ({ unit, period, ...others }: Clause['parameters']): Clause['parameters'] => ({
  ...others,
  ...(unit === undefined ? {} : { unit: period === undefined ? unit : `${String(unit)} a ${String(period)}` }),
})

const binds = ({ mode, parameters }: Clause) =>
  mode === 'duty' || (mode === 'ban' && typeof parameters.consequence === 'string')

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
