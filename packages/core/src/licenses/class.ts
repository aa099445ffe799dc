import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Clause } from '../report/report.ts'
import { LICENSE_CLASSES, type LicenseClass } from '../report/vocabulary.ts'

/** Classes whose texts restrict nothing by themselves. */
export const isOpenClass = (id: LicenseClass): boolean => id === 'open-source' || id === 'open-model'

/** The less open of two classes; `unknown` is the least, for nothing can be relied on. */
export const leastOpen = (classes: readonly LicenseClass[]): LicenseClass | null =>
  [...classes].sort((one, other) => LICENSE_CLASSES.indexOf(other) - LICENSE_CLASSES.indexOf(one))[0] ?? null

/** Whether clauses forbid an action that terms of a class, and their own clauses, leave open. */
export function forbidMore(
  clauses: readonly Forbidding[],
  { class: of, clauses: theirs }: { readonly class: LicenseClass; readonly clauses: readonly Forbidding[] },
  { clauses: kinds, uses }: Pick<Knowledge, 'clauses' | 'uses'>,
): boolean {
  const forbidden = (all: readonly Forbidding[]) =>
    all.flatMap(({ kind, mode }) => {
      const known = kinds.get(kind)
      // of the kinds that make a class, what is granted for one purpose alone is barred for the others
      const bars = mode === 'ban' || (known?.makes !== undefined && mode === 'grant')
      return (bars && known?.uses?.forbids) || []
    })
  const byClass = uses.questions.flatMap(({ on, byClass }) => (byClass[of] === 'no' ? on : []))
  const known = new Set([...forbidden(theirs), ...byClass])
  return forbidden(clauses).some(action => !known.has(action))
}
type Forbidding = Pick<Clause, 'kind' | 'mode'>

/** forbidden uses that travel with the copies make a behavioral-use license … */
const BEHAVIORAL: readonly string[] = ['use.restrictions', 'share.flowdown']
/** … and the rights by which it is enforced make it no other */
const ENFORCES: ReadonlySet<string> = new Set(['control.remote', 'control.must_update'])

/**
 * The class that the barring clauses of a text make it, or null when none bars. A text that allows non-commercial use
 * to all and commercial use below a scale is capped, not non-commercial.
 */
export function classByClauses(
  bars: readonly Clause[],
  { clauses: kinds }: Pick<Knowledge, 'clauses'>,
): LicenseClass | null {
  const behavioral = BEHAVIORAL.every(kind => bars.some(clause => clause.kind === kind))
  const counted = behavioral ? bars.filter(clause => !ENFORCES.has(clause.kind)) : bars
  const classes = counted.map(
    clause => (clause.parameters.of === 'sharing' ? null : kinds.get(clause.kind)?.makes) ?? 'community-restricted',
  )
  const scaled = classes.includes('revenue-capped')
  return leastOpen(scaled ? classes.filter(id => id !== 'non-commercial') : classes)
}
