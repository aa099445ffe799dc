import { clauseOf, type ReadSaid } from '../clause.ts'

/** what the rights are called where they cannot be handed on */
const PERSONAL =
  /\bnon-? ?(?:transferr?|sub-?licen[sc]e?|assign|delega)able\b|不可(?:转让|再许可|转授权|分许可|再授权|转许可)/g

/** The rights are personal: they cannot be handed on. */
export const shareNoSublicense: ReadSaid = (said, { lower, lead }) => {
  const says = [...new Set((lower.match(PERSONAL) ?? []).map(words => words.replaceAll(' ', '')))]
  /* what is not transferable is said in the sentence that leads the list */
  if (said.mode === 'grant' && said.at === 0 && lead !== '' && says.length === 0) return null
  return { ...clauseOf(said), ...(said.mode === 'grant' && says.length > 0 && { parameters: { says } }) }
}
