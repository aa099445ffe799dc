import type { Knowledge } from '../knowledge/knowledge.ts'
import { once, onceForSentence } from '../once.ts'
import { ANY_HAN } from '../text/scripts.ts'
import { type Spelling, spellingsOf } from './spellings.ts'
import { type NameWord, nameWords } from './words.ts'

/* What stands around a name and decides whether a license is meant. */

/**
 * between two words of one name: spaces, hyphens, commas, brackets, quotes, one line end; never a sentence's or table
 * cell's end
 */
const WITHIN = /^[^\p{L}\p{N}|;!?.\]\n@。；！？]{0,6}(?:\n[ \t>*/-]{0,8})?$/u

/** between a name and the word "license" that ends it */
const BEFORE_LEGAL = /^[\s\-_`*"”’']{0,5}$/

/** between the word "license" and the name after it: also a link's brackets, a table's bar, a heading's line end */
const BETWEEN_WORDS = /^[^\p{L}\p{N};!?.@。；！？]{0,12}$/u

/** words that may stand between "licensed" and the name */
const BRIDGE = new Set('a an under is are by as with open source name 为 是 的 用 采 基 于'.split(' '))

/** "released under X" means a license as surely as "licensed under X" */
const GIVEN = new Set('released available distributed published provided shared sourced covered governed'.split(' '))

/** words that may follow a name without making it part of something longer */
const CLOSING = new Set('and or for to with but by see in as so while except unless which from on at plus'.split(' '))

/** words that make a name a comparison: "MIT-style" is not MIT */
const LIKENESS = new Set(['style', 'like', 'compatible', 'type', 'inspired', 'alike'])

/** what follows "licensed" when it begins a new statement */
const UNDER = new Set(['under', 'by', 'to', 'as'])

/** The index after legal words that directly end a name; not of a label ("license: …") or of "licensed under …". */
function skipLegal(words: readonly NameWord[], to: number, text: string): number {
  let end = to
  for (let word = words[end]; word?.legal; word = words[end]) {
    if (!BEFORE_LEGAL.test(text.slice(words[end - 1]?.end, word.lead))) break
    if (/^(?:_[a-z]|\W{0,2}:)/i.test(text.slice(word.end, word.end + 3))) break
    if (word.text.endsWith('ed') && UNDER.has(words[end + 1]?.text ?? '')) break
    end++
  }
  return end
}

/**
 * Whether "license", "licensed under" or "released under" leads to the name, and nothing makes it part of a longer one.
 * Of a license that SPDX lists, "under" alone is enough: "code under MIT"; of a vendor's it may be the product.
 */
function legalBefore(words: readonly NameWord[], at: number, to: number, text: string, listed: boolean): boolean {
  if (!closes(words, at, to, text)) return false
  let under = false
  for (let before = at - 1; before >= 0 && before >= at - 4; before--) {
    const word = words[before]
    if (!word || !BETWEEN_WORDS.test(text.slice(word.end, words[before + 1]?.lead))) return false
    if ((word.legal && !word.text.startsWith('agreement')) || (under && (listed || GIVEN.has(word.text)))) return true
    if (word.text === 'under') under = true
    if (!BRIDGE.has(word.text)) return false
  }
  return false
}

/** Whether the words after a name leave it a name of its own: "under MIT by" does, "under Llama models" does not. */
function closes(words: readonly NameWord[], at: number, to: number, text: string): boolean {
  const next = words[to]
  if (!next) return true
  const gap = text.slice(words[to - 1]?.end, next.lead)
  if (CLOSING.has(next.text) || /[.,;:)\]|\n"'`*<]|\s[-–—]\s/.test(gap) || ANY_HAN.test(next.text)) return true
  // the address of a badge: License-MIT-blue
  return gap === '-' && text.slice(words[at - 1]?.end, words[at]?.lead) === '-'
}

/** Whether the name is only compared with: "MIT-style", "Apache-compatible". */
function isLikeness(words: readonly NameWord[], to: number, text: string): boolean {
  const next = words[to]
  return next !== undefined && LIKENESS.has(next.text) && within(words, to, text)
}

/** Whether a word and the one before it stand in one name. */
function within(words: readonly NameWord[], at: number, text: string): boolean {
  const gap = text.slice(words[at - 1]?.end, words[at]?.lead)
  return gap === ' ' || gap === '-' || WITHIN.test(gap)
}

/** Whether the name begins and ends where a written word does: not inside `28cc0b72`. */
function standsAlone(words: readonly NameWord[], at: number, to: number, text: string): boolean {
  const start = words[at]?.lead ?? 0
  const end = words[to - 1]?.end ?? 0
  return (
    !(/[a-z\d]/i.test(text.charAt(start - 1)) && /[a-z\d]/i.test(text.charAt(start))) &&
    !(/[a-z\d]/i.test(text.charAt(end - 1)) && /[a-z\d]/i.test(text.charAt(end)))
  )
}

/** A license named in prose. */
export interface Mention {
  /** an id of `knowledge/licenses`, or an SPDX id */
  readonly id: string
  readonly start: number
  readonly end: number
  readonly spelled: string
  /** false for a family or version-less name ("the GPL", "Llama community license") */
  readonly specific: boolean
}

interface Candidate {
  readonly spelling: Spelling
  /** index of the first word, and of the word after the last */
  readonly from: number
  readonly to: number
  readonly certain: boolean
}

/** between two names of one enumeration */
const ENUMERATED = /^[^\p{L}\p{N}\n.]{0,4}$/u
/** where an address begins */
const ADDRESS_BEGINS = /https?:\/\/|\]\(/g
/** words between two names of one enumeration */
const JOINING = new Set(['and', 'or', '+', '和', '及', '或', '与'])

/** Every license named in a text, in order, without overlaps; the longest name wins. One pass, linear in the text. */
export const licensesMentionedIn = (text: string, knowledge: Knowledge): readonly Mention[] =>
  foundOnce(knowledge)(text)

const foundOnce = once((knowledge: Knowledge) => onceForSentence(text => found(text, knowledge)))

function found(text: string, knowledge: Knowledge): readonly Mention[] {
  const words = outsideAddresses(nameWords(text), text)
  const candidates = findCandidates(words, text, knowledge)
  return keepMeant(candidates, words, text).map(({ spelling, from, to }) => {
    const start = words[from]?.start ?? 0
    const end = words[to - 1]?.end ?? start
    return {
      id: spelling.id,
      start,
      end,
      spelled: text.slice(start, end),
      specific: !(knowledge.licenses.get(spelling.id)?.family ?? false),
    }
  })
}

/** The words that are shown: what stands in an address is for `resolveLink` and `resolveBadge`. */
function outsideAddresses(words: readonly NameWord[], text: string): NameWord[] {
  const addresses = addressesIn(text)
  let next = 0
  return words.filter(word => {
    while ((addresses[next]?.end ?? Number.POSITIVE_INFINITY) <= word.start) next++
    return word.start < (addresses[next]?.start ?? Number.POSITIVE_INFINITY)
  })
}

/** URLs, and the targets of Markdown links; each ends at a space, a quote or a bracket. */
function addressesIn(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  const end = /[\s)"'<>\]]|$/g
  let from = 0
  for (const { index, 0: opening } of text.matchAll(ADDRESS_BEGINS)) {
    if (index < from) continue
    end.lastIndex = index + opening.length
    from = end.exec(text)?.index ?? text.length
    if (opening !== '](' || text.charAt(from) === ')') found.push({ start: index, end: from })
  }
  return found
}

function findCandidates(words: readonly NameWord[], text: string, knowledge: Knowledge): Candidate[] {
  const tree = spellingsOf(knowledge)
  const found: Candidate[] = []
  for (let at = 0; at < words.length; at++) {
    let node = words[at]?.legal ? undefined : tree.next.get(words[at]?.text ?? '')
    let legalInside = false
    let best: Candidate | null = null
    let to = at
    while (node) {
      to++
      const [spelling] = node.named
      if (spelling && standsAlone(words, at, to, text) && !isLikeness(words, to, text)) {
        const end = skipLegal(words, to, text)
        const certain =
          !spelling.needsLegal ||
          legalInside ||
          end > to ||
          // the name is the text of a link to a license: [MIT](LICENSE)
          /^\]\([^)\s]{0,200}licen[sc]e/i.test(text.slice(words[to - 1]?.end ?? 0, (words[to - 1]?.end ?? 0) + 220)) ||
          legalBefore(words, at, end, text, isListed(spelling.id, knowledge))
        // a longer name that is only possible does not hide a shorter one that is certain
        if (certain || best?.certain !== true) best = { spelling, from: at, to: end, certain }
      }
      const inner = skipLegal(words, to, text)
      if (inner > to) legalInside = true
      to = inner
      const next = words[to]
      if (!next || !within(words, to, text)) break
      node = node.next.get(next.text)
    }
    if (best) {
      found.push(best)
      at = best.to - 1
    }
  }
  return found
}

/** Keeps what is certain, and what stands in one enumeration with it ("MIT and Apache 2.0 licenses"). */
function keepMeant(found: readonly Candidate[], words: readonly NameWord[], text: string): Candidate[] {
  const meant = found.map(candidate => candidate.certain)
  const joined = (left: number, right: number) => {
    const a = found[left]
    const b = found[right]
    if (!a || !b) return false
    const gap = (at: number) => text.slice(words[at - 1]?.end, words[at]?.lead)
    const joint = words[a.to]
    if (a.to === b.from) return ENUMERATED.test(gap(b.from)) && /[/,&、]/.test(gap(b.from))
    return (
      a.to + 1 === b.from &&
      JOINING.has(joint?.text ?? '') &&
      ENUMERATED.test(gap(a.to)) &&
      ENUMERATED.test(gap(b.from))
    )
  }
  for (let at = 1; at < found.length; at++) meant[at] ||= (meant[at - 1] ?? false) && joined(at - 1, at)
  for (let at = found.length - 2; at >= 0; at--) meant[at] ||= (meant[at + 1] ?? false) && joined(at, at + 1)
  return found.filter((_, at) => meant[at])
}

function isListed(id: string, knowledge: Knowledge): boolean {
  return (knowledge.licenses.get(id)?.spdx.length ?? 1) > 0
}
