import { groupsBy } from '../../groups.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { tokensOf } from '../../wordings/tokens.ts'
import type { Passage } from '../clause.ts'
import type { LocatedClause } from '../clauses/find.ts'
import { definesThing, isRunIn, meaningIn, onlyAccepts, onlyDefines } from '../operative.ts'
import { type AccountPart, kindsIn } from './account.ts'
import { saysTerms } from './harmless.ts'

/** What is asked of a text that is known to restrict. */
interface AskedOfFormal {
  readonly knowledge: Knowledge
  /** kinds of clauses that a second reader takes a passage for, the likeliest first, from these odds on */
  readonly suspects: (passage: Passage, odds?: number) => readonly string[]
}

/** words of a heading or a title, its number apart; of one that ends with a point before its text: "Term. This …" */
const MOST_WORDS = 12
const MOST_RUN_IN = 4
/** a name that stands in the place of another does so more than once; words of it */
const FEWEST_PLACES = 3
const MOST_OF_NAME = 4
/** as likely as not */
const EVEN = 0

/** a few words in the middle of a known sentence: "promptly" */
const SMALL = /^[\p{Ll}\s.,;”"]+$/u
const ENDED = /[.!?;。！？；]["'”’)）]*\s*$/
/** "Definitions (#1-definitions)" in a table of contents */
const ANCHOR = /\]?\(#[^()\s]{1,120}\)$/

/**
 * What the form of a text that restricts accounts for: titles, headings over sections, definitions that add no
 * condition, what introduces a list of clauses, a name in the place of another. A clause that was found says already
 * that the text is not open; of any other text each of these is read as a sentence of its own, and may be the one that
 * restricts. Words of terms weigh here too: "Research only" over a section is a heading where its clauses say so.
 */
export function withFormalParts(
  parts: readonly AccountPart[],
  passages: readonly Passage[],
  clauses: readonly LocatedClause[],
  { knowledge, suspects }: AskedOfFormal,
): readonly AccountPart[] {
  const found = kindsIn(clauses)
  const all = new Set([...found.values()].flat())
  const foundIn = (numbers: readonly number[]) => new Set(numbers.flatMap(number => [...(found.get(number) ?? [])]))
  const places = groupsBy(parts, ({ text }) => bare(text))
  const binds = new Set(parts.filter(({ is }) => is === 'clause').map(({ passage }) => passage))
  const taking = new Set(clauses.filter(({ against }) => against.length > 0).flatMap(({ passages }) => passages))
  const sections = sectionsOf(passages)
  const headings = new Set([...sections.keys()].map(number => bare(passages[number]?.text ?? '')))
  const lists = groupsBy([...passages.keys()], number => passages[number]?.lead ?? '')
  lists.delete('')

  const isTitle = (text: string, number: number): boolean => {
    const section = sections.get(number)
    if ((section === undefined && number > 0) || !isShort(text)) return false
    if (!saysTerms(text, knowledge)) return true
    const taken = section === undefined ? [] : suspects(passages[number] as Passage)
    const said = foundIn(section ?? [])
    return taken.length > 0 && taken.every(kind => said.has(kind))
  }
  const isInContents = (text: string) => ANCHOR.test(text) && headings.has(bare(text.replace(ANCHOR, '')))
  /** whether whatever it is taken for was found elsewhere in the text */
  const isTold = (passage: Passage): boolean =>
    suspects(passage, EVEN).every(kind => all.has(kind) || !knowledge.clauses.has(kind))
  const isDefinition = (text: string, passage: Passage): boolean => {
    const meaning = meaningIn(text)
    if (meaning !== null && !saysTerms(meaning, knowledge)) return true
    const takesNothing = onlyDefines(passage.text) || onlyAccepts(passage.text)
    const isOfWork = definesThing(passage.text) || !saysTerms(passage.text, knowledge, ['topics', 'people'])
    return takesNothing && isOfWork && isTold(passage)
  }
  /** whether each kind that it is taken for was found in it; of no kind, whether anything was found that takes */
  const isUnderstood = (number: number): boolean => {
    const own = found.get(number)
    return (
      own !== undefined &&
      suspects(passages[number] as Passage, EVEN).every(
        kind => own.includes(kind) || (!knowledge.clauses.has(kind) && taking.has(number)),
      )
    )
  }
  /** the sentence over a list of which a clause was found, or one of that list that is taken for the same kind */
  const isOfList = (passage: Passage): boolean => {
    const items = [...lists.keys()].filter(lead => lead.endsWith(passage.lower)).flatMap(lead => lists.get(lead) ?? [])
    if (items.some(item => binds.has(item) || isUnderstood(item))) return true
    const [first] = passage.lead === '' ? [] : suspects(passage)
    return (
      first !== undefined &&
      (lists.get(passage.lead) ?? []).some(item => binds.has(item) && found.get(item)?.includes(first))
    )
  }
  const isName = (text: string, isPart: boolean): boolean => {
    const words = tokensOf(text).length
    const again = places.get(bare(text))?.length ?? 0
    return (
      words <= MOST_OF_NAME && (again >= FEWEST_PLACES || (isPart && SMALL.test(text))) && !saysTerms(text, knowledge)
    )
  }

  return parts.map((part): AccountPart => {
    if (part.is !== 'unread' && part.is !== 'possible') return part
    const passage = passages[part.passage]
    const whole = passage !== undefined && isWhole(part, passage)
    const text = whole ? passage.text : part.text
    if (isName(part.text, !whole)) return as(part, 'holder')
    if (passage === undefined) return part
    if (isTitle(text, part.passage) || isInContents(text)) return as(part, 'title')
    if (isDefinition(text, passage)) return { ...as(part, 'harmless'), why: DEFINITION }
    if (isUnderstood(part.passage) || (whole && isOfList(passage))) return as(part, 'clause')
    return part
  })
}

const DEFINITION = 'definition'

const as = ({ why, ...part }: AccountPart, is: AccountPart['is']): AccountPart => ({ ...part, is })

/** longer than any heading and any name */
const LONGEST_BARE = 200
/** the words of a heading or a name, without its number and marks around them */
const bare = (text: string): string =>
  text.length > LONGEST_BARE
    ? ''
    : tokensOf(text)
        .map(({ word }) => word)
        .join(' ')
        .replace(/^(?:\{number\} )+/, '')

const isShort = (text: string): boolean =>
  isRunIn(text) || tokensOf(text).length <= (ENDED.test(text) ? MOST_RUN_IN : MOST_WORDS)

const isWhole = (part: AccountPart, passage: Passage): boolean => part.words >= tokensOf(passage.text).length / 2

/**
 * By the number of a heading, what stands under it, up to the next heading; of a heading over headings, the first of
 * it.
 */
function sectionsOf(passages: readonly Passage[]): ReadonlyMap<number, readonly number[]> {
  const sections = new Map<number, readonly number[]>()
  for (let at = passages.length - 2; at >= 0; at--) {
    const { text = '', heading = '', lead, line, endLine } = passages[at] ?? {}
    const next = passages[at + 1]
    const isAlone = next?.line !== endLine && passages[at - 1]?.endLine !== line
    if (isRunIn(text) && next && (isAlone || next.lead === lead)) sections.set(at, [at + 1])
    if (heading !== '') continue
    const words = text.toLowerCase()
    const section: number[] = []
    for (let next = at + 1; next < passages.length && passages[next]?.heading === words; next++) section.push(next)
    const below = section.length > 0 ? section : sections.get(at + 1)
    if (below !== undefined) sections.set(at, below)
  }
  return sections
}
