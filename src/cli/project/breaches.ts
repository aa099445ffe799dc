import { judgePolicy } from '../../policy/judge.ts'
import type { ReadPolicy } from '../../policy/read.ts'
import type { Audited } from '../../project/facts.ts'
import type { UsedGroup } from '../../project/project.ts'
import type { ProjectReport } from '../../project/report.ts'
import type { Report } from '../../report.ts'
import { placeOf } from '../../reports/places.ts'
import { reaches } from '../../verdict/reaches.ts'
import type { TermId } from '../../vocabulary.ts'

interface Gates {
  readonly policy: ReadPolicy | null
  readonly required: TermId | undefined
  readonly on: string
}

/** What of a project does not pass its gates. Terms are those of models: a data set is put to no gate. */
export function breachesOf(
  all: readonly { readonly group: UsedGroup; readonly audited: Audited }[],
  { policy, required, on }: Gates,
): ProjectReport['breaches'] {
  return all
    .filter(({ group }) => group.of === 'model')
    .flatMap(({ group, audited }) => {
      const { report } = audited
      const cited = group.references[0].cited.slice(0, 2)
      const instead = audited.toDo
      const below =
        required && !reaches(report.term.floor, required)
          ? [
              {
                id: group.id,
                rule: '--require',
                says: `${required} is required and ${report.term.floor} is proven: ${audited.says}`,
                instead,
                cited,
              },
            ]
          : []
      if (!policy) return below
      // exceptions are written for the name under which a project uses it
      const named: Report = { ...report, release: { ...report.release, ...nameOf(group.id) } }
      const { breaches, excused } = judgePolicy(policy, named, on)
      for (const { rule, reason, until } of excused)
        console.error(`unwash: rule ${rule} is not passed by ${group.id}, and excused until ${until}: ${reason}`)
      return [
        ...below,
        ...breaches.map(({ rule, says, expired, instead: out }) => ({
          id: group.id,
          rule: `rule ${rule}`,
          says: `${says} [${cited.map(placeOf).join(', ')}]${expired ? ` (the exception ran out on ${expired})` : ''}`,
          instead: out ?? instead,
          cited,
        })),
      ]
    })
}

function nameOf(id: string) {
  const slash = id.indexOf('/')
  return slash > 0 ? { publisher: id.slice(0, slash), name: id.slice(slash + 1) } : { publisher: null, name: id }
}
