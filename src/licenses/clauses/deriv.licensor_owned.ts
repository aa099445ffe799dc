import { worded } from '../clause.ts'

/** What others build from the model is said to belong to the licensor. */
export const derivLicensorOwned = worded({
  id: 'deriv.licensor_owned',
  name: 'Licensor owns derivatives',
  looksFor: 'Derivatives or improvements made by the user are owned by, or assigned to, the licensor.',
  falseFriends: 'Derivatives made by or for the licensor itself, and a license back that leaves the ownership.',
  against: ['modify', 'share'],
  reaches: ['modified', 'adapter'],
  weighs: 'blocks',
})
