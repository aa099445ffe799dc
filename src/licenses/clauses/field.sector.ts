import { clauseOf, worded } from '../clause.ts'

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
export const fieldSector = worded({
  id: 'field.sector',
  name: 'Sector and high-risk ban',
  looksFor: 'A ban on medical, legal or financial use, critical infrastructure, automated decisions and the like.',
  falseFriends:
    'Disclaimers ("not intended for medical use", "high-risk use at your own risk"), advice in model cards.',
  against: ['use'],
  reaches: ['copies', 'modified', 'adapter', 'outputs'],
  weighs: 'blocks',
  makes: 'use-restricted',
  read: said => ({ ...clauseOf(said), parameters: { sectors: SECTORS.filter(sector => said.has(sector)) } }),
})
