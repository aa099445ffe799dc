import { enroll, type Groups, isIn } from './groups.ts'
import type { Needs } from './needs.ts'

/** What a pattern needs, as groups: of each alternative how many groups it asks for, then the groups. */
export type Asked = Int32Array

/** Gives what a pattern needs its groups. */
export const ask = (needs: Needs): Asked =>
  Int32Array.from(needs.flatMap(alternative => [alternative.length, ...alternative.map(enroll)]))

/** Whether a text, or one of the texts around it, has all that some alternative of a pattern needs. */
export const mayMatch = (asked: Asked, own: Groups, lead: Groups = own, heading: Groups = own): boolean => {
  for (let at = 0; at < asked.length; ) {
    const end = at + 1 + (asked[at] ?? 0)
    let next = at + 1
    while (next < end) {
      const group = asked[next] ?? 0
      if (!isIn(own, group) && !isIn(lead, group) && !isIn(heading, group)) break
      next++
    }
    if (next === end) return true
    at = end
  }
  return false
}
