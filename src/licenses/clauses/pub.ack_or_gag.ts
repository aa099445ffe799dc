import { worded } from '../clause.ts'

/** Publications must name or report to the licensor, or may not disclose test results. */
export const pubAckOrGag = worded({
  id: 'pub.ack_or_gag',
  name: 'Publication duty or gag',
  looksFor: 'A ban on publishing benchmark results, a duty to acknowledge in publications, or a duty to report.',
  falseFriends: 'A request to cite ("please cite"), and keeping notices with copies.',
  against: ['study'],
  reaches: ['copies', 'modified', 'adapter', 'outputs'],
  weighs: 'asks',
})
