import type { Knowledge, KnownClause } from '../knowledge/knowledge.ts'
import { sizedBy } from '../licenses/clauses/sized.ts'
import type { Clause } from '../report/report.ts'
import { filled, withCommas } from '../text/digits.ts'
import type { StatedUse } from './stated.ts'

/** What a clause does to a use, the strictest first. */
export const DOES = ['forbids', 'conditions', 'informs'] as const
export type Does = (typeof DOES)[number]

/** What one clause does to one use. */
export interface Effect {
  readonly does: Does
  /** the few words that stand beside an answer */
  readonly says: string
  /** of a limit: how what was stated stands to it, in full; '' where there is nothing to compare */
  readonly compared: string
  readonly clause: Clause
  /** of a limit: what is asked above it by a clause of its own */
  readonly asked?: Clause | undefined
  /** of a limit above which a name must be shown: what must be, whether already, and whose size it is */
  readonly shows?: { readonly words: string; readonly now: boolean; readonly whose: string } | undefined
}

/** What is stated of whoever asks; nothing where nobody did. */
export type Sizes = Pick<StatedUse, 'users' | 'revenue'>
/** Where nothing is stated. */
export const NO_SIZES: Sizes = { users: null, revenue: null }

/**
 * What a clause does to an action of `knowledge/uses.yml`, by its file in `knowledge/clauses`; null where nothing.
 * `limited`: terms that allow commerce up to a size, of which a grant for non-commercial use is the other half;
 * `asked`: what is asked above a limit, by a clause of its own.
 */
export function effectOf(
  clause: Clause,
  action: string,
  sizes: Sizes,
  knowledge: Knowledge,
  { limited = false, asked }: { readonly limited?: boolean; readonly asked?: Clause | undefined } = {},
): Effect | null {
  const known = knowledge.clauses.get(clause.kind)
  const uses = known?.uses
  if (!known || !uses || clause.mode === 'plea') return null
  const does = DOES.find(does => uses[does]?.includes(action))
  if (!does) return null
  if (uses.limit === 'territory') return territoryEffect(clause, known, knowledge)
  const { within, spares, for: acts } = clause.parameters
  const sells = uses.limit && Array.isArray(acts) && acts.includes('commercial')
  if (Array.isArray(acts) && !acts.includes(action) && !sells) return null
  const words = `${wordsFor(clause, known)}${typeof within === 'string' ? `: ${within}` : ''}`
  const told = (does: Does): Effect => ({ does, says: words, compared: '', clause })
  if (uses.limit) {
    const limit = limitOf(clause, uses.limit, knowledge)
    const asks = asked && knowledge.clauses.get(asked.kind)
    const then = {
      shown: asked && asks ? wordsFor(asked, asks) : 'show the name',
      sold: asks?.uses?.buys === 'license',
    }
    if (limit === null) return told('conditions')
    const effect = { ...compare(limit, sizes[uses.limit], clause, does, then), clause, asked }
    // what it limits of some uses alone it does not forbid of all
    const spared = typeof spares === 'string' ? `, not of ${spares}` : ''
    const of = sells && action !== 'commercial' ? `commercial use${spared}` : within
    if (typeof of !== 'string') return effect
    return { ...effect, does: effect.does === 'forbids' ? 'conditions' : effect.does, says: `${effect.says} (${of})` }
  }
  // a definition is no ban, and above a size what is for less than commerce is a part of the limit
  if (clause.mode === 'definition' && !uses.defines) return told('informs')
  // of the kinds that make a class, what is granted for one purpose alone is barred for the others
  const bars =
    known.makes === undefined ? ['ban', 'grant'].includes(clause.mode) && !sparesSome(clause, uses.spares) : !limited
  // nor is that which is forbidden to some, or in a place, forbidden to all
  return told(does === 'forbids' && (!bars || within !== undefined) ? 'conditions' : does)
}

/** "show “Built with …”", "outputs may not train LLMs": with its parameters, where the clause has them. */
function wordsFor({ parameters }: Clause, { name, uses }: KnownClause): string {
  const short = (value: unknown) => typeof value === 'string' && value.length <= LONGEST_WORDS
  const given = Object.fromEntries(Object.entries(parameters).filter(([, value]) => short(value)))
  for (const words of uses?.with ?? []) {
    const whole = filled(words, given)
    if (whole !== null) return whole
  }
  return uses?.says ?? name.toLowerCase()
}

/** Whether a ban is of some alone: whoever trains nothing that competes may. */
const sparesSome = ({ parameters: { scope } }: Clause, spares: readonly string[] = []) =>
  typeof scope === 'string' && spares.includes(scope)

/** letters of what stands beside an answer from a text */
const LONGEST_WORDS = 40

interface Limit {
  readonly over: number
  readonly of: string
  /** whose size it is; '' of the user as a whole */
  readonly whose: string
  /** for how much of a year its amount stands; 1 where that is not said */
  readonly share: number
  readonly after: string
}

/** The size that a clause names; null where it names none. */
function limitOf(clause: Clause, of: string, knowledge: Knowledge): Limit | null {
  const { over, unit, metric, period, consequence } = clause.parameters
  if (typeof over !== 'number') return null
  const named = [unit, metric].find((word): word is string => typeof word === 'string' && word !== '') ?? of
  const months = of === 'revenue' && typeof period === 'string' ? MONTHS[period] : undefined
  return {
    over,
    of: months === undefined ? named : `${named} a ${String(period)}`,
    whose: sizedBy(clause, knowledge).short,
    share: (months ?? 12) / 12,
    after: typeof consequence === 'string' && consequence !== BRANDING ? `, then ${consequence}` : '',
  }
}

/** months of what an amount of money may be of; users are counted as the limit says */
const MONTHS: Readonly<Record<string, number>> = { year: 12, quarter: 3, month: 1 }

/** what follows above a limit where only a name must be shown */
const BRANDING = 'branding'

function compare(
  { over, of, whose, share, after }: Limit,
  stated: number | null,
  { parameters: { consequence } }: Clause,
  does: Does,
  { shown, sold }: { readonly shown: string; readonly sold: boolean },
): Omit<Effect, 'clause'> {
  const branding = consequence === BRANDING
  const limit = `${withCommas(over)} ${of}${whose && ` of your ${whose}`}`
  const shows = (now: boolean) => (branding ? { words: shown, now, whose } : undefined)
  if (stated === null) {
    const says = branding ? `above ${inShort(over)} ${of}` : `up to ${inShort(over)} ${of}`
    return { does, says, compared: `the limit is ${limit}${after}`, shows: shows(false) }
  }
  const size = stated * share
  const [unit, period] = of.split(' ').slice(-2)
  const part = share < 1 ? ` a year, ${withCommas(Math.round(size))} ${unit} ${period},` : ''
  const own = `${withCommas(stated)}${part}`
  // "more than" leaves it out, "or more" does not
  if (size === over) {
    const at = `${own} is the very limit of ${limit}: see whether the text counts it in`
    return { does: 'conditions', says: at, compared: at }
  }
  if (size < over) {
    const below = `${own} is not above ${limit}`
    return { does: 'informs', says: below, compared: below }
  }
  const above = `${own} is above ${limit}`
  // who only must show a name may go on
  const unless = sold || consequence === 'request a license' ? ', unless the licensor grants you a license: ask' : ''
  return {
    does: branding ? 'conditions' : 'forbids',
    says: `${above}${unless}`,
    compared: `${above}${after}`,
    shows: shows(true),
  }
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

/** Whether a limit of territory shuts out the European Union: `whole`, `some` of it or of the models, or `none`. */
export function unionIn({ parameters }: Clause, { uses: { members, union } }: Knowledge): 'whole' | 'some' | 'none' {
  const codes = (value: unknown) => (Array.isArray(value) ? value.map(String) : [])
  const only = codes(parameters.only)
  const excluded = codes(parameters.territories)
  const touches = (list: readonly string[]) => list.some(code => union.includes(code) || members.includes(code))
  const kept = typeof parameters.scope === 'string' && parameters.scope !== 'outputs'
  // embargoed places are named by law, and the Union is none of them
  if (only.length === 0 && excluded.length === 0) return parameters.sanctioned ? 'none' : 'some'
  const whole = only.length > 0 ? !touches(only) : excluded.some(code => union.includes(code))
  if (whole) return kept ? 'some' : 'whole'
  return only.length > 0 || touches(excluded) ? 'some' : 'none'
}

function territoryEffect(clause: Clause, { uses }: KnownClause, knowledge: Knowledge): Effect {
  const { only, territories, scope } = clause.parameters
  const listed = (value: unknown) => (Array.isArray(value) && value.length > 0 ? value.map(String).join(', ') : null)
  const where = listed(only) ? `only in ${listed(only)}` : listed(territories) ? `not in ${listed(territories)}` : null
  const kept = typeof scope === 'string' && scope !== 'outputs' ? `${scope}: ` : ''
  const touched = unionIn(clause, knowledge)
  const binds = clause.mode === 'ban' || clause.mode === 'duty'
  const does =
    touched === 'none' || clause.mode === 'definition'
      ? 'informs'
      : touched === 'whole' && binds
        ? 'forbids'
        : 'conditions'
  // of some models alone it is told as what must not be: "no multimodal models in EU"
  const says =
    kept && !listed(only) && listed(territories)
      ? `no ${scope} in ${listed(territories)}`
      : `${kept}${where ?? uses?.says ?? 'not everywhere'}`
  return { does, says, compared: touched === 'none' ? `${where ?? says}; the Union is not among them` : '', clause }
}
