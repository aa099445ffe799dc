import type { Knowledge } from '../../../knowledge/knowledge.ts'
import { once } from '../../../once.ts'
import { type ClauseKind, clauseOf, type ReadSaid } from '../../clause.ts'
import { controlAmend, controlFixedTerm, controlTerminateAtWill } from './control.ts'
import { textDefect } from './defects.ts'
import { feePaid } from './fees.ts'
import { lawGoverning, lawPrevailingLanguage } from './law.ts'
import { litAnyIp, litPatent, patentWithheld } from './litigation.ts'
import { outputNoTrain, outputTrainNaming } from './output.ts'
import { usePolicyExternal } from './policy.ts'
import { purposeNoncommercial, purposeResearchOnly } from './purpose.ts'
import { entryRegistration, fieldSector, personsExcluded, scaleOther, scaleRevenue, scaleUsers } from './scope.ts'
import { shareBranding, shareModificationBan, shareNaming, shareNoSublicense, shareRedistributionBan } from './share.ts'
import { geoExclusion } from './territory.ts'
import { useRestrictions } from './use.ts'

/** What no wording can say of a kind of clause: amounts, names, what the rest of the text says. */
export const readers: Readonly<Record<string, ReadSaid>> = {
  'control.amend': controlAmend,
  'control.fixed_term': controlFixedTerm,
  'control.terminate_at_will': controlTerminateAtWill,
  'entry.registration': entryRegistration,
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
  'share.modification_ban': shareModificationBan,
  'share.naming': shareNaming,
  'share.no_sublicense': shareNoSublicense,
  'share.redistribution_ban': shareRedistributionBan,
  'text.defect': textDefect,
  'use.policy_external': usePolicyExternal,
  'use.restrictions': useRestrictions,
}

/** what the ids of kinds begin with, in the order in which reports show what one passage says */
const GROUPS = (
  'scale persons geo purpose use field compete output share deriv study pub control lit patent entry ' +
  'fee indemnity data dataset law selflabel text'
).split(' ')

/** All kinds of clause that are known, in the order in which reports show what one passage says. */
export const kindsOf = once(({ clauses }: Pick<Knowledge, 'clauses'>): readonly ClauseKind[] =>
  [...clauses.values()]
    .map(kind => ({ ...kind, read: readers[kind.id] ?? clauseOf }))
    .sort((one, other) => groupOf(one) - groupOf(other) || (one.id < other.id ? -1 : 1)),
)

const groupOf = ({ id }: ClauseKind): number => GROUPS.indexOf(id.split('.')[0] ?? '')
