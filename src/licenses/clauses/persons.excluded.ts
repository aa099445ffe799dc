import { clauseOf, type ReadSaid } from '../clause.ts'

/** a group is told in no more letters */
const LONGEST_GROUP = 60

/** Named groups get no license: competitors, providers, employees of companies, persons on a sanctions list. */
export const personsExcluded: ReadSaid = (said, passage) => {
  if (said.wording.with?.group !== undefined) return clauseOf(said)
  const [group] = said.where('group').filter(({ at, end }) => at >= said.at && end <= said.end)
  const words = passage.lower.slice(group?.at ?? said.at, group?.end ?? said.end)
  return { ...clauseOf(said), parameters: { group: words.slice(0, LONGEST_GROUP).trim() } }
}
