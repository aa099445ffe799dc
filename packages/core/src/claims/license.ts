import type { Knowledge } from '../knowledge/knowledge.ts'
import { licensesMentionedIn } from '../names/index.ts'
import { type Finder, markedOf, placesIn } from '../wordings/marked.ts'
import type { Tongue } from './languages.ts'
import type { Hit } from './phrases.ts'

/** characters between the words that put something under a license, and the license */
const NEAR_LICENSE = { spaced: 90, unspaced: 30 }

/** "the code is MIT", "the weights are all CC BY 4.0" */
const FARTHEST_BESIDE = 8
/** characters of a name that follows at once */
const NAME_LENGTH = 40

/** A license named beside the words that put something under it. */
export interface NamedLicense {
  /** null where it is not known here */
  readonly id: string | null
  /** where its name ends in the sentence */
  readonly end: number
}

/** The license that a sentence names beside its words for being licensed. */
export function namedLicense(sentence: string, hit: Hit, tongue: Tongue, knowledge: Knowledge): NamedLicense | null {
  const rest = sentence.slice(
    hit.start,
    hit.end + (hit.beside ? NAME_LENGTH : tongue.spaced ? NEAR_LICENSE.spaced : NEAR_LICENSE.unspaced),
  )
  const behind = hit.end - hit.start
  const clause = rest.slice(0, clauseEnd(rest, behind))
  const bare = clause.replace(/\W*$/, '')
  // "the code is MIT": a name that says nothing else is a license's there
  const named = licensesMentionedIn(hit.beside ? `${bare} license` : clause, knowledge)[0]
  if (named && (!hit.beside || named.start - behind <= FARTHEST_BESIDE))
    return { id: named.id, end: hit.start + Math.min(named.end, hit.beside ? bare.length : rest.length) }
  // "the MIT open-source license"
  const called = licensesMentionedIn(withoutCalls(clause, tongue), knowledge)[0]
  const last = called?.spelled.split(' ').at(-1) ?? ''
  if (called && !hit.beside && clause.includes(last, behind))
    return { id: called.id, end: hit.start + clause.indexOf(last, behind) + last.length }
  if (hit.beside) return null
  // "MIT-licensed"
  const before = licensesMentionedIn(sentence.slice(Math.max(0, hit.start - 60), hit.end), knowledge).at(-1)
  if (before && Math.min(hit.start, 60) + behind - before.end <= behind + 2) return { id: before.id, end: hit.end }
  // "Hedgerow License の下で": the words follow the name
  const words = sentence.slice(hit.start, hit.end)
  if (
    !tongue.spaced &&
    tongue.licenseWords?.test(words) &&
    CAPITALIZED_BEFORE.test(sentence.slice(Math.max(0, hit.start - 60), hit.start))
  )
    return { id: null, end: hit.end }
  // "sous licence Hedgerow": the name follows the word
  const following = CAPITALIZED.exec(clause.slice(behind))?.[0]
  if (tongue.licenseWords && endsWith(words, tongue.licenseWords) && following)
    return { id: null, end: hit.end + following.length }
  // "carries the Hedgerow License"
  if (tongue.licenseWords && endsWith(words, tongue.licenseWords) && INSIDE.test(words))
    return { id: null, end: hit.end }
  const word = tongue.licenseWords?.all(clause.slice(behind))[0]
  // "unter einer Lizenz": a noun may be capitalized where it names nothing
  const written = word && clause.slice(behind + word.start, behind + word.end)
  const name = word && written && (COMPOUND.test(written) ? written : clause.slice(behind, behind + word.start))
  return word && name && CAPITALIZED_NAME.test(name) ? { id: null, end: hit.end + word.end } : null
}

/** What a license is called beside its name is no part of that. */
function withoutCalls(clause: string, { phrases }: Tongue): string {
  let text = clause
  for (const { says, search } of phrases) {
    const [call] = says === 'open-source' ? placesIn(search, markedOf(text)) : []
    if (call) text = `${text.slice(0, call.start)}${text.slice(call.end)}`.replace('  ', ' ')
  }
  return text
}

const endsWith = (text: string, words: Finder) => words.all(text).some(({ end }) => end === text.length)

/** "Hedgerow-Lizenz" */
const COMPOUND = /^[A-Z][\w.]*-/
const CAPITALIZED = /^ ?["«“„]?[A-Z\u0410-\u042f][\p{L}\d.-]+/u
const CAPITALIZED_BEFORE = /[A-Z][\w.-]*(?: [A-Z\d][\w.-]*){0,5}[-\s]?$/

const INSIDE = /\s[A-Z][\w.-]{1,40}\s/

/** a name is capitalized, or in the marks that titles stand in */
const CAPITALIZED_NAME = /^.{0,3}[A-Z][\w.-]+ ?(?:[A-Z\d][\w.-]* ?)*|[《「『]/

function clauseEnd(text: string, from: number): number {
  const end = text.slice(from).search(/[。；！？;!?]|，/)
  return end < 0 ? text.length : from + end
}
