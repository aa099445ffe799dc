import type { SaidClause } from '../../../modality/said.ts'
import { type ClauseContext, clauseOf, type Passage, type ReadSaid } from '../../clause.ts'

/** Use is limited to non-commercial purposes, or commercial use is barred. */
export const purposeNoncommercial: ReadSaid = (said, passage, context) => {
  if (said.mode === 'grant' && isBesideOthers(said, passage, context)) return null
  /* a text with two tracks takes nothing by giving the other one */
  const gives = said.mode === 'grant' || said.has('part of a product')
  return gives && grantsCommercialUse(said, context) ? null : clauseOf(said)
}

/** by text, whether it grants commercial use */
const answers = new WeakMap<readonly Passage[], boolean>()

/** Whether some sentence of the text grants commercial use without asking first: a text with two tracks. */
const grantsCommercialUse = (said: SaidClause, { passages }: ClauseContext): boolean => {
  const known = answers.get(passages)
  if (known !== undefined) return known
  const grants = passages.some(one => said.has('commercial use granted', one) && !said.has('on terms', one))
  answers.set(passages, grants)
  return grants
}

/** Whether a list allows another use beside the one its item names. */
const isBesideOthers = (said: SaidClause, { lead }: Passage, { passages }: ClauseContext): boolean =>
  lead !== '' && passages.some(one => one.lead === lead && said.has('another use', one))

/** one's own research and development, in a text that lets one deploy under another section */
const deploysElsewhere = (said: SaidClause, { passages }: ClauseContext): boolean =>
  passages.some(one => said.has('deploys', one) && !said.has('internal development', one))

/**
 * whether the next sentence shuts out the rest, where the wording hangs on that: "That is the one purpose permitted."
 */
const isAlone = ({ wording, has }: SaidClause, passage: Passage, context: ClauseContext): boolean =>
  wording.with?.next === undefined || context.after(passage, 1).some(one => has('rest', one))

/** Use is limited to research, teaching or evaluation. */
export const purposeResearchOnly: ReadSaid = (said, passage, context) => {
  if (!isAlone(said, passage, context)) return null
  if (said.has('internal development') && deploysElsewhere(said, context)) return null
  if (said.mode === 'grant' && isBesideOthers(said, passage, context)) return null
  return { ...clauseOf(said), parameters: {} }
}
