import type { ClauseKind } from '../clause.ts'
import { competeBan } from './compete.ban.ts'
import { controlAmend } from './control.amend.ts'
import { controlAudit } from './control.audit.ts'
import { controlFilterDuty } from './control.filter_duty.ts'
import { controlFixedTerm } from './control.fixed_term.ts'
import { controlGuardrail } from './control.guardrail.ts'
import { controlMustUpdate } from './control.must_update.ts'
import { controlRemote } from './control.remote.ts'
import { controlRevocable } from './control.revocable.ts'
import { controlTerminateAtWill } from './control.terminate_at_will.ts'
import { controlTerminateBreach } from './control.terminate_breach.ts'
import { dataExcluded } from './data.excluded.ts'
import { datasetAntiOpen } from './dataset.anti_open.ts'
import { derivDistillation } from './deriv.distillation.ts'
import { derivLicensorOwned } from './deriv.licensor_owned.ts'
import { entryClickthrough } from './entry.clickthrough.ts'
import { entryRegistration } from './entry.registration.ts'
import { feePaid } from './fee.paid.ts'
import { fieldMilitary } from './field.military.ts'
import { fieldSector } from './field.sector.ts'
import { fieldSurveillanceBiometric } from './field.surveillance_biometric.ts'
import { fieldValuesClause } from './field.values_clause.ts'
import { geoExclusion } from './geo.exclusion.ts'
import { indemnity } from './indemnity.ts'
import { lawExportControl } from './law.export_control.ts'
import { lawGoverning } from './law.governing.ts'
import { lawPrevailingLanguage } from './law.prevailing_language.ts'
import { litAnyIp } from './lit.any_ip.ts'
import { litCopyright } from './lit.copyright.ts'
import { litPatent } from './lit.patent.ts'
import { outputLabelDuty } from './output.label_duty.ts'
import { outputLicensorOwns } from './output.licensor_owns.ts'
import { outputNoClaim } from './output.no_claim.ts'
import { outputNoTrain } from './output.no_train.ts'
import { outputRestricted } from './output.restricted.ts'
import { outputTrainNaming } from './output.train_naming.ts'
import { patentWithheld } from './patent.withheld.ts'
import { personsExcluded } from './persons.excluded.ts'
import { pubAckOrGag } from './pub.ack_or_gag.ts'
import { purposeNoHosting } from './purpose.no_hosting.ts'
import { purposeNoProduction } from './purpose.no_production.ts'
import { purposeNoncommercial } from './purpose.noncommercial.ts'
import { purposeResearchOnly } from './purpose.research_only.ts'
import { purposeSeparateCommercial } from './purpose.separate_commercial.ts'
import { scaleOther } from './scale.other.ts'
import { scaleRevenue } from './scale.revenue.ts'
import { scaleUsers } from './scale.users.ts'
import { selflabel } from './selflabel.ts'
import { shareAttributionNotice } from './share.attribution_notice.ts'
import { shareBranding } from './share.branding.ts'
import { shareFlowdown } from './share.flowdown.ts'
import { shareModificationBan } from './share.modification_ban.ts'
import { shareNaming } from './share.naming.ts'
import { shareNoSublicense } from './share.no_sublicense.ts'
import { shareRedistributionBan } from './share.redistribution_ban.ts'
import { shareSameLicense } from './share.same_license.ts'
import { studyNoReverseEngineering } from './study.no_reverse_engineering.ts'
import { textDefect } from './text.defect.ts'
import { usePolicyChangeable } from './use.policy_changeable.ts'
import { usePolicyExternal } from './use.policy_external.ts'
import { useRestrictions } from './use.restrictions.ts'

/** All kinds of clause, in the order reports show them. */
export const kinds: readonly ClauseKind[] = [
  /* scale, persons, territory, purpose, use, field */
  scaleUsers,
  scaleRevenue,
  scaleOther,
  personsExcluded,
  geoExclusion,
  purposeNoncommercial,
  purposeResearchOnly,
  purposeNoProduction,
  purposeNoHosting,
  purposeSeparateCommercial,
  useRestrictions,
  usePolicyExternal,
  usePolicyChangeable,
  fieldMilitary,
  fieldSurveillanceBiometric,
  fieldSector,
  fieldValuesClause,
  competeBan,
  /* outputs, sharing, derivatives, study, control, litigation, patents, entry, fees, data, law */
  outputNoTrain,
  outputTrainNaming,
  outputLicensorOwns,
  outputNoClaim,
  outputRestricted,
  outputLabelDuty,
  shareRedistributionBan,
  shareModificationBan,
  shareFlowdown,
  shareSameLicense,
  shareAttributionNotice,
  shareBranding,
  shareNaming,
  shareNoSublicense,
  derivDistillation,
  derivLicensorOwned,
  studyNoReverseEngineering,
  pubAckOrGag,
  controlRemote,
  controlMustUpdate,
  controlRevocable,
  controlTerminateAtWill,
  controlTerminateBreach,
  controlAmend,
  controlGuardrail,
  controlFilterDuty,
  controlAudit,
  controlFixedTerm,
  litAnyIp,
  litPatent,
  litCopyright,
  patentWithheld,
  entryClickthrough,
  entryRegistration,
  feePaid,
  indemnity,
  dataExcluded,
  datasetAntiOpen,
  lawGoverning,
  lawPrevailingLanguage,
  lawExportControl,
  /* the text itself */
  selflabel,
  textDefect,
]
