import { type FileSetup, type ReleaseSetup, releaseOf } from '../../../../test/release.ts'
import { knowledge } from '../../../knowledge/test/knowledge.ts'
import type { Offer } from '../../src/evidence/evidence.ts'
import { type Evidence, gather } from '../../src/evidence/index.ts'
import type { ComponentId, Presence } from '../../src/report/vocabulary.ts'

/** What is seen of an invented release. */
export function gathered(setup: ReleaseSetup): Evidence {
  return gather(releaseOf(setup), knowledge)
}

/** What is seen of a release with nothing but this README, and files beside it. */
export function withReadme(readme: string, files: Readonly<Record<string, FileSetup>> = {}): Evidence {
  return gathered({ files: { 'README.md': readme, ...files } })
}

/** How the weights are offered by this README and the files beside it. */
export function offerOf(readme: string, files?: Readonly<Record<string, FileSetup>>): Offer {
  return withReadme(readme, files).weights.offer
}

/** One component of what was seen. */
export function component(evidence: Evidence, id: ComponentId) {
  const found = evidence.components.find(component => component.id === id)
  if (!found) throw new Error(`${id} is not in the inventory`)
  return found
}

/** Whether a component is there, beside a README that says nothing, by the names of files alone. */
export function presenceBy(id: ComponentId, ...paths: readonly string[]): Presence {
  const files = Object.fromEntries(paths.map(path => [path, { size: 2_000_000 }]))
  return component(withReadme('# Heron\n\nA model.\n', files), id).presence
}
