import type { ComponentId } from './vocabulary.ts'

/** The three types that the Model Openness Framework sorts components into. */
export type ContentType = 'code' | 'data' | 'document'

/** How the Model Openness Tool's files call the components, and the type of each. */
export const MOT_COMPONENTS = {
  'model-architecture': { name: 'Model architecture', type: 'code' },
  weights: { name: 'Model parameters (Final)', type: 'data' },
  'intermediate-weights': { name: 'Model parameters (Intermediate)', type: 'data' },
  'training-code': { name: 'Training code', type: 'code' },
  'inference-code': { name: 'Inference code', type: 'code' },
  'evaluation-code': { name: 'Evaluation code', type: 'code' },
  'data-preprocessing-code': { name: 'Data preprocessing code', type: 'code' },
  'supporting-libraries': { name: 'Supporting libraries and tools', type: 'code' },
  datasets: { name: 'Datasets', type: 'data' },
  'evaluation-data': { name: 'Evaluation data', type: 'data' },
  'model-card': { name: 'Model card', type: 'document' },
  'data-card': { name: 'Data card', type: 'document' },
  'technical-report': { name: 'Technical report', type: 'document' },
  'research-paper': { name: 'Research paper', type: 'document' },
  'evaluation-results': { name: 'Evaluation results', type: 'document' },
  'sample-outputs': { name: 'Sample model outputs', type: 'document' },
  'model-metadata': { name: 'Model metadata', type: 'data' },
} as const satisfies Record<ComponentId, { readonly name: string; readonly type: ContentType }>
