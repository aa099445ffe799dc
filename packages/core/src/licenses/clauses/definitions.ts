import type { ClauseContext, Passage } from '../clause.ts'

const MEANS =
  '(?:also |as used herein,? )?(?:shall |will )?' +
  '(?:mean|refer|include|have the meaning|has the meaning|is defined|are defined)'
const QUOTED = new RegExp(String.raw`"([^"]{1,60})"(?: ?\([^()]{0,100}\))?,? (?:${MEANS}|is (?:a|an|the) |are )`, 'g')
const BARE = /^([A-Z][A-Za-z -]{1,40}?):? (?:shall )?(?:means?|refers? to) /
const BRACKETED =
  /\((?:(?:together|collectively|each|hereinafter|hereafter|the|an?|as|or|individually|and),? ){0,4}"([^"]{1,60})"/g
const CHINESE = /[“"「]([^”"」]{1,30})[”"」](?:是|系|均|应)?(?:指|意指|包括)/g

/** A context that tells whether it was looked at. */
interface Watched extends ClauseContext {
  /** set whenever it is asked anything: what was then found holds for this text alone */
  looked: boolean
}

/**
 * The passages around a clause, with the place where each defined term gets its meaning, found once when first asked.
 */
export const contextOf = (passages: readonly Passage[], bars: ClauseContext['bars']): Watched => {
  let terms: Map<string, Passage> | undefined
  let places: Map<Passage, number> | undefined
  const answers = new Map<unknown, unknown>()
  const context: Watched = {
    looked: false,
    bars,
    get passages() {
      context.looked = true
      return passages
    },
    once: question => {
      context.looked = true
      if (!answers.has(question)) answers.set(question, question(passages))
      return answers.get(question) as ReturnType<typeof question>
    },
    define: term => {
      context.looked = true
      terms ??= termsOf(passages)
      return terms.get(term.toLowerCase())
    },
    after: (passage, count) => {
      context.looked = true
      places ??= new Map(passages.map((one, index) => [one, index]))
      const next = (places.get(passage) ?? -1) + 1
      return next === 0 ? [] : passages.slice(next, next + count)
    },
  }
  return context
}

const termsOf = (passages: readonly Passage[]): Map<string, Passage> => {
  const meant = new Map<string, Passage>()
  const named = new Map<string, Passage>()
  const put = (map: Map<string, Passage>, term: string, passage: Passage): void => {
    const key = term.toLowerCase().replace(/[,.]$/, '')
    if (!map.has(key)) map.set(key, passage)
  }
  for (const passage of passages) {
    const bare = BARE.exec(passage.text)
    if (bare?.[1] !== undefined) put(meant, bare[1], passage)
    if (!passage.text.includes('"') && passage.language === 'en') continue
    for (const match of passage.text.matchAll(QUOTED)) put(meant, match[1] ?? '', passage)
    for (const match of passage.text.matchAll(CHINESE)) put(meant, match[1] ?? '', passage)
    for (const match of passage.text.matchAll(BRACKETED)) put(named, match[1] ?? '', passage)
  }
  for (const [term, passage] of named) if (!meant.has(term)) meant.set(term, passage)
  return meant
}
