import type { KnownClause } from '../../knowledge/knowledge.ts'
import type { Citation, Clause } from '../../report/report.ts'

type Kinds = ReadonlyMap<string, KnownClause>

/** Whether a clause limits who may go on by a number: of users, of revenue. */
export function isSize({ kind, parameters }: Pick<Clause, 'kind' | 'parameters'>, kinds: Kinds): boolean {
  const limit = kinds.get(kind)?.uses?.limit
  return (limit === 'users' || limit === 'revenue') && typeof parameters.over === 'number'
}

/** The limits of size above which a clause asks for a license of its own, names its price, or asks for a display. */
export const limitsOver = (clause: Clause, all: readonly Clause[], kinds: Kinds): readonly Clause[] =>
  buys(clause, kinds) || clause.parameters.above === true
    ? all.filter(other => isSize(other, kinds) && (buys(clause, kinds) || asks(other, clause)) && stands(clause, other))
    : []

/** Whether what follows above a limit of size is a kind of clause of its own, and another is of that kind. */
export const asks = ({ parameters }: Pick<Clause, 'parameters'>, { kind }: Pick<Clause, 'kind'>): boolean =>
  kind.endsWith(`.${String(parameters.consequence)}`)

/** What is asked above a limit of size by a clause of its own, a license or a display; undefined where nothing is. */
export const askedAbove = (limit: Clause, all: readonly Clause[], kinds: Kinds): Clause | undefined =>
  isSize(limit, kinds)
    ? all.find(other => other.mode === 'duty' && limitsOver(other, all, kinds).includes(limit))
    : undefined

/** Whether a clause names the price of a license of its own that is asked for beside it: who needs none pays none. */
export const isPrice = (clause: Clause, all: readonly Clause[], kinds: Kinds): boolean =>
  buys(clause, kinds) === 'price' && all.some(other => buys(other, kinds) === 'license' && stands(clause, other))

const buys = ({ kind }: Clause, kinds: Kinds) => kinds.get(kind)?.uses?.buys

/** Whether a clause stands where another does: in its lines, or of a license by name in its section. */
function stands(one: Clause, other: Clause): boolean {
  const { section } = one.parameters
  if (typeof section === 'string' && section === other.parameters.section && !isApart(one, other)) return true
  return one.cited.every(place => other.cited.some(beside => overlaps(place, beside)))
}

/** Whether both are known by facts, of different licenses. */
const isApart = ({ cited: [one] }: Clause, { cited: [other] }: Clause): boolean =>
  one !== undefined && other !== undefined && 'fact' in one && 'fact' in other && one.source !== other.source

const overlaps = (one: Citation, other: Citation) =>
  'endLine' in one &&
  'endLine' in other &&
  one.path === other.path &&
  one.line <= other.endLine &&
  other.line <= one.endLine
