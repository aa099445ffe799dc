import { gather } from '../evidence/index.ts'
import type { Known } from '../licenses/known.ts'
import { concludeLicensing } from '../licensing/index.ts'
import type { Release } from '../sources/release.ts'
import { dataSources } from './data.ts'
import { effortOf } from './effort.ts'
import { needsOf } from './needs/index.ts'
import type { Rebuild } from './rebuild.ts'
import { scoresOf } from './scores/index.ts'

export type { Rebuild } from './rebuild.ts'

/** Says what a rebuild of a release needs, what of it is there, and which published scores others can check. Pure. */
export function planRebuild(release: Release, known: Known, on: string): Rebuild {
  const { knowledge, version } = known
  const evidence = gather(release, knowledge)
  const { judged, notes } = concludeLicensing(evidence, known)
  const needs = needsOf(judged)
  const { name, publisher, source, revision, place, complete } = release
  return {
    schemaVersion: 1,
    unwash: { version, knowledge: knowledge.version },
    readAsOf: release.readOn ?? on,
    release: { name, publisher, source, revision, place, complete },
    needs: [...needs],
    data: [...dataSources(judged)],
    effort: [...effortOf(judged)],
    scores: [...scoresOf(judged, needs)],
    missing: needs.filter(({ presence }) => presence === 'absent').map(({ id }) => id),
    notes: [...release.notes, ...evidence.notes, ...notes],
  }
}
