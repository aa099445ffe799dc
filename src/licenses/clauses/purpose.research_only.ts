import type { Said } from '../../modality/said.ts'
import { type ClauseContext, clauseOf, type Passage, type ReadSaid } from '../clause.ts'
import { isBesideOthers } from './purpose.noncommercial.ts'

/** one's own research and development, in a text that lets one deploy under another section */
const deploysElsewhere = (said: Said, { passages }: ClauseContext): boolean =>
  passages.some(one => said.has('deploys', one) && !said.has('internal development', one))

/** whether the next sentence shuts out the rest, where the wording hangs on that: "That is the one purpose permitted." */
const isAlone = ({ wording, has }: Said, passage: Passage, context: ClauseContext): boolean =>
  wording.with?.next === undefined || context.after(passage, 1).some(one => has('rest', one))

/** Use is limited to research, teaching or evaluation. */
export const purposeResearchOnly: ReadSaid = (said, passage, context) => {
  if (!isAlone(said, passage, context)) return null
  if (said.has('internal development') && deploysElsewhere(said, context)) return null
  if (said.mode === 'grant' && isBesideOthers(said, passage, context)) return null
  return { ...clauseOf(said), parameters: {} }
}
