import { clauseOf, type ReadSaid } from '../../clause.ts'

/** what is quoted after the words that ask for it: between two quotes stands a blank inside of the marks */
const QUOTED = /["“「](?=\S)([^"“”「」]{1,80})(?<=\S)["”」]/g
const DISPLAYS = /\b(?:display|show)\w* (?:the words )?$/i
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
  const all = [...text.slice(said.at).matchAll(QUOTED)]
  /* right behind what asks for it, or where that ends; a "Notice" file may stand before */
  const near = all.filter(({ index }) => index < words.length)
  const one =
    all.find(({ index }) => DISPLAYS.test(text.slice(0, said.at + index))) ??
    near.find(({ 0: whole, index }) => index + whole.length >= said.end - said.at) ??
    near[0]
  const quoted = one?.[1]
  return { ...clauseOf(said), ...(quoted && { parameters: { text: quoted } }) }
}

const SHARE_NEAR = 60

/** The name of a derived model must begin with, or hold, the name of this one. */
export const shareNaming: ReadSaid = (said, { text }) => {
  const prefix = [...text.slice(said.at, said.end + SHARE_NEAR).matchAll(QUOTED)][0]?.[1]
  return { ...clauseOf(said), ...(prefix && { parameters: { prefix } }) }
}

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

/** Changing the work is forbidden; what is forbidden for the purposes of a list that follows is a use. */
export const shareModificationBan: ReadSaid = (said, { text }) => (FOR_A_LIST.test(text) ? null : clauseOf(said))

const FOR_A_LIST = /\b(?:for|ways|purposes|following):$/

/** Passing on the work, or some form of it, is forbidden or needs consent. */
export const shareRedistributionBan: ReadSaid = (said, { text }) => {
  /* what is forbidden for the purposes of a list is a use */
  if (FOR_A_LIST.test(text)) return null
  return { ...clauseOf(said), parameters: { scope: said.has('consent') ? 'without consent' : 'all' } }
}
