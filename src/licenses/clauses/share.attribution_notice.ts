import { worded } from '../clause.ts'

/** A copy of the license, a notice or a credit must travel with the work. */
export const shareAttributionNotice = worded({
  id: 'share.attribution_notice',
  name: 'Attribution or notice file',
  looksFor: 'A duty to keep notices, give credit or hand on a copy of the license.',
  falseFriends: 'A duty to display a slogan or a brand, and a request to cite a paper.',
  against: [],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'harmless',
})
