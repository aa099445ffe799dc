import type { Knowledge } from '../../knowledge/knowledge.ts'
import { once } from '../../once.ts'
import { type ClauseKind, clauseOf, type ReadSaid } from '../clause.ts'
import { controlAmend } from './control.amend.ts'
import { controlFixedTerm } from './control.fixed_term.ts'
import { controlTerminateAtWill } from './control.terminate_at_will.ts'
import { feePaid } from './fee.paid.ts'
import { fieldSector } from './field.sector.ts'
import { geoExclusion } from './geo.exclusion.ts'
import { lawGoverning } from './law.governing.ts'
import { lawPrevailingLanguage } from './law.prevailing_language.ts'
import { litAnyIp } from './lit.any_ip.ts'
import { litPatent } from './lit.patent.ts'
import { outputNoTrain } from './output.no_train.ts'
import { outputTrainNaming } from './output.train_naming.ts'
import { patentWithheld } from './patent.withheld.ts'
import { personsExcluded } from './persons.excluded.ts'
import { purposeNoncommercial } from './purpose.noncommercial.ts'
import { purposeResearchOnly } from './purpose.research_only.ts'
import { scaleOther } from './scale.other.ts'
import { scaleRevenue } from './scale.revenue.ts'
import { scaleUsers } from './scale.users.ts'
import { shareBranding } from './share.branding.ts'
import { shareNaming } from './share.naming.ts'
import { shareNoSublicense } from './share.no_sublicense.ts'
import { shareRedistributionBan } from './share.redistribution_ban.ts'
import { textDefect } from './text.defect.ts'
import { usePolicyExternal } from './use.policy_external.ts'
import { useRestrictions } from './use.restrictions.ts'

/** What no wording can say of a kind of clause: amounts, names, what the rest of the text says. */
export const readers: Readonly<Record<string, ReadSaid>> = {
  'control.amend': controlAmend,
  'control.fixed_term': controlFixedTerm,
  'control.terminate_at_will': controlTerminateAtWill,
  'fee.paid': feePaid,
  'field.sector': fieldSector,
  'geo.exclusion': geoExclusion,
  'law.governing': lawGoverning,
  'law.prevailing_language': lawPrevailingLanguage,
  'lit.any_ip': litAnyIp,
  'lit.copyright': litAnyIp,
  'lit.patent': litPatent,
  'output.no_train': outputNoTrain,
  'output.train_naming': outputTrainNaming,
  'patent.withheld': patentWithheld,
  'persons.excluded': personsExcluded,
  'purpose.noncommercial': purposeNoncommercial,
  'purpose.research_only': purposeResearchOnly,
  'scale.other': scaleOther,
  'scale.revenue': scaleRevenue,
  'scale.users': scaleUsers,
  'share.branding': shareBranding,
  'share.naming': shareNaming,
  'share.no_sublicense': shareNoSublicense,
  'share.redistribution_ban': shareRedistributionBan,
  'text.defect': textDefect,
  'use.policy_external': usePolicyExternal,
  'use.restrictions': useRestrictions,
}

/** what the ids of kinds begin with, in the order in which reports show what one passage says */
const GROUPS =
  'scale persons geo purpose use field compete output share deriv study pub control lit patent entry fee indemnity data dataset law selflabel text'.split(
    ' ',
  )

/** All kinds of clause that are known, in the order in which reports show what one passage says. */
export const kindsOf = once(({ clauses }: Pick<Knowledge, 'clauses'>): readonly ClauseKind[] =>
  [...clauses.values()]
    .map(kind => ({ ...kind, read: readers[kind.id] ?? clauseOf }))
    .sort((one, other) => groupOf(one) - groupOf(other) || (one.id < other.id ? -1 : 1)),
)

const groupOf = ({ id }: ClauseKind): number => GROUPS.indexOf(id.split('.')[0] ?? '')
