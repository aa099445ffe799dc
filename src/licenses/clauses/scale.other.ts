import { clauseOf, type ReadSaid } from '../clause.ts'
import { thresholdOf } from '../thresholds.ts'

/* "one or more" limits nothing; "a single" is a wording of its own */
const threshold = thresholdOf(({ currency, value }) => currency === undefined && value > 1)

/** Rights end or need another license above a number of employees, devices, seats and the like; "a single user" says how many itself. */
export const scaleOther: ReadSaid = (said, passage, context) =>
  said.wording.with?.over === undefined ? threshold(said, passage, context) : clauseOf(said)
