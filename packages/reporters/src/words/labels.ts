import type { Clause, Component } from '@unwash/core/report/report'
import type {
  Answer,
  ComponentId,
  ConflictKind,
  DataRung,
  DataStage,
  Grant,
  LicenseClass,
  MatchKind,
  Mode,
  Presence,
  Relation,
  ResidueReading,
  Scope,
  Standing,
} from '@unwash/core/report/vocabulary'

/** The components, as a reader says them. */
export const COMPONENT_LABELS = {
  'model-architecture': 'model architecture',
  weights: 'weights',
  'intermediate-weights': 'intermediate weights',
  'training-code': 'training code',
  'inference-code': 'inference code',
  'evaluation-code': 'evaluation code',
  'data-preprocessing-code': 'data preprocessing code',
  'supporting-libraries': 'supporting libraries',
  datasets: 'training data',
  'evaluation-data': 'evaluation data',
  'model-card': 'model card',
  'data-card': 'data card',
  'technical-report': 'technical report',
  'research-paper': 'research paper',
  'evaluation-results': 'evaluation results',
  'sample-outputs': 'sample outputs',
  'model-metadata': 'model metadata',
} as const satisfies Record<ComponentId, string>

/** What a license may cover: a component, or a group of them. */
export const SCOPE_LABELS = {
  ...COMPONENT_LABELS,
  code: 'code',
  data: 'data',
  documents: 'documents',
} as const satisfies Record<Scope, string>

/** The license classes, one line each. */
export const CLASS_LABELS = {
  'open-source': 'open source license',
  'open-model': 'open terms that the OSI has not approved',
  'open-with-rider': 'an open text plus a condition',
  'use-restricted': 'commerce allowed, some uses forbidden',
  'community-restricted': "the publisher's own terms, with limits on who or where, or with control kept",
  'revenue-capped': 'free below a revenue or a size',
  'non-commercial': 'research or non-commercial use only',
  none: 'no license',
  unknown: 'not read',
} as const satisfies Record<LicenseClass, string>

/** How a component is there. */
const PRESENCE_LABELS = {
  released: 'released',
  linked: 'linked',
  described: 'described',
  absent: 'not released',
  unknown: 'not known',
} as const satisfies Record<Presence, string>

/** How far training data is opened. */
export const DATA_LABELS = {
  released: 'released',
  obtainable: 'obtainable, with where',
  listed: 'listed',
  described: 'described',
  vague: 'in general words',
  none: 'nothing said',
} as const satisfies Record<DataRung, string>

/** How a component is there, in words: of training data with the step of its ladder. */
export function presenceOf({ presence, ladder }: Pick<Component, 'presence' | 'ladder'>): string {
  const label = PRESENCE_LABELS[presence]
  return ladder && ladder !== presence ? `${label}, ${DATA_LABELS[ladder]}` : label
}

/** Which training data was for. */
export const STAGE_LABELS = {
  training: 'training',
  'pre-training': 'pre-training',
  'post-training': 'post-training',
  preference: 'preferences',
} as const satisfies Record<DataStage, string>

/** How a clause binds; a grant among limits is one to the licensor, or one that is narrow. */
export const MODE_LABELS = {
  ban: 'prohibition',
  duty: 'obligation',
  grant: 'permission',
  definition: 'definition',
  plea: 'request',
} as const satisfies Record<Mode, string>

/** How a clause binds: what is called a duty is one, where its words forbid to leave it undone too. */
export const modeOf = ({ kind, mode }: Pick<Clause, 'kind' | 'mode'>): Mode =>
  mode === 'ban' && kind.endsWith('_duty') ? 'duty' : mode

/** What a license may permit, after "to". */
export const GRANT_LABELS = {
  use: 'use',
  copy: 'copy',
  modify: 'modify',
  distribute: 'distribute',
  sublicense: 'sublicense',
  patent: 'practice patents',
} as const satisfies Record<Grant, string>

/** How a text matches a known one. */
export const MATCH_LABELS = {
  exact: 'the known text',
  residue: 'the known text with changes',
  contained: 'holds the known text',
  related: 'resembles a known text',
  none: 'no known text',
} as const satisfies Record<MatchKind, string>

/** How changed words of a known text read. */
export const RESIDUE_LABELS = {
  permission: 'a permission',
  plea: 'a request',
  notice: 'a notice',
  disclaimer: 'a disclaimer',
  condition: 'a condition',
} as const satisfies Record<ResidueReading, string>

/** The answers to a requirement, in the order they are counted. */
export const ANSWER_LABELS = {
  met: 'met',
  unmet: 'unmet',
  unknown: 'not known',
  'needs-human': 'needs review',
  'not-applicable': 'not applicable',
} as const satisfies Record<Answer, string>

/** What a framework concludes, in a word; conclusions of its own scale are as the framework says them. */
export const CONCLUSION_LABELS: Readonly<Record<string, string>> = {
  met: 'yes',
  unmet: 'no',
  unknown: 'not known',
  'needs-human': 'needs review',
  'not-applicable': 'not applicable',
  'class-i': 'class I',
  'class-ii': 'class II',
  'class-iii': 'class III',
  below: 'no class',
}

/** How a framework is read that is read in several ways. */
export const READING_LABELS: Readonly<Record<string, string>> = {
  mot: 'as the Model Openness Tool computes it',
  strict: 'as its specification asks',
}

/** How a model came from another. */
export const RELATION_LABELS = {
  finetune: 'a fine-tune of',
  adapter: 'an adapter for',
  merge: 'a merge with',
  quantized: 'quantized from',
  distillation: 'distilled from',
  unknown: 'perhaps made from',
  'continued-pretraining': 'trained further from',
  pruning: 'pruned from',
  initialization: 'initialized from',
  part: 'has built in',
  teacher: 'taught by',
} as const satisfies Record<Relation, string>

/** How the terms here stand to those of a base; null where there is nothing to add. */
export const STANDING_LABELS = {
  same: 'its own terms are kept',
  narrower: 'the terms here are narrower, which is allowed',
  'both-open': 'both are open',
  wider: 'the terms here are wider',
  missing: 'its terms are not named here',
  incompatible: 'its terms cannot be kept beside those of another base',
  unknown: null,
} as const satisfies Record<Standing, string | null>

/** How statements about licenses disagree. */
export const CONFLICT_LABELS = {
  'lineage-wider': 'wider than its base',
  'lineage-missing-terms': "the base's terms are missing",
  'self-contradiction': 'the release contradicts itself',
  'text-missing': 'a license is named and its text is missing',
} as const satisfies Record<ConflictKind, string>
