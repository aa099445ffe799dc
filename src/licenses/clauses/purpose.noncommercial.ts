import { type ClauseContext, clauseOf, type Passage, worded } from '../clause.ts'
import type { Said } from './worded.ts'

/** by text, whether some sentence of it grants commercial use without asking first: it has two tracks */
const answers = new WeakMap<readonly Passage[], boolean>()
const grantsCommercialUse = (said: Said, { passages }: ClauseContext): boolean => {
  const known = answers.get(passages)
  if (known !== undefined) return known
  const grants = passages.some(one => said.has('commercial use granted', one) && !said.has('on terms', one))
  answers.set(passages, grants)
  return grants
}

/** Use is limited to non-commercial purposes, or commercial use is barred. */
export const purposeNoncommercial = worded({
  id: 'purpose.noncommercial',
  name: 'Non-commercial only',
  looksFor: 'A grant for non-commercial purposes only, or a ban on commercial use of the work or its outputs.',
  falseFriends:
    'The source-offer alternative of copyleft licenses ("only occasionally and noncommercially"), private use that is defined, texts that grant commercial use on a second track, "commercially reasonable".',
  against: ['use', 'share'],
  reaches: ['copies', 'modified', 'adapter', 'outputs'],
  weighs: 'blocks',
  makes: 'non-commercial',
  read(said, passage, context) {
    const isBesideOthers = (one: Passage) => one.lead === passage.lead && said.has('another use', one)
    if (said.mode === 'grant' && passage.lead !== '' && context.passages.some(isBesideOthers)) return null
    /* a text with two tracks takes nothing by giving the other one */
    const gives = said.mode === 'grant' || said.has('part of a product')
    return gives && grantsCommercialUse(said, context) ? null : clauseOf(said)
  },
})
