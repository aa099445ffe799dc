import type { Knowledge } from '../knowledge/knowledge.ts'
import type { LicenseReading } from '../licenses/reading.ts'
import type { Clause } from '../report/report.ts'
import type { Judgement } from './framework.ts'
import { citedTogether, met, needsHuman, unknown, unmet } from './framework.ts'
import type { GivenPart } from './parts.ts'

/** How a license is called in a sentence. */
export const readingName = ({ license }: LicenseReading): string =>
  license.name ?? license.id ?? (license.text ? `the text of ${license.text.path}` : 'terms without a name')

/** What kinds of clauses are called, each once. */
export const kindsOf = (clauses: readonly Clause[], knowledge: Knowledge): string =>
  [...new Set(clauses.map(({ kind }) => (knowledge.clauses.get(kind)?.name ?? kind).toLowerCase()))]
    .slice(0, 5)
    .join(', ')

/** Which open terms count: those that OSI approved, or also those of the dated list of conformant ones. */
type Bar = 'approved' | 'conformant'

/** Whether a part is under an open source license. No license at all is no permission: unmet. */
export function judgeOpenness(part: GivenPart, bar: Bar, knowledge: Knowledge): Judgement {
  const { what, readings } = part
  if (readings.length === 0) {
    return part.unbound === 'none'
      ? unmet(`No license was found that reaches ${what}.`, part.cited)
      : unknown(`Which license reaches ${what} could not be seen.`, part.cited)
  }
  const from = (chosen: readonly LicenseReading[]) => chosen.map(readingName).join(' and ')
  const cited = (chosen: readonly LicenseReading[]) =>
    citedTogether(chosen.map(({ license }) => license.cited)) ?? part.cited

  const restricted = readings.filter(reading => reading.openness === 'restricted')
  if (restricted.length > 0) {
    const bars = restricted.flatMap(reading => reading.bars)
    const kinds = bars.length > 0 ? `: ${kindsOf(bars, knowledge)}` : ''
    return unmet(
      `${from(restricted)} restricts ${what}${kinds}.`,
      citedTogether([...bars.map(clause => clause.cited), ...restricted.map(({ license }) => license.cited)]) ??
        part.cited,
    )
  }
  const unread = readings.filter(reading => reading.openness === 'unknown')
  if (unread.length > 0) return unknown(`What ${from(unread)} says of ${what} was not read.`, cited(unread))

  const asking = readings.filter(reading => reading.openness === 'asks')
  if (asking.length > 0) {
    const asks = asking.flatMap(reading => reading.asks)
    return needsHuman(
      asks.length > 0
        ? `${from(asking)} has clauses that a person must weigh: ${kindsOf(asks, knowledge)}.`
        : `Nothing was found in ${from(asking)} that restricts ${what}, and nobody has approved it.`,
      citedTogether([...asks.map(clause => clause.cited), ...asking.map(({ license }) => license.cited)]) ?? part.cited,
    )
  }
  const listed = readings.filter(reading => !reading.osiApproved)
  if (listed.length === 0) return met(`${from(readings)}, approved by OSI, covers ${what}.`, cited(readings))
  if (bar === 'approved')
    return needsHuman(`${from(listed)} is open, and OSI has not approved it for ${what}.`, cited(listed))
  return listed.every(reading => reading.conformant)
    ? met(`${from(listed)} covers ${what}: not approved by OSI, on the dated list of conformant terms.`, cited(listed))
    : needsHuman(
        `${from(listed)} is open, and neither approved by OSI nor on the list of conformant terms.`,
        cited(listed),
      )
}
