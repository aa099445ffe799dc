import { worded } from '../clause.ts'

/** Taking the work apart is forbidden. */
export const studyNoReverseEngineering = worded({
  id: 'study.no_reverse_engineering',
  name: 'Reverse-engineering ban',
  looksFor: 'A ban on reverse engineering, decompiling or disassembling.',
  falseFriends: 'Texts that permit reverse engineering or forbid to forbid it.',
  against: ['study'],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'blocks',
})
