import { type Line, look } from '../page.ts'
import type { SectionOf } from './section.ts'

/** What to use in its place. */
export const alternatives: SectionOf = ({ alternatives: all }, names) => {
  if (all.length === 0) return null
  const items = all.map((other): [Line] => [
    [look('strong', other.model), ` (${names.term(other.term)}): ${other.why}`],
  ])
  return { heading: 'More open alternatives', blocks: [{ kind: 'list', items }] }
}
