import { worded } from '../clause.ts'

/** Removing or bypassing safety measures is forbidden, or ends the license. */
export const controlGuardrail = worded({
  id: 'control.guardrail',
  name: 'Guardrail-circumvention clause',
  looksFor: 'A ban on bypassing or removing safeguards, or a license that ends for whoever does.',
  falseFriends: 'A waiver of anti-circumvention law, and a ban on removing notices.',
  against: ['study', 'modify'],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'blocks',
})
