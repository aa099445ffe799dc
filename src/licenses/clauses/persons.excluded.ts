import { clauseOf, worded } from '../clause.ts'

/** a group is told in no more letters */
const LONGEST_GROUP = 60

/** Named groups get no license: competitors, providers, employees of companies, persons on a sanctions list. */
export const personsExcluded = worded({
  id: 'persons.excluded',
  name: 'Excluded persons or sectors',
  looksFor:
    'Groups of people or organizations that get no license: competitors, cloud or software providers, agencies, employees of companies, sanctioned persons.',
  falseFriends:
    'Duties to obey export law, acts that are forbidden to everybody, disclaimers that name employees or contractors.',
  against: ['use'],
  reaches: ['copies', 'modified', 'adapter', 'outputs'],
  weighs: 'blocks',
  read(said, passage) {
    if (said.wording.with?.group !== undefined) return clauseOf(said)
    const [group] = said.where('group').filter(({ at, end }) => at >= said.at && end <= said.end)
    const words = passage.lower.slice(group?.at ?? said.at, group?.end ?? said.end)
    return { ...clauseOf(said), parameters: { group: words.slice(0, LONGEST_GROUP).trim() } }
  },
})
