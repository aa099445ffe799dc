import { clauseOf, worded } from '../clause.ts'

/** Passing on the work, or some form of it, is forbidden or needs consent. */
export const shareRedistributionBan = worded({
  id: 'share.redistribution_ban',
  name: 'No or narrowed redistribution',
  looksFor: 'A ban on distributing, publishing, selling or transferring the model, the data or the software.',
  falseFriends:
    'A ban on removing notices, a ban "except as this license provides", a ban on sharing outputs or personal data, and terms for how copies are passed on.',
  against: ['share'],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'blocks',
  read(said, { text }) {
    /* what is forbidden for the purposes of a list is a use */
    if (/\b(?:for|ways|purposes|following):$/.test(text)) return null
    return { ...clauseOf(said), parameters: { scope: said.has('consent') ? 'without consent' : 'all' } }
  },
})
