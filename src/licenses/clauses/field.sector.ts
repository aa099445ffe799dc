import { clauseOf, type ReadSaid } from '../clause.ts'

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
