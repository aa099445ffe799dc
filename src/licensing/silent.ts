import { languageOf } from '../licenses/language.ts'
import { passagesOf } from '../licenses/passages.ts'
import type { LicenseReading } from '../licenses/reading.ts'
import { forbidsUnread } from '../licenses/unread.ts'
import type { Text } from '../sources/release.ts'

/**
 * Whether a text is none of terms ("Copyright 2026 Marsh Lab"): no license, no clause and no grant was found in it, it is
 * in a language that is read, and it forbids nothing.
 */
export function saysNothing(text: Text | undefined, readings: readonly LicenseReading[]): boolean {
  if (text === undefined || readings.some(({ openness }) => openness === 'restricted')) return false
  const empty = readings.every(
    ({ license }) => license.id === null && license.clauses.length === 0 && license.grants.length === 0,
  )
  return empty && languageOf(text.content).read !== 'other' && !forbidsUnread(passagesOf(text.content))
}
