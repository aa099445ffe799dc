import type { Knowledge } from '../knowledge/knowledge.ts'
import { once, onceForSentence } from '../once.ts'
import { isLikeness, legalBefore, linked, skipLegal, standsAlone, within } from './around.ts'
import { type Spelling, spellingsOf } from './spellings.ts'
import { type NameWord, nameWords } from './words.ts'

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
          linked(words, to, text) ||
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
