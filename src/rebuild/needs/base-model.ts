import type { Case } from '../../licensing/index.ts'
import type { Citation } from '../../report.ts'
import type { Found } from '../found.ts'

/** The models whose parameters it starts from: a rebuild begins there. Null for one that starts from scratch. */
export function baseModel({ lineage }: Case): Found | null {
  const [first, ...more] = lineage.flatMap(({ cited }): Citation[] => cited.slice(0, 1))
  if (!first) return null
  const named = [...new Set(lineage.map(({ model }) => model))]
  const pinned = lineage.some(({ model }) => /@[\w.-]{4,60}$/.test(model))
  return {
    presence: 'linked',
    says: `It was made from ${named.slice(0, 4).join(', ')}${pinned ? '' : '; no revision of it is named'}.`,
    cited: [first, ...more.slice(0, 3)],
  }
}
