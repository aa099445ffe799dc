import { resolve, sep } from 'node:path'
import { judge, today } from '@unwash/core/judge'
import { guessedFrom } from '@unwash/core/release/origin'
import type { Release } from '@unwash/core/release/release'
import type { Report } from '@unwash/core/report/report'
import { openWhole } from '@unwash/library/audit'
import { loadKnown } from '@unwash/library/known'
import { evidenceOf } from '@unwash/sources/saved/save'
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

/**
 * Where folders of this machine are said to be, by what was given: by its last step, for where it lies is nobody
 * else's to know; of several that are called alike by the steps above, too, as far as they differ.
 */
export function saidPlaces(targets: readonly string[]): ReadonlyMap<string, string> {
  const all = targets.map(target => {
    const steps = resolve(target).split(sep)
    const { publisher, name } = guessedFrom(steps.at(-1) ?? '')
    return {
      target,
      above: steps.slice(0, -1).reverse(),
      last: steps.at(-1) ?? '',
      called: [publisher ?? [], name].flat(),
    }
  })
  return new Map(
    all.map(({ target, above, last, called }) => {
      const alike = all.filter(one => one.target !== target && one.called.join('/') === called.join('/'))
      const apart = above.findIndex((step, at) => alike.every(one => one.above[at] !== step))
      if (alike.length === 0 || apart < 0) return [target, last]
      return [target, `path:${[above[apart], ...called].join('/')}`]
    }),
  )
}

/** Reads a release that whoever runs the program names, has it judged, here unless told, and keeps it. */
export async function keep(
  target: string,
  shelf: Shelf,
  signal: AbortSignal,
  places: ReadonlyMap<string, string>,
  judging: (release: Release) => Promise<Judged> = judged,
): Promise<void> {
  const opened = await openWhole(target, { signal })
  const place = opened.source === 'folder' ? places.get(target) : undefined
  const release = place === undefined ? opened : { ...opened, place }
  await shelf.put({ run: 'serve', target, ...(await judging(release)), facts: {} })
}
