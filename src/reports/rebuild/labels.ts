import type { DataSource, NeedId, Score } from '../../rebuild/rebuild.ts'

/** The needs of a rebuild, as a reader says them. */
export const NEED_LABELS = {
  'training-data': 'training data',
  'data-preprocessing-code': 'data preparation',
  'base-model': 'base model',
  'model-architecture': 'architecture',
  'training-code': 'training code',
  'training-configuration': 'configuration',
  seeds: 'seeds',
  dependencies: 'dependencies',
  hardware: 'hardware',
  'hardware-hours': 'hardware hours',
  'intermediate-checkpoints': 'checkpoints on the way',
  'training-logs': 'training logs',
  'evaluation-code': 'evaluation code',
  'evaluation-data': 'evaluation data',
} as const satisfies Record<NeedId, string>

/** Whether a source can still be had. */
export const OBTAINABLE_LABELS = {
  here: 'here',
  yes: 'yes',
  partly: 'in part',
  gated: 'after agreeing to terms',
  'on-request': 'on request',
  no: 'no longer',
  'not-looked': 'not looked at',
} as const satisfies Record<DataSource['obtainable'], string>

/** Whether others can check a score. */
export const CHECKABLE_LABELS = {
  yes: 'yes',
  no: 'no',
  unknown: 'not known',
} as const satisfies Record<Score['checkable'], string>
