import { clauseOf, type ReadSaid } from '../clause.ts'

/** Passing on the work, or some form of it, is forbidden or needs consent. */
export const shareRedistributionBan: ReadSaid = (said, { text }) => {
  /* what is forbidden for the purposes of a list is a use */
  if (/\b(?:for|ways|purposes|following):$/.test(text)) return null
  return { ...clauseOf(said), parameters: { scope: said.has('consent') ? 'without consent' : 'all' } }
}
