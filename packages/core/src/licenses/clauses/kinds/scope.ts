import { clauseOf, type ReadSaid } from '../../clause.ts'
import { thresholdOf } from './thresholds.ts'

/** marks of the wordings: which sectors are named */
const SECTORS = [
  'medicine',
  'law',
  'finance',
  'critical infrastructure',
  'automated decisions',
  'employment',
  'migration',
  'politics',
  'gambling and adult entertainment',
  'high-risk use',
  'fossil fuels',
] as const

/** Whole sectors or high-risk uses are barred: medicine, law, critical infrastructure, automated decisions. */
export const fieldSector: ReadSaid = said => ({
  ...clauseOf(said),
  parameters: { sectors: SECTORS.filter(sector => said.has(sector)) },
})

/** a group is told in no more letters */
const LONGEST_GROUP = 60

/** Named groups get no license: competitors, providers, employees of companies, persons on a sanctions list. */
export const personsExcluded: ReadSaid = (said, passage) => {
  if (said.wording.with?.group !== undefined) return clauseOf(said)
  const [group] = said.where('group').filter(({ at, end }) => at >= said.at && end <= said.end)
  const words = passage.lower.slice(group?.at ?? said.at, group?.end ?? said.end)
  return { ...clauseOf(said), parameters: { group: words.slice(0, LONGEST_GROUP).trim() } }
}

/** Who must register: whoever takes the work, or where the sentence says so, whoever uses it commercially alone. */
export const entryRegistration: ReadSaid = said => ({
  ...clauseOf(said),
  ...(said.has('commerce') && !said.has('all') && { parameters: { scope: 'commercial use' } }),
})

/** fewer are a small team, which counts only where a wording names its body */
const SMALL_TEAM = 50

/** The license ends, shrinks or needs another above a number of users or visits. */
export const scaleUsers: ReadSaid = thresholdOf(
  ({ currency, value }, said) => currency === undefined && (value >= SMALL_TEAM || (value >= 2 && said.has('body'))),
)

/** amounts of money that a license measures by */
const LEAST_MONEY = 1_000
/** the same where no currency is named */
const LEAST_BARE = 10_000

/** The license ends, or costs something, above a revenue or another amount of money. */
export const scaleRevenue: ReadSaid = thresholdOf(
  ({ currency, value }) => value >= (currency === undefined ? LEAST_BARE : LEAST_MONEY),
)

/* "one or more" limits nothing; "a single" is a wording of its own */
const threshold = thresholdOf(({ currency, value }) => currency === undefined && value > 1)

/**
 * Rights end or need another license above a number of employees, devices, seats and the like; "a single user" says how
 * many itself.
 */
export const scaleOther: ReadSaid = (said, passage, context) =>
  said.wording.with?.over === undefined ? threshold(said, passage, context) : clauseOf(said)
