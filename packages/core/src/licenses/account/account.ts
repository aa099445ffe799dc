import type { HarmlessKind } from '../../knowledge/harmless.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { ResolvedLicense } from '../../names/index.ts'
import { onceForText } from '../../once.ts'
import type { PartKind } from '../../report/vocabulary.ts'
import type { Passage } from '../clause.ts'
import type { LocatedClause } from '../clauses/find.ts'
import type { Identity } from '../identity/index.ts'
import type { IsApproved } from './approved.ts'
import { harmlessKind } from './harmless.ts'
import { isNames } from './holders.ts'
import { isLayout, markKnown, runs } from './known-words.ts'
import {
  isNotice,
  isPartHeading,
  isPartOfOthers,
  isSectionHeading,
  namesTerms,
  sameLicense,
  tagNames,
  tagOf,
  titleOf,
} from './notices.ts'
import { type FileWords, fileWords, textOfWords, wordAt, wordsIn } from './words.ts'

/** farther than this no word of a passage is looked for: what is passed over belongs to no passage */
const FARTHEST = 60
/** a word broken over lines has no more parts */
const MOST_PARTS = 3

/** By word of a file: the number of the passage it stands in, or -1 where a passage shows no such word. */
function passageOfWords(words: FileWords, passages: readonly Passage[]): Int32Array {
  const found = new Int32Array(words.count).fill(-1)
  let next = 0
  passages.forEach((passage, number) => {
    for (const word of wordsIn(passage.text)) {
      const limit = Math.min(words.count, next + FARTHEST)
      for (let at = next; at < limit; at++) {
        const parts = partsOf(words, at, word)
        if (parts === 0) continue
        found.fill(number, at, at + parts)
        next = at + parts
        break
      }
    }
  })
  return found
}

/** How many words of the file make up a word of a passage, where it stands; 0 where it does not. */
function partsOf(words: FileWords, at: number, word: string): number {
  let joined = ''
  for (let parts = 1; parts <= MOST_PARTS && at + parts <= words.count; parts++) {
    joined += wordAt(words, at + parts - 1)
    if (joined === word) return parts
    if (!word.startsWith(joined)) return 0
  }
  return 0
}

/** A part of a text: consecutive words that are of one kind. */
export interface AccountPart {
  readonly is: PartKind
  /** 1-based, in the text that was read */
  readonly line: number
  readonly endLine: number
  readonly words: number
  /** number of the known text that these words are of, or that they stand beside */
  readonly identity: number
  /** number of the passage, -1 of words that no passage shows */
  readonly passage: number
  readonly text: string
  /** what a harmless sentence does; what a tag or title says that the text does not bear out */
  readonly why?: string
}

/** What a second reader is sure of: that a sentence takes something, that it takes nothing, or neither. */
export type SecondThought = 'takes' | 'nothing' | 'unsure'

/** What is asked of whoever knows more of a text. */
export interface AskedOfText {
  readonly knowledge: Knowledge
  /** by identity, the license it is known as */
  readonly resolved: readonly (ResolvedLicense | null)[]
  readonly isApproved: IsApproved
  readonly secondThought: (sentence: string) => SecondThought
  /** what a second reader takes a sentence for, where it takes something: kinds of clauses */
  readonly suspects: (passage: Passage) => readonly string[]
}

/**
 * Accounts for every word of a text, each once: the words of known texts, titles, holders, tags, clauses that were
 * found, sentences that take nothing, and what is left, which nobody has read.
 */
export function accountFor(
  text: string,
  identities: readonly Identity[],
  passages: readonly Passage[],
  clauses: readonly LocatedClause[],
  asked: AskedOfText,
): readonly AccountPart[] {
  const words = fileWords(text)
  const { owner, filled } = markKnown(words, identities)
  const place = passageOfWords(words, passages)
  const weighing = new Set(clauses.filter(weighs).flatMap(({ passages }) => passages))
  const free = takingNothing(clauses)
  const parts: AccountPart[] = []
  const textOf = (from: number, to: number): string => textOfWords(words, from, to)
  let identity = 0
  const put = (is: PartKind, from: number, to: number, why?: string): void => {
    parts.push({
      is,
      line: words.lines[from] ?? 1,
      endLine: words.lines[to - 1] ?? 1,
      words: to - from,
      identity,
      passage: place[from] ?? -1,
      text: is === 'known' ? '' : textOf(from, to),
      ...(why === undefined ? {} : { why }),
    })
  }

  /** words from `from` to before `to`, all of one passage */
  const read = (from: number, to: number): void => {
    for (let at = from; at < to; at++) if ((owner[at] ?? 0) > 0) identity = (owner[at] ?? 1) - 1
    const stretches = runs(owner, from, to)
    if (stretches.every(([, , isKnown]) => isKnown)) return void put('known', from, to)
    // a sentence that shares words with a text that this is not is read as any other
    const isOwn = identities[identity]?.kind === 'related' || stretches.length === 1
    const number = place[from] ?? -1
    const passage = passages[number]
    const isNamed =
      !isOwn && stretches.every(([start, end, isKnown]) => isKnown || isNotice(textOf(start, end), asked.knowledge))
    if (!isNamed) {
      if (passage !== undefined && weighing.has(number)) return void put('clause', from, to)
      const whole = tell(passage?.text ?? textOf(from, to), isOwn)
      if (whole !== null) return void put(whole.is, from, to, whole.why)
      if (isPart(from, to)) return void put('harmless', from, to, PART)
      const kinds = isOwn ? free.get(number) : undefined
      if (kinds !== undefined && passage !== undefined && asked.suspects(passage).every(kind => kinds.includes(kind)))
        return void put('harmless', from, to, kinds.join(', '))
      if (stretches.length === 1) return void readLines(from, to, passage, true)
    }
    for (const [start, end, isKnown] of stretches) {
      if (isKnown) put('known', start, end)
      else if (isNamed || (filled[start] && filled[end - 1] && isNames(textOf(start, end), asked.knowledge)))
        put('holder', start, end)
      else readLines(start, end, passage, false)
    }
  }

  const isPart = (from: number, to: number): boolean => {
    const lines = linesOf(words, from, to).map(([start, end]) => textOf(start, end))
    return isPartOfOthers(lines, parts.at(-1)?.why === PART, asked.knowledge)
  }

  /** Lines that are a holder's, a title or a tag each, before and behind words that are read by themselves. */
  const readLines = (from: number, to: number, passage: Passage | undefined, isOwn: boolean): void => {
    const joined = notice(textOf(from, to))
    if (joined !== null) return void put(joined.is, from, to, joined.why)
    const lines = linesOf(words, from, to)
    const told = lines.map(([start, end]) => notice(textOf(start, end)) ?? notice(lineAt(words, start)))
    let first = 0
    let last = lines.length
    while (first < last && told[first]) first++
    while (last > first && told[last - 1]) last--
    const putLine = (at: number) => {
      const [start, end] = lines[at] ?? [0, 0]
      put(told[at]?.is ?? 'unread', start, end, told[at]?.why)
    }
    for (let at = 0; at < first; at++) putLine(at)
    if (first < last) readRest(lines[first]?.[0] ?? from, lines[last - 1]?.[1] ?? to, passage, isOwn)
    for (let at = last; at < lines.length; at++) putLine(at)
  }

  const readRest = (from: number, to: number, passage: Passage | undefined, isOwn: boolean): void => {
    const whole = tell(textOf(from, to), isOwn)
    if (whole !== null) return void put(whole.is, from, to, whole.why)
    const taken = passage === undefined ? [] : asked.suspects(passage)
    if (taken.length > 0) put('possible', from, to, taken.map(nameOf).join(', '))
    else put('unread', from, to)
  }

  const nameOf = (kind: string): string => asked.knowledge.clauses.get(kind)?.name ?? kind

  /**
   * what a sentence is; of one that stands inside of a known text or names terms a word decides, which a learned reader
   * may miss
   */
  const tell = (sentence: string, isOwn: boolean): { is: PartKind; why?: string } | null => {
    const named = notice(sentence)
    if (named !== null) return named
    const weighing = weighed(sentence)
    if (weighing === null) return { is: 'harmless', why: 'approved' satisfies HarmlessKind }
    const { kind, thought } = weighing
    if (kind === null)
      return isOwn && thought === 'nothing' && !namesTerms(sentence, asked.knowledge)
        ? { is: 'harmless', why: LEARNED }
        : null
    return thought === 'takes' ? { is: 'possible', why: 'a restriction' } : { is: 'harmless', why: kind }
  }

  const weighed = onceForText(sentence =>
    asked.isApproved(sentence)
      ? null
      : { kind: harmlessKind(sentence, asked.knowledge), thought: asked.secondThought(sentence) },
  )

  const notice = onceForText((line): { is: PartKind; why?: string } | null => {
    const tag = tagOf(line)
    if (tag !== null) return agrees(tag) ? { is: 'tag' } : { is: 'unread', why: `the tag says ${tag}` }
    if (isNotice(line, asked.knowledge)) return { is: 'holder' }
    if (identities.length > 1 && isPartHeading(line, asked.knowledge)) return { is: 'title' }
    if (isSectionHeading(line, asked.knowledge)) return { is: 'title' }
    const title = titleOf(line, asked.knowledge)
    if (title === undefined) return null
    return title === null || isOf(title) ? { is: 'title' } : { is: 'unread', why: `the title says ${title.name}` }
  })
  /** whether a license that is named is one that was found, or the text is not known by name */
  const isOf = (license: ResolvedLicense): boolean =>
    asked.resolved.some(found => found !== null && sameLicense(found, license)) ||
    asked.resolved.every(found => found === null)
  const agrees = (tag: string): boolean => asked.resolved.some(found => found !== null && tagNames(tag, found))

  if (words.count > 0 && identities.length === 1 && asked.isApproved(text)) {
    put('known', 0, words.count)
    return parts
  }
  for (let from = 0; from < words.count; ) {
    const number = place[from] ?? -1
    let to = from + 1
    while (to < words.count && (place[to] ?? -1) === number) to++
    if (number >= 0) read(from, to)
    else for (const [start, end] of linesOf(words, from, to)) unshown(start, end)
    from = to
  }
  return parts

  /** Words that no passage shows: a list's number, an address, or words that are read by themselves. */
  function unshown(from: number, to: number): void {
    const last = parts.at(-1)
    let layout = true
    for (let at = from; at < to; at++) layout &&= isLayout(words, at) || (owner[at] ?? 0) > 0
    if (layout) put(last?.is === 'known' ? 'known' : 'harmless', from, to, last?.is === 'known' ? undefined : 'layout')
    else read(from, to)
  }
}

const PART = 'third-party' satisfies HarmlessKind
const LEARNED = 'learned'

const weighs = ({ weighs, mode, against }: LocatedClause): boolean =>
  weighs !== 'harmless' && mode !== 'plea' && against.length > 0

/** The kinds of clauses in a passage that limit no freedom, by its number, where it has no others. */
function takingNothing(clauses: readonly LocatedClause[]): ReadonlyMap<number, readonly string[]> {
  const kinds = kindsIn(clauses)
  for (const { passages, weighs, against } of clauses)
    if (weighs !== 'harmless' || against.length > 0) for (const passage of passages) kinds.delete(passage)
  return kinds
}

/** The kinds of clauses in a passage, by its number. */
export function kindsIn(clauses: readonly LocatedClause[]): Map<number, string[]> {
  const kinds = new Map<number, string[]>()
  for (const { passages, kind } of clauses)
    for (const passage of passages) kinds.set(passage, [...(kinds.get(passage) ?? []), kind])
  return kinds
}

function linesOf(words: FileWords, from: number, to: number): readonly (readonly [number, number])[] {
  const found: [number, number][] = []
  for (let at = from; at < to; at++) {
    const last = found.at(-1)
    if (last !== undefined && words.lines[last[0]] === words.lines[at]) last[1] = at + 1
    else found.push([at, at + 1])
  }
  return found
}

/** The whole line on which a word stands. */
function lineAt({ text, starts }: FileWords, word: number): string {
  const at = starts[word] ?? 0
  const end = text.indexOf('\n', at)
  return text.slice(text.lastIndexOf('\n', at) + 1, end < 0 ? undefined : end)
}
