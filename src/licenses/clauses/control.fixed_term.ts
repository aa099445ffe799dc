import { clauseOf, worded } from '../clause.ts'

/** The license ends on a date or after a time. */
export const controlFixedTerm = worded({
  id: 'control.fixed_term',
  name: 'Fixed term',
  looksFor: 'A license that ends on a date, or is given for some months or years.',
  falseFriends:
    'Notice and cure periods, warranties, the three-year source offer, and a date on which the text becomes more open.',
  against: ['use'],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'asks',
  read(said) {
    const term = said.mode === 'definition' ? said.words('time') : ''
    return { ...clauseOf(said), ...(term !== '' && { parameters: { term } }) }
  },
})
