import type { Release } from '../../sources/release.ts'
import { type ComponentFound, cite } from '../evidence.ts'

/**
 * The inventory where a form stands in place of the release: what the form lists is `linked` or `described`, for
 * nothing it names was seen, and what it leaves out it says is not given. Without a form, what was found.
 */
export function asDeclared(found: readonly ComponentFound[], { declared, place, files }: Release): ComponentFound[] {
  if (!declared) return [...found]
  const form = files[0]?.path ?? place
  return found.map(({ id, ladder }): ComponentFound => {
    const entry = declared.find(entry => entry.id === id)
    if (!entry)
      return { id, presence: 'absent', ...(ladder ? { ladder: 'none' } : {}), cited: cite({ looked: [form] }) }
    return {
      id,
      presence: entry.location === null ? 'described' : 'linked',
      ...(ladder ? { ladder: entry.location === null ? 'listed' : 'obtainable' } : {}),
      cited: entry.cited,
      declared: entry,
    }
  })
}
