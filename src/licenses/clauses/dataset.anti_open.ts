import { worded } from '../clause.ts'

/** The data or software may not come under an open license. */
export const datasetAntiOpen = worded({
  id: 'dataset.anti_open',
  name: 'Data may not be opened',
  looksFor: 'A ban on uses that would put the data or the work under an open license.',
  falseFriends: 'A note that third-party parts come under open source licenses.',
  against: ['share'],
  reaches: ['copies', 'modified'],
  weighs: 'blocks',
})
