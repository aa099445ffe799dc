import { clauseOf, worded } from '../clause.ts'
import { grantsCommercialUse, isBesideOthers } from '../purpose.ts'

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
    if (said.mode === 'grant' && isBesideOthers(said, passage, context)) return null
    /* a text with two tracks takes nothing by giving the other one */
    const gives = said.mode === 'grant' || said.has('part of a product')
    return gives && grantsCommercialUse(said, context) ? null : clauseOf(said)
  },
})
