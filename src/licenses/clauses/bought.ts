import type { KnownClause } from '../../knowledge/knowledge.ts'
import type { Citation, Clause } from '../../report/report.ts'
import { isSize } from './find.ts'

type Kinds = ReadonlyMap<string, KnownClause>

/** The limit of size above which a clause asks for a license of its own, or names its price; undefined where none. */
export const limitOver = (clause: Clause, all: readonly Clause[], kinds: Kinds): Clause | undefined =>
  buys(clause, kinds) ? all.find(other => isSize(other, kinds) && stands(clause, other)) : undefined

/** Whether a limit of size is one above which a license of its own is asked for. */
export const isSold = (limit: Clause, all: readonly Clause[], kinds: Kinds): boolean =>
  isSize(limit, kinds) && all.some(other => other.mode === 'duty' && buys(other, kinds) && stands(other, limit))

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
