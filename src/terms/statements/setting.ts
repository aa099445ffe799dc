import type { Evidence } from '../../evidence/index.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { ownNames } from '../models/names.ts'
import { type Speaker, speakerOf } from './speaker.ts'

/** What tells every reader of pages what is the release's own: who speaks, its files of terms, its models. */
export interface Setting extends Pick<Evidence, 'legal' | 'blank'> {
  readonly speaker: Speaker
  /** what the release and its linked models are called */
  readonly names: readonly string[]
  /** addresses at which its own weights are */
  readonly places: ReadonlySet<string>
  /** the weights lie beside its files */
  readonly inTree: boolean
}

/** The setting of a release's pages. */
export const settingOf = (evidence: Evidence, legal: Setting['legal'], knowledge: Knowledge): Setting => ({
  speaker: speakerOf(evidence, knowledge),
  legal,
  blank: evidence.blank,
  names: ownNames(evidence),
  places: new Set(evidence.weights.links.flatMap(({ own, url }) => (own ? [url] : []))),
  inTree: evidence.weights.offer === 'in-tree',
})
