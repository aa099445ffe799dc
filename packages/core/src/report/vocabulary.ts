/** The words of the field, each list written once. Everything else in the house uses these ids. */

/** The honest terms, the most open first; `G7 Vision on AI openness` (Paris, 29 May 2026) and four of our own. */
export const TERMS = [
  'open-source-ai-with-open-data',
  'open-source-ai',
  'open-weights-ai',
  'weights-available-ai',
  'unlicensed-weights',
  'closed-ai',
  'no-model',
  'undetermined',
] as const
export type TermId = (typeof TERMS)[number]

/**
 * How terms come to reach the weights: a statement or the metadata put them under these, the license file lies in one
 * place with them, or it says nothing of its scope while the weights are elsewhere.
 */
export const BASES = ['stated', 'beside', 'presumed'] as const
export type Basis = (typeof BASES)[number]

/** The 17 components of the Model Openness Framework. */
export const COMPONENTS = [
  'model-architecture',
  'weights',
  'intermediate-weights',
  'training-code',
  'inference-code',
  'evaluation-code',
  'data-preprocessing-code',
  'supporting-libraries',
  'datasets',
  'evaluation-data',
  'model-card',
  'data-card',
  'technical-report',
  'research-paper',
  'evaluation-results',
  'sample-outputs',
  'model-metadata',
] as const
export type ComponentId = (typeof COMPONENTS)[number]

/** A license may be said to cover one component or a whole group of them. */
export const COMPONENT_GROUPS = {
  code: [
    'model-architecture',
    'training-code',
    'inference-code',
    'evaluation-code',
    'data-preprocessing-code',
    'supporting-libraries',
  ],
  data: ['datasets', 'evaluation-data'],
  documents: ['model-card', 'data-card', 'technical-report', 'research-paper', 'evaluation-results', 'sample-outputs'],
} as const satisfies Record<string, readonly ComponentId[]>
/** What terms may cover. */
export const SCOPES = [...COMPONENTS, 'code', 'data', 'documents'] as const
export type Scope = (typeof SCOPES)[number]

/** Whether a component is there. */
export const PRESENCES = ['released', 'linked', 'described', 'absent', 'unknown'] as const
export type Presence = (typeof PRESENCES)[number]

/** How far the training data is opened, from the most to the least. */
export const DATA_LADDER = ['released', 'obtainable', 'listed', 'described', 'vague', 'none'] as const
export type DataRung = (typeof DATA_LADDER)[number]

/** The rights in what a set of data is made of: a license or consent for each item, for some, or nobody says. */
export const DATA_CONTENTS = ['cleared', 'mixed', 'unstated'] as const

/** Whether anyone can have a set of data now: all, a part, after agreeing to terms, if its holder agrees, or not. */
export const DATA_OBTAINABLE = ['yes', 'partly', 'gated', 'on-request', 'no'] as const

/** Which training the data was for; `training` where the text does not distinguish. */
export const DATA_STAGES = ['training', 'pre-training', 'post-training', 'preference'] as const
export type DataStage = (typeof DATA_STAGES)[number]

/** What the Open Source AI Definition wants told about training data (its Data Information, first point). */
export const DATA_TOPICS = ['provenance', 'scope', 'selection', 'labeling', 'processing'] as const
export type DataTopic = (typeof DATA_TOPICS)[number]

/** License classes, from the most open to the least. */
export const LICENSE_CLASSES = [
  'open-source',
  'open-model',
  'open-with-rider',
  'use-restricted',
  'community-restricted',
  'revenue-capped',
  'non-commercial',
  'none',
  'unknown',
] as const
export type LicenseClass = (typeof LICENSE_CLASSES)[number]

/**
 * Whether a use is allowed: freely, by terms that are presumed or beside a doubt, on a condition, not at all, or nobody
 * knows the terms.
 */
export const USE_ANSWERS = ['yes', 'presumably', 'if', 'no', 'unknown'] as const
export type UseAnswer = (typeof USE_ANSWERS)[number]

/** From the answer that decides to the one that yields. */
const STRICT = ['no', 'if', 'unknown', 'presumably', 'yes'] as const satisfies readonly UseAnswer[]

/** Whether one answer decides over another; any does over none. */
export const isStricter = (one: UseAnswer | undefined, other: UseAnswer | undefined): boolean =>
  one !== undefined && (other === undefined || STRICT.indexOf(one) < STRICT.indexOf(other))

/** What a clause does. */
export const MODES = ['ban', 'duty', 'grant', 'definition', 'plea'] as const
export type Mode = (typeof MODES)[number]

/** The four freedoms of the Open Source AI Definition. */
export const FREEDOMS = ['use', 'study', 'modify', 'share'] as const
export type Freedom = (typeof FREEDOMS)[number]

/** What a license's grant may give. */
export const GRANTS = ['use', 'copy', 'modify', 'distribute', 'sublicense', 'patent'] as const
export type Grant = (typeof GRANTS)[number]

/** What a clause reaches. */
export const REACHES = ['copies', 'modified', 'adapter', 'outputs', 'trained-on-outputs'] as const
export type Reach = (typeof REACHES)[number]

/** How a text compares with a known one. */
export const MATCHES = ['exact', 'residue', 'contained', 'related', 'none'] as const
export type MatchKind = (typeof MATCHES)[number]

/** How added or missing words of a known text read. Only a condition lowers a term. */
export const RESIDUE_READINGS = ['permission', 'plea', 'notice', 'disclaimer', 'condition'] as const
export type ResidueReading = (typeof RESIDUE_READINGS)[number]

/** What a part of a legal text is; all parts together are the text, each word once. */
export const PARTS = ['known', 'title', 'holder', 'tag', 'clause', 'harmless', 'possible', 'unread'] as const
export type PartKind = (typeof PARTS)[number]

/** What a sentence does that takes nothing from whoever receives a work. */
export const HARMLESS_KINDS = [
  'thanks',
  'contact',
  'reference',
  'date',
  'coverage',
  'third-party',
  'trademark',
  'permission',
  'plea',
  'contribution',
  'support',
  'disclaimer',
  'notice',
  'approved',
] as const

/** Answers to a requirement. */
export const ANSWERS = ['met', 'unmet', 'unknown', 'needs-human', 'not-applicable'] as const
export type Answer = (typeof ANSWERS)[number]

/** From the answer that decides to the one that yields. */
export const DECIDING: readonly Answer[] = ['unmet', 'unknown', 'needs-human', 'met', 'not-applicable']

/** How a model was made from another; stores keep their numbers, so that new ones are put at the end. */
export const RELATIONS = [
  'finetune',
  'adapter',
  'merge',
  'quantized',
  'distillation',
  'unknown',
  'continued-pretraining',
  'pruning',
  'initialization',
  'part',
  'teacher',
] as const
export type Relation = (typeof RELATIONS)[number]

/** Whether a model was made from another, and does not only have it built in or learn from it. */
export const isDerived = ({ relation }: { readonly relation: Relation }): boolean =>
  relation !== 'part' && relation !== 'teacher'

/** How terms stand to a base's: `missing` drops some that travel; with `incompatible` none keep those of two bases. */
export const STANDINGS = ['same', 'narrower', 'both-open', 'wider', 'missing', 'incompatible', 'unknown'] as const
export type Standing = (typeof STANDINGS)[number]

/** Kinds of contradictions. */
export const CONFLICTS = ['lineage-wider', 'lineage-missing-terms', 'self-contradiction', 'text-missing'] as const
export type ConflictKind = (typeof CONFLICTS)[number]

/**
 * Why a legal file that is there was not wholly read; a `document` needs a reader of its own, a `pointer` leads to what
 * is not here, `special` is a pipe, socket or device, `short` is shorter than its place says.
 */
export const UNREAD = [
  'pdf',
  'document',
  'pointer',
  'link',
  'special',
  'binary',
  'encoding',
  'language',
  'too-large',
  'too-many',
  'too-deep',
  'refused',
  'failed',
  'short',
] as const
export type WhyUnread = (typeof UNREAD)[number]

/** What a publisher's words claim. */
export const CLAIM_KINDS = [
  'open-source',
  'open-weights',
  'open-model',
  'fully-open',
  'truly-open',
  'osi-approved',
  'open-data',
  'open-training-code',
  'reproducible',
  'released',
  'commercial-use',
  'unrestricted',
  'permissive',
  'named-license',
  'ai-act',
] as const

/** What a claim may be about. */
export const CLAIM_SUBJECTS = ['weights', 'model', 'code', 'training-code', 'data', 'output', 'license', 'all'] as const

/** Why a sentence that calls the release open says it in passing, so that nothing is contradicted by it. */
export const PASSING = ['scope', 'reported', 'published'] as const

/** What words deny that it is asked for a use. */
export const DENIED = ['asking', 'credit'] as const

/** Why words that sound like a claim are none about this release. */
export const NOT_CLAIMS = [
  'negation',
  'plan',
  'name',
  'thanks',
  'comparison',
  'dependency',
  'others',
  'generic',
  'terms',
] as const

/** What may lie at a host: `files` is a store of any file, `badge` a picture of the license that another has seen. */
export const HOST_KINDS = ['model', 'data', 'code', 'paper', 'files', 'badge'] as const
export type HostKind = (typeof HOST_KINDS)[number]
