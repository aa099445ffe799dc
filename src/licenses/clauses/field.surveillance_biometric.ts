import { worded } from '../clause.ts'

/** Surveillance, biometric processing or law enforcement are barred. */
export const fieldSurveillanceBiometric = worded({
  id: 'field.surveillance_biometric',
  name: 'Surveillance and biometrics ban',
  looksFor: 'A ban on surveillance, tracking, biometric processing, law enforcement or border control.',
  falseFriends: 'Duties to obey privacy law, cooperation with the police.',
  against: ['use'],
  reaches: ['copies', 'modified', 'adapter', 'outputs'],
  weighs: 'blocks',
  makes: 'use-restricted',
})
