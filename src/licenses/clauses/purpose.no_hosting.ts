import { worded } from '../clause.ts'

/** One's own use is allowed, offering it as a service is not, or needs another license. */
export const purposeNoHosting = worded({
  id: 'purpose.no_hosting',
  name: 'No hosted service',
  looksFor: 'A ban on offering the work to others as a hosted or managed service or through an API.',
  falseFriends: 'Hosting defined as a way of distributing, to which only the passing-on of terms applies.',
  against: ['use', 'share'],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'blocks',
})
