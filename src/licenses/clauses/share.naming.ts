import { clauseOf, type ReadSaid } from '../clause.ts'

const QUOTED = /["“「]([^"“”「」]{1,60})["”」]/
const FAR = 60

/** The name of a derived model must begin with, or hold, the name of this one. */
export const shareNaming: ReadSaid = (said, { text }) => {
  const prefix = QUOTED.exec(text.slice(said.at, said.end + FAR))?.[1]
  return { ...clauseOf(said), ...(prefix && { parameters: { prefix } }) }
}
