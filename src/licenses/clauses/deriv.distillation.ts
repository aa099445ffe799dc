import { worded } from '../clause.ts'

/** The word derivative takes in models made from outputs. */
export const derivDistillation = worded({
  id: 'deriv.distillation',
  name: 'Derivative covers distillation',
  looksFor: 'A definition of derivatives that takes in distillation, synthetic data or models trained on outputs.',
  falseFriends: 'A definition that leaves them out ("does not include models trained on outputs").',
  against: ['modify', 'share'],
  reaches: ['trained-on-outputs', 'outputs'],
  weighs: 'harmless',
})
