import type { Knowledge } from '../../knowledge/knowledge.ts'
import { resolveId } from '../../licenses/names.ts'
import type { LicenseReading } from '../../licenses/reading.ts'
import type { ComponentRights } from '../../licensing/rights.ts'
import type { Cited } from '../../report.ts'
import type { ComponentId } from '../../vocabulary.ts'
import { citedTogether, met, unknown, unmet } from '../answers.ts'
import type { Judgement, Subject } from '../framework.ts'
import { looked } from '../looking.ts'
import { nameOf } from '../openness.ts'
import { componentOf } from '../parts.ts'
import { at } from './components.ts'

/** One component as the tool sees a filled form: listed or not, and under which one license. */
export function judgeAsTool(subject: Subject, id: ComponentId): Judgement {
  const rights = componentOf(subject, id)
  const what = `the ${id.replaceAll('-', ' ')}`
  if (!rights) return unknown(`Whether a form would list ${what} could not be seen.`, looked(subject.case.evidence))
  const { found } = rights
  if (!found.declared && found.presence === 'unknown')
    return unknown(`Whether a form would list ${what} could not be seen.`, found.cited)
  if (!found.declared && found.presence !== 'released' && found.presence !== 'linked')
    return at('missing', unmet(`A form would not list ${what}: neither here nor linked.`, found.cited))
  const one = licenseOf(subject, rights)
  if (one === null) return at('unlicensed', unmet(`No license was found for ${what}.`, rights.cited))
  const { spelled, cited } = one
  const judged = subject.case.knowledge.mof.toolOpen.includes(spelled)
    ? at('included', met(`The tool counts ${spelled}, the license of ${what}, as open.`, cited))
    : at(
        'invalid',
        one.unread
          ? unknown(`What ${one.called} says of ${what} was not read; the tool would not count it.`, cited)
          : unmet(`The tool does not count ${one.called}, the license of ${what}, as open.`, cited),
      )
  return { ...judged, license: spelled }
}

interface OneLicense {
  /** as a form has it: its SPDX id, its name where no list has one, or a reference */
  readonly spelled: string
  readonly called: string
  readonly unread: boolean
  readonly cited: Cited
}

/** The one license a form has room for: what a form says, else the least open that binds, else that of the whole. */
function licenseOf({ case: { knowledge, whole }, model }: Subject, rights: ComponentRights): OneLicense | null {
  const { found } = rights
  if (found.declared) {
    const { license, cited } = found.declared
    return license === null ? null : { spelled: license, called: license, unread: false, cited }
  }
  const own = found.id === 'weights' ? model.floor : rights.readings
  // what is linked lies outside of what the license of the whole is given for
  const binding = own.length > 0 || found.presence !== 'released' ? own : whole
  const named = binding.map(reading => ({ reading, spelled: spelledOf(reading, knowledge) }))
  const one = named.find(({ spelled }) => !knowledge.mof.toolOpen.includes(spelled)) ?? named[0]
  if (!one) return null
  return {
    spelled: one.spelled,
    called: nameOf(one.reading),
    unread: one.reading.openness === 'unknown',
    cited: citedTogether([one.reading.license.cited]) ?? rights.cited,
  }
}

function spelledOf({ license, openness }: LicenseReading, knowledge: Knowledge): string {
  const known = license.id === null || openness === 'unknown' ? null : resolveId(license.id, null, knowledge)
  if (known) return known.spdx ?? known.name
  const name = license.name ?? license.text?.path ?? 'unread'
  return `LicenseRef-${name.replace(/[^A-Za-z0-9.]+/g, '-').slice(0, 60)}`
}
