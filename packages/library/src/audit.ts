import { gather } from '@unwash/core/evidence/index'
import { judge, today } from '@unwash/core/judge'
import type { Known } from '@unwash/core/licenses/known'
import type { Release } from '@unwash/core/release/release'
import type { Report } from '@unwash/core/report/report'
import type { StatedUse } from '@unwash/core/uses/stated'
import { open } from '@unwash/sources/index'
import { readingsBeside, readingsText } from '@unwash/sources/saved/readings'
import type { OpenOptions } from '@unwash/sources/source'
import { loadKnown } from './known.ts'

/** How to audit: `signal` ends it early. */
export interface ReadOptions extends OpenOptions {
  /** the day, ISO, as of which the release is read: today, or the day the evidence was saved */
  readonly on?: string | undefined
  /** a use for which the report says what the terms mean */
  readonly use?: StatedUse | null
  /** a file to save in what was gathered, so that it can be judged again */
  readonly evidence?: string | undefined
  /** a file of readings, or of sign-offs; of saved evidence also the `readings.yml` or `signoff.yml` beside it */
  readonly readings?: string | undefined
  /** asks others of what was read: gives the release with what they read of it */
  readonly answered?: ((release: Release) => Promise<Release>) | undefined
  /** the same, by the name it had when only sign-offs were read */
  readonly signoff?: string | undefined
}

/**
 * Audits a release: a folder, a git address or repository, saved evidence, or a single file. The whole pipeline.
 * Throws an UnwashError when the target cannot be read at all.
 */
export async function audit(target: string, options: ReadOptions = {}): Promise<Report> {
  const { on } = options
  const [whole, known] = await Promise.all([openWhole(target, options), loadKnown()])
  const read = await withRead(whole, target, options.readings ?? options.signoff, known)
  const release = (await options.answered?.(read)) ?? read
  if (options.evidence !== undefined) {
    const { saveEvidence } = await import('@unwash/sources/saved/save')
    await saveEvidence(options.evidence, release, savingWith(known, on))
  }
  return judge(release, known, on, options.use)
}

/** A release with what others read of it: in a file that is given, else in one beside saved evidence. */
export async function withRead(
  release: Release,
  target: string,
  given: string | undefined,
  { knowledge }: Known,
): Promise<Release> {
  const path = given ?? readingsBeside(target, release)
  if (path === null) return release
  const { withReadings } = await import('@unwash/core/readings/read')
  return withReadings(release, path, await readingsText(path), knowledge, today())
}

/** Opens a release with the places it names as parts of itself. Throws an UnwashError when it cannot be read at all. */
export async function openWhole(target: string, options: ReadOptions = {}): Promise<Release> {
  const { on, ...opening } = options
  // a day gone by is looked for in the history of the place
  const past = on !== undefined && on < today() ? { on } : {}
  const [opened, known] = await Promise.all([open(target, { ...opening, ...past }), loadKnown()])
  return withPlaces(opened, known, options, past.on === undefined)
}

/**
 * A repository at a hub with the places it names as parts of itself; of a day gone by, those places are as of today.
 */
async function withPlaces(release: Release, known: Known, options: ReadOptions, today: boolean): Promise<Release> {
  if (!release.hub || release.linked || !today) return release
  const { elsewhere } = gather(release, known.knowledge)
  const { withLinked } = await import('@unwash/sources/linked')
  return withLinked(release, elsewhere, savingWith(known, options.on), options)
}

const savingWith = ({ version, knowledge }: Known, on = today()) => ({
  version,
  knowledge: knowledge.version,
  readOn: on,
})
