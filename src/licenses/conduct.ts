import type { FoundClause, Passage } from './clause.ts'
import { moodAt } from './mood.ts'
import { first } from './nearby.ts'

/** what the licensee may not do, or must do, apart from using the work: to its workers, with its money */
const CONDUCT =
  /\b(?:induce|force|coerce|compel|pressure|suggest)\b[^.;]{0,60}\b(?:employees?|workers?|staff|contractors?)\b|(?:强迫|诱使|诱导|暗示)[^。；]{0,30}(?:员工|雇员|劳动者)/
const CONDUCT_OWED =
  /\bdivest(?: itself| yourself)? (?:from|of)\b|\b(?:laws?|rules|regulations|standards)\b[^.;]{0,80}\b(?:relating to|on|concerning|governing) (?:labou?r|employment)\b|\b(?:labou?r|employment) (?:laws|standards|regulations)\b|劳动(?:和就业)?(?:相关|方面)?的?(?:法律|法规|标准)/

/** A ban or duty on what the licensee does apart from using the work. */
export const conductOf = (passage: Passage): FoundClause | null => {
  const parameters = { of: 'conduct of the licensee' }
  const forbidden = first(passage.lower, CONDUCT)
  if (forbidden !== null && moodAt(passage, forbidden.index)?.mode === 'ban')
    return { mode: 'ban', at: forbidden.index, parameters }
  const owed = first(passage.lower, CONDUCT_OWED)
  return owed !== null && moodAt(passage, owed.index)?.mode === 'duty'
    ? { mode: 'duty', at: owed.index, parameters }
    : null
}
