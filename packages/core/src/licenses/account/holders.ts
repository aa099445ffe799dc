import type { Knowledge } from '../../knowledge/knowledge.ts'
import { once } from '../../once.ts'
import { isUnspaced } from '../../text/scripts.ts'
import { tokensOf } from '../../wordings/tokens.ts'
import { isElsewhere } from './free.ts'
import { isOfTerms } from './harmless.ts'

/** small words of a holder that are nothing known: "angus croll", "the fast lexer developers" */
const MOST_SMALL = 3

const holderWords = once(({ notices: { holders } }: Knowledge) => {
  const set = (words: readonly string[]) => new Set(words.flatMap(word => tokensOf(word).map(token => token.word)))
  return {
    begins: holders.begins.map(word => word.toLowerCase()),
    joins: set(holders.joins),
    groups: set(holders.groups),
    several: set(holders.several),
    institutions: set(holders.institutions),
    runOn: set(holders.runOn),
    never: new Set(holders.never),
    neverHan: holders.never.filter(word => isUnspaced(word.charCodeAt(0))),
  }
})

/** Whether a line begins as a copyright notice does. */
export const beginsNotice = (line: string, knowledge: Knowledge): boolean => {
  const start = line.replace(/^[^\p{L}©℗(]{0,40}(?:\((?!c\)))?/iu, '').toLowerCase()
  return holderWords(knowledge).begins.some(word => start.startsWith(word))
}

/** a point that ends what goes before: no initial, no "Inc.", no "Prof." */
const ENDED = /[\p{L}\p{N}]{4,}[)"”»]?\.\s+$|[。；;]/u
const SHORTENED = /(?:corp|prof|dept|univ|gmbh|bros|intl|tech)\.\s+$/i
/** an address that is no plain one: "<~@lumen.example>", "<jane at lumen dot example>" */
const WRITTEN_OUT = /<[^<>\s]{0,64}@[^<>\s]{1,64}>|<[\w.-]{1,40}(?: (?:at|dot) [\w-]{1,40}){1,5}>/gi
/** what joins the words of one name: "Node.js", "lumen/plugins", "fast-lexer" */
const JOINT = /^[-\u2010./_@&+'’]{1,2}$/
/** what parts one name from the next */
const PARTED = /[,(]/

/** whom a copyright is held for is said of bodies alone: "Institute for Foo" */
const FOR = new Set(['for', 'für', 'pour', 'para', 'per'])

/** A holder among others, as far as it is read. */
interface Holder {
  /** whether a word in it is written as names are, or says that its members hold the rights */
  named: boolean
  group: boolean
  /** whether it is a body by a first word behind which small ones go on: "Centre national de la recherche" */
  runOn: boolean
  /** in brackets, as one calls oneself: "Jane Doe (jdoe)" */
  aside: boolean
  /** whether it goes on with whom or what it is for, which only names may say */
  forWhom: boolean
  small: string[]
}

const none = (aside: boolean): Holder => ({
  named: false,
  group: false,
  runOn: false,
  aside,
  forWhom: false,
  small: [],
})

/** Whether words are names, with years and addresses among them; a sentence behind them says who else holds rights. */
export function isNames(written: string, knowledge: Knowledge): boolean {
  const { begins, joins, groups, several, institutions, runOn, never, neverHan } = holderWords(knowledge)
  const text = written.replace(WRITTEN_OUT, ' ')
  if (neverHan.some(word => text.includes(word))) return false
  let last = { word: '', end: 0, isName: false }
  let ended = false
  let named = false
  let holder = none(false)
  const isHolder = (): boolean => {
    const { small, group, runOn, aside } = holder
    const isFirst = !named
    named ||= holder.named || small.length > 0
    if (small.length === 0) return true
    if (runOn) return small.every(word => !isOfTerms(word, knowledge, ['binding', 'links']))
    if (small.length > MOST_SMALL || small.some(word => isOfTerms(word, knowledge))) return false
    return group || (!holder.named && (isFirst || (aside && small.length === 1)))
  }
  for (const { word, start, end } of tokensOf(text)) {
    const before = last
    const lead = text.slice(0, start)
    const between = text.slice(before.end, start)
    const joined = JOINT.test(between) && before.word !== ''
    last = { word, end, isName: false }
    if (ENDED.test(lead.slice(-24)) && !SHORTENED.test(lead)) ended = true
    if (begins.includes(word)) {
      ended = false
      continue
    }
    if (/^\{(?:address|file)\}$/.test(word) && isElsewhere(knowledge)(text.slice(start, end))) return false
    if (/^\{(?:address|mail|date|number|file)\}$/.test(word)) continue
    if (never.has(word)) return false
    if (!joined && (PARTED.test(between) || word === 'and')) {
      if (!isHolder()) return false
      holder = none(between.includes('('))
    }
    // with a capital somewhere, or of letters that have none; or the rest of such a word
    const part = text.slice(start, end)
    const isName = /[\p{Lu}\d]/u.test(part) || !/\p{Ll}/u.test(part)
    last.isName = isName || (joined && before.isName)
    if (FOR.has(word) && !joined) {
      const isBody = institutions.has(before.word) || runOn.has(before.word)
      if (!isBody && !holder.runOn) return false
      holder.forWhom = !isBody
      continue
    }
    if (ended && !joins.has(word) && !groups.has(word)) return false
    if (several.has(word)) holder.group = true
    else if (last.isName) {
      holder.runOn ||= !holder.named && runOn.has(word)
      holder.named = true
    } else if (joins.has(word) || groups.has(word)) continue
    else if (holder.forWhom) return false
    else if (!joined) holder.small.push(word)
    else if (holder.small.length === 0) return false
  }
  return isHolder()
}
