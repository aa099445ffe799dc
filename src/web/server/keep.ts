import { openWhole } from '../../audit.ts'
import { judge, today } from '../../judge.ts'
import { loadKnown } from '../../known.ts'
import type { Report } from '../../report/report.ts'
import type { Release } from '../../sources/release.ts'
import { evidenceOf } from '../../sources/saved/save.ts'
import type { Shelf } from './shelf.ts'

/** A release that was judged, and what it rests on. */
export interface Judged {
  readonly report: Report
  readonly evidence: object
}

/** Judges a release that was read, as of a day, or of today. */
export async function judged(release: Release, on?: string): Promise<Judged> {
  const known = await loadKnown()
  const saving = { version: known.version, knowledge: known.knowledge.version, readOn: on ?? today() }
  return { report: judge(release, known, on), evidence: evidenceOf(release, saving) }
}

/** Reads a release that whoever runs the program names, has it judged, here unless told, and keeps it. */
export async function keep(
  target: string,
  shelf: Shelf,
  signal: AbortSignal,
  judging: (release: Release) => Promise<Judged> = judged,
): Promise<void> {
  const release = await openWhole(target, { signal })
  await shelf.put({ run: 'serve', target, ...(await judging(release)), facts: {} })
}
