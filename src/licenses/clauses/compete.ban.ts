import { worded } from '../clause.ts'

/** Use that competes with the licensor is barred. */
export const competeBan = worded({
  id: 'compete.ban',
  name: 'Ban on competing',
  looksFor: 'A ban on using the work or its outputs for something that competes with the licensor or its products.',
  falseFriends: 'Unfair or anti-competitive practice, competitive prices, a plea, benchmarks against competing models.',
  against: ['use', 'modify'],
  reaches: ['copies', 'modified', 'adapter', 'outputs'],
  weighs: 'blocks',
})
