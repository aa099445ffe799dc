import { isLeft, judgePolicy } from '@unwash/core/policy/judge'
import { REQUIRE } from '@unwash/core/policy/policy'
import type { ReadPolicy } from '@unwash/core/policy/read'
import { type ProjectReport, untoldInWords } from '@unwash/core/report/project'
import type { Report } from '@unwash/core/report/report'
import type { TermId } from '@unwash/core/report/vocabulary'
import { reaches } from '@unwash/core/verdict/reaches'
import type { Audited } from '@unwash/project/facts'
import type { UsedGroup } from '@unwash/project/groups'
import { unreadInWords } from '@unwash/project/references/languages'
import { placeInWords } from '@unwash/reporters/words/places'
import { tell } from '../exit.ts'

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
  const waysOut = ({ alternatives }: Report, term: TermId | undefined, told: string | null) => {
    const other = term ? alternatives.find(one => reaches(one.term, term))?.model : undefined
    const ways = [...(told ? [told] : []), ...(other ? [`${other} would pass`] : [])]
    return ways.length > 0 ? ways.join('; or ') : null
  }
  const left = ({ references }: UsedGroup) =>
    policy !== null &&
    references.every(({ cited: [first] }) => 'path' in first && isLeft(policy.policy, first.path, null))
  return all
    .filter(({ group }) => group.of === 'model' && !left(group))
    .flatMap(({ group, audited }) => {
      const { report } = audited
      const cited = group.references[0].cited.slice(0, 2)
      const instead = audited.toDo
      const only = group.references[0].role
      const alone = only !== 'use' && group.references.every(({ role }) => role === only) ? ALONE[only] : ''
      const placed = `${alone} [${cited.map(placeInWords).join(', ')}]`
      const below =
        required && !reaches(report.term.floor, required)
          ? [
              {
                of: 'model' as const,
                known: false,
                id: group.id,
                rule: '--require',
                says: `${required} is required and ${report.term.floor} is proven: ${audited.says}${placed}`,
                instead: waysOut(report, required, instead),
                cited,
              },
            ]
          : []
      if (!policy) return below
      // exceptions are written for the name under which a project uses it
      const named: Report = { ...report, release: { ...report.release, ...requirementName(group.id) } }
      const { breaches, excused } = judgePolicy(policy, named, on)
      for (const { rule, reason, until } of excused)
        tell(`rule ${rule} is not passed by ${group.id}, and excused until ${until}: ${reason}`)
      return [
        ...below,
        ...breaches.map(({ rule, says, expired, instead: out }) => ({
          of: 'model' as const,
          known: false,
          id: group.id,
          rule: `rule ${rule}`,
          says: `${says}${placed}${expired ? ` (the exception ran out on ${expired})` : ''}`,
          instead: waysOut(report, rule === REQUIRE ? policy.policy.require : undefined, out ?? instead),
          cited,
        })),
      ]
    })
}

/** what is said of a model that no program names */
const ALONE = { test: ', named in tests alone', documentation: ', named in documents alone', comparison: '' } as const

/** A gate does not pass what was not read: which files that are, unless the policy leaves them out by name. */
export function unreadBreaches(
  { name, complete, unread }: ProjectReport['project'],
  { policy, required }: Pick<Gates, 'policy' | 'required'>,
): ProjectReport['breaches'] {
  if (complete || (!policy && !required)) return []
  const counted = unread.filter(({ path, language }) => !policy || !isLeft(policy.policy, path, language))
  if (counted.length === 0 && unread.length > 0) return []
  const what = counted.length > 0 ? unreadInWords(counted) : 'not all of its files could be listed'
  const languages = [...new Set(counted.map(({ language }) => language))].slice(0, 5)
  return [
    {
      of: 'project',
      known: false,
      id: name,
      rule: policy ? 'policy' : '--require',
      says: `not read: ${what}`,
      instead:
        counted.length > 0
          ? `look through them, and leave them out in a policy (leave: {languages: [${languages.join(', ')}]})`
          : null,
      cited: counted.slice(0, 3).map(({ path }) => ({ path })),
    },
  ]
}

/** A gate does not pass what nobody can tell the name of: each with its places, unless that is decided. */
export function untoldBreaches(
  { project: { name }, untold }: Pick<ProjectReport, 'project' | 'untold'>,
  { policy, required, allowed }: Pick<Gates, 'policy' | 'required'> & { readonly allowed: boolean },
): ProjectReport['breaches'] {
  if (allowed || (!policy && !required)) return []
  return untold.flatMap(one => {
    const cited = one.cited.filter(at => !('path' in at) || !policy || !isLeft(policy.policy, at.path, null))
    // data sets are put to no gate
    if (one.of !== 'model' || cited.length === 0) return []
    const more = cited.length > BREACHES_SHOWN ? ` and ${cited.length - BREACHES_SHOWN} more` : ''
    return [
      {
        of: 'project' as const,
        known: false,
        id: name,
        rule: policy ? 'policy' : '--require',
        says: `${untoldInWords(one)} [${cited.slice(0, BREACHES_SHOWN).map(placeInWords).join(', ')}${more}]`,
        instead: 'write the name where it is loaded; or look at it, and let it pass with allow-untold in a policy',
        cited: cited.slice(0, BREACHES_SHOWN),
      },
    ]
  })
}
const BREACHES_SHOWN = 3

function requirementName(id: string) {
  const slash = id.indexOf('/')
  return slash > 0 ? { publisher: id.slice(0, slash), name: id.slice(slash + 1) } : { publisher: null, name: id }
}
