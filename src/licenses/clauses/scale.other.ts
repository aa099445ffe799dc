import { clauseOf, worded } from '../clause.ts'
import { thresholdOf } from '../thresholds.ts'

/* "one or more" limits nothing; "a single" is a wording of its own */
const threshold = thresholdOf(({ currency, value }) => currency === undefined && value > 1)

/** Rights end or need another license above a number of employees, devices, seats and the like. */
export const scaleOther = worded({
  id: 'scale.other',
  name: 'Other scale limits',
  looksFor:
    'A number of employees, devices, seats, processors or API calls above which rights end or need another license.',
  falseFriends: 'What hardware the work needs ("at least 8 GPUs"), how it was trained, rate limits of a hosted demo.',
  against: ['use', 'share'],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'blocks',
  /* "a single user": the wording itself says how many */
  read: (said, passage, context) =>
    said.wording.with?.over === undefined ? threshold(said, passage, context) : clauseOf(said),
})
