import { worded } from '../clause.ts'

/** Military use, weapons or nuclear technology are barred. */
export const fieldMilitary = worded({
  id: 'field.military',
  name: 'Military and weapons ban',
  looksFor: 'A ban on military use, warfare, weapons or nuclear technology.',
  falseFriends: 'Government purchase clauses, "not designed for nuclear facilities", export law.',
  against: ['use'],
  reaches: ['copies', 'modified', 'adapter', 'outputs'],
  weighs: 'blocks',
  makes: 'use-restricted',
})
