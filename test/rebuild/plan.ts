import { planRebuild } from '../../src/rebuild/index.ts'
import type { NeedId, Rebuild } from '../../src/rebuild/rebuild.ts'
import { known, TODAY } from '../licensing/judged.ts'
import { type FileSetup, type ReleaseSetup, releaseOf } from '../release.ts'

/** What a rebuild of an invented release needs. */
export const planOf = (setup: ReleaseSetup): Rebuild => planRebuild(releaseOf(setup), known, TODAY)

/** The same of a release with weights and these files. */
export const planWith = (files: Readonly<Record<string, FileSetup>>, setup: ReleaseSetup = {}): Rebuild =>
  planOf({ ...setup, files: { 'model.safetensors': { size: 4_000_000_000 }, ...files } })

/** One need of a plan. */
export function needOf(plan: Rebuild, id: NeedId): Rebuild['needs'][number] {
  const need = plan.needs.find(need => need.id === id)
  if (!need) throw new Error(`the plan does not ask for ${id}`)
  return need
}
