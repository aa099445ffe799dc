import { clauseOf, worded } from '../clause.ts'

const QUOTED = /["“「]([^"“”「」]{1,60})["”」]/
const FAR = 60

/** The name of a derived model must begin with, or hold, the name of this one. */
export const shareNaming = worded({
  id: 'share.naming',
  name: 'Naming prefix for derivatives',
  looksFor: 'A duty to begin the name of a derived model with the name of this one, or to keep it in the name.',
  falseFriends: 'A duty to choose a different name, which is the opposite and usual.',
  against: ['modify', 'share'],
  reaches: ['modified', 'adapter', 'trained-on-outputs'],
  weighs: 'asks',
  read(said, { text }) {
    const prefix = QUOTED.exec(text.slice(said.at, said.end + FAR))?.[1]
    return { ...clauseOf(said), ...(prefix && { parameters: { prefix } }) }
  },
})
