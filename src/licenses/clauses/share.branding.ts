import { clauseOf, type ReadSaid } from '../clause.ts'

/** what is quoted after the words that ask for it */
const QUOTED = /["“「]([^"“”「」]{2,80})["”」]/
/** a mark that must stay where it is */
const OWN_MARK = /logos?|brand(?:ing)?|badges?|watermarks?|powered by|标志|徽标|品牌标识|商标/g
/** what is quoted at length is a text for papers, no slogan */
const AT_LENGTH = /^[^"“]*["“][^"”]{120}/
const FAR = 240

/** A product, page or model card must show a name or slogan. */
export const shareBranding: ReadSaid = (said, { text, lower }) => {
  const words = text.slice(said.at, said.end + FAR)
  if (AT_LENGTH.test(words)) return null
  if (said.has('stays')) {
    const keep = lower.slice(said.at, said.end).match(OWN_MARK)?.[0]
    return { ...clauseOf(said), ...(keep && { parameters: { keep } }) }
  }
  const quoted = QUOTED.exec(words)?.[1]
  return { ...clauseOf(said), ...(quoted && { parameters: { text: quoted } }) }
}
