import {
  type ClauseWording,
  type ClauseWordings,
  frameOf,
  MODE_OF,
  type Modality,
} from '../../knowledge/clause-wordings.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { once } from '../../once.ts'
import type { Mode } from '../../vocabulary.ts'
import { type Key, keysOf, rarest } from '../../wordings/keys.ts'
import { type Lists, type Pattern, parsePattern } from '../../wordings/pattern.ts'
import { type Place, type Search, searchOf } from '../../wordings/search.ts'
import { type Token, tokensOf } from '../../wordings/tokens.ts'
import type { Passage } from '../clause.ts'
import { simplified } from '../passages/simplified.ts'

/** A wording of a kind of clause that stands in a passage. */
export interface Said {
  readonly kind: string
  readonly mode: Mode
  /** what the wording itself says of the clause */
  readonly wording: ClauseWording
  /** offset in the passage at which its words begin; 0 where these begin in what leads it */
  readonly at: number
  /** where in the passage the kind's own words begin, behind what a frame puts before them */
  readonly place: number
  /** offset in the passage behind its words */
  readonly end: number
  /** the names of the file's `marks` */
  readonly marks: readonly string[]
  /** whether one of the file's `marks` of this name stands in the passage, or in what it stands under; or in another */
  has(mark: string, passage?: Passage): boolean
  /** where in the passage's own words, or in those of another, the `marks` of a name stand, in the order they end */
  where(mark: string, passage?: Passage): readonly Stretch[]
  /** the first of these that begins in the passage's own words */
  find(mark: string, passage?: Passage): Stretch | null
  /** the words of the passage that are one of the `marks` of this name, those at the wording's end first; '' for none */
  words(mark: string): string
}

/** Some of the words of a passage, by their offsets. */
export interface Stretch {
  readonly at: number
  readonly end: number
}

/** What stands for the end of a heading, and of the sentence that leads a list, among the words of a passage. */
const HEADING = '{heading}'
const LEAD = '{lead}'
/** and for the colon at the end of a passage, behind which a list follows */
const LIST = '{list}'
const COLON = /[:：]["'”*_) ]*$/
/** a list item is no longer than so many words for its heading to govern it */
const LONGEST_UNDER_HEADING = 60

/** A passage as its wordings are looked for in: what it stands under, what leads it, its own words. */
interface Words {
  readonly tokens: readonly Token[]
  /** number of the first word of the passage itself */
  readonly own: number
  readonly text: string
}

interface Ready {
  readonly kind: string
  readonly language: string
  readonly wording: ClauseWording
  readonly mode: Mode
  readonly turns: ReadonlySet<string>
  readonly straight: readonly (readonly string[])[]
  readonly search: () => Search
  /** the words of the kind alone, without a frame around them; null where there is no frame */
  readonly bare: (() => Search) | null
  /** of each of these one must be among the words, or the search is spared */
  readonly keys: readonly (readonly Key[])[]
  readonly unless: readonly (() => Search)[]
  readonly marks: Readonly<Record<string, readonly (() => Search)[]>>
}

/** All wordings of all kinds and languages, by the words that they cannot do without. */
interface Index {
  readonly whole: ReadonlyMap<string, readonly number[]>
  readonly starts: ReadonlyMap<string, readonly number[]>
  readonly ends: ReadonlyMap<string, readonly number[]>
  readonly ready: readonly Ready[]
  /** the languages whose common word one is */
  readonly small: ReadonlyMap<string, readonly string[]>
}

/** What the wordings of clauses are looked up in. */
export type Worded = Pick<Knowledge, 'wordings' | 'modalities'>

const indexOf = once(({ wordings, modalities }: Worded): Index => indexWordings(wordings, modalities))

/** The wordings of clauses in a passage: of each kind the first of its file that holds. */
export const saidIn = (passage: Passage, knowledge: Worded): ReadonlyMap<string, Said> =>
  lookIn(passage, indexOf(knowledge))

/** Makes an index of wordings. Throws RangeError where one has no word that it cannot do without. */
export function indexWordings(files: readonly ClauseWordings[], modalities: readonly Modality[]): Index {
  const ready: Ready[] = []
  const maps = {
    whole: new Map<string, number[]>(),
    start: new Map<string, number[]>(),
    end: new Map<string, number[]>(),
  }
  for (const file of files) {
    const language = modalities.find(({ id }) => id === file.language)
    const lists = foldedLists({ ...language?.lists, ...file.marks, ...file.lists })
    const turns = new Set((language?.turns ?? []).map(simplified))
    const straight = (language?.straight ?? []).map(words => tokensOf(words).map(({ word }) => word))
    const parse = lazily(lists)
    const shared = file.unless.map(parse)
    const marks = Object.fromEntries(Object.entries(file.marks).map(([name, all]) => [name, all.map(parse)]))
    for (const wording of file.wordings) {
      const { frame, words } = frameOf(wording)
      const frames = frame === 'says' ? ['{}'] : (language?.frames[frame] ?? [])
      const spares = frame === 'says' ? [] : (language?.unless[frame] ?? [])
      const around = (frame: string) => frame.replaceAll('{}', `(${words})`)
      const number = ready.length
      const keys = keysOf(parsed(words, lists), often)
      const key = rarest(keys, often)
      if (key === null) throw new RangeError(`the wording “${words}” has no word that it cannot do without`)
      const governing = rarest(keysOf(parsed(frames.join('|').replaceAll('{}', '_'), lists), often), often)
      ready.push({
        kind: file.kind,
        language: file.language,
        wording,
        mode: wording.as ?? MODE_OF[frame],
        turns,
        keys: [...keys.filter(one => one !== key), ...(governing ? [governing] : [])],
        straight,
        search: parse(frames.map(around).join('|')),
        bare: frame === 'says' ? null : parse(words),
        marks,
        unless: [...shared, ...[...(wording.unless ?? []), ...spares.map(around)].map(parse)],
      })
      for (const { word, match } of key) {
        const map = maps[match]
        const known = map.get(word)
        if (known === undefined) map.set(word, [number])
        else if (known.at(-1) !== number) known.push(number)
      }
    }
  }
  return { whole: maps.whole, starts: maps.start, ends: maps.end, ready, small: smallWords(modalities) }
}

function smallWords(modalities: readonly Modality[]): ReadonlyMap<string, readonly string[]> {
  const small = new Map<string, string[]>()
  for (const { id, small: words } of modalities)
    for (const word of words.map(simplified)) small.set(word, [...(small.get(word) ?? []), id])
  return small
}

const lazily =
  (lists: Lists) =>
  (words: string): (() => Search) => {
    let search: Search | undefined
    return () => {
      search ??= searchOf(parsed(words, lists))
      return search
    }
  }

/** as the text they are looked for in: traditional Chinese letters, which Japanese has too, in their simplified form */
const foldedLists = (lists: Lists): Lists =>
  Object.fromEntries(Object.entries(lists).map(([name, all]) => [name, all.map(simplified)]))

const parsed = (words: string, lists: Lists): Pattern => parsePattern(simplified(words), lists)

/** words that stand in so many sentences that none should be looked up by them */
const USUAL = new Set(
  'a an the to of in on at by for from with as or and any all other your you it its this that be is are not no may use used using do does must will shall license model models software weights terms only if such our we their they'.split(
    ' ',
  ),
)
const often = ({ word, match }: Key): number =>
  USUAL.has(word) ? 1000 : match !== 'whole' ? 1 : 1 + 10 / Math.max(1, word.length)

function lookIn(passage: Passage, index: Index): ReadonlyMap<string, Said> {
  const words = wordsOf(passage)
  const numbers = new Set<number>()
  const met = new Set<string>()
  for (const { word } of words.tokens) {
    if (met.has(word)) continue
    met.add(word)
    for (const number of candidates(word, index)) numbers.add(number)
  }
  const said = new Map<string, Said>()
  if (numbers.size === 0) return said
  const isForeign = foreignTo(words, index)
  for (const number of [...numbers].sort((one, other) => one - other)) {
    const ready = index.ready[number]
    if (ready === undefined || said.has(ready.kind) || isForeign(ready.language)) continue
    if (!ready.keys.every(set => isMet(set, met))) continue
    const place = placeOf(ready, words)
    if (place !== null) said.set(ready.kind, saidAt(ready, place, words))
  }
  return said
}

const isMet = (keys: readonly Key[], met: ReadonlySet<string>): boolean =>
  keys.some(
    ({ word, match }) =>
      met.has(word) ||
      (match === 'start' && [...met].some(one => one.startsWith(word))) ||
      (match === 'end' && [...met].some(one => one.endsWith(word))),
  )

/** common words of another language that stand out where they are so many, and so many times those of one's own */
const LEAST_FOREIGN = 2
const STANDS_OUT = 2

/** Says of a language whether the words are in another one, by the commonest words of each. */
function foreignTo({ tokens }: Words, { small }: Index): (language: string) => boolean {
  const counts = new Map<string, number>()
  for (const { word } of tokens)
    for (const language of small.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1)
  const most = Math.max(0, ...counts.values())
  return language => most >= LEAST_FOREIGN && (counts.get(language) ?? 0) * STANDS_OUT < most
}

const NONE: readonly number[] = []
/** by index, which wordings are worth a search for a word; forgotten where it grows too large */
const met = new WeakMap<Index, Map<string, readonly number[]>>()
const MOST_WORDS = 20_000

function candidates(word: string, index: Index): readonly number[] {
  let known = met.get(index)
  if (known === undefined || known.size > MOST_WORDS) {
    known = new Map()
    met.set(index, known)
  }
  let numbers = known.get(word)
  if (numbers === undefined) {
    const found = [...(index.whole.get(word) ?? NONE)]
    for (let end = 1; end <= word.length; end++) found.push(...(index.starts.get(word.slice(0, end)) ?? NONE))
    for (let from = 0; from < word.length; from++) found.push(...(index.ends.get(word.slice(from)) ?? NONE))
    numbers = found.length === 0 ? NONE : found
    known.set(word, numbers)
  }
  return numbers
}

function placeOf(ready: Ready, words: Words): Place | null {
  const place = placesOf(ready, ready.search, words).find(({ to }) => to >= words.own)
  return place === undefined || ready.unless.some(search => placesOf(ready, search, words).length > 0) ? null : place
}

function placesOf({ turns, straight }: Ready, search: () => Search, words: Words): readonly Place[] {
  const { tokens } = words
  const isTurn = (at: number): boolean =>
    turns.has(tokens[at]?.word ?? '') && !straight.some(row => isIn(row, tokens, at))
  return search()(tokens, at => !isTurn(at) && !isApart(words, at))
}

/** Whether the word at a place is one of a row of words. */
const isIn = (row: readonly string[], tokens: readonly Token[], at: number): boolean =>
  row.some((_, place) => row.every((word, other) => tokens[at - place + other]?.word === word))

/** what follows a semicolon as a further item: "(b)", "or", "nor", "and" */
const ITEM = /^(?:or|nor|and|[a-z]|[ivx]{1,4}|\{number\}|或|和|及)$/

/** Whether a word is parted from the one before it by a mark behind which something else is said. */
function isApart({ tokens, own, text }: Words, at: number): boolean {
  const { word = '', start = 0 } = tokens[at] ?? {}
  if (word === HEADING) return true
  if (at <= own) return false
  return /[;；]/.test(text.slice(tokens[at - 1]?.end ?? 0, start)) && !ITEM.test(word)
}

function saidAt(ready: Ready, { from, to }: Place, words: Words): Said {
  const { kind, wording, mode, marks } = ready
  const stretch = ({ tokens, own }: Words, { from, to }: Place): Stretch => ({
    at: from >= own ? (tokens[from]?.start ?? 0) : 0,
    end: tokens[to]?.end ?? 0,
  })
  const within = (passage?: Passage): Words => (passage === undefined ? words : wordsOf(passage))
  return {
    kind,
    wording,
    mode,
    ...stretch(words, { from, to }),
    get place() {
      const bare = ready.bare === null ? [] : placesOf(ready, ready.bare, words)
      const last = bare.findLast(place => place.from >= Math.max(from, words.own) && place.to <= to)
      return stretch(words, last ?? { from, to }).at
    },
    marks: Object.keys(marks),
    has: (mark, passage) => {
      const all = within(passage)
      return (marks[mark] ?? []).some(search => placesOf(ready, search, all).length > 0)
    },
    where: (mark, passage) => {
      const all = within(passage)
      return (marks[mark] ?? [])
        .flatMap(search => placesOf(ready, search, all))
        .filter(({ to }) => to >= all.own)
        .sort((one, other) => one.to - other.to)
        .map(place => stretch(all, place))
    },
    find: (mark, passage) => {
      const all = within(passage)
      const first = (marks[mark] ?? [])
        .flatMap(search => placesOf(ready, search, all))
        .find(place => place.from >= all.own)
      return first === undefined ? null : stretch(all, first)
    },
    words: mark => {
      const inside = (marks[mark] ?? [])
        .flatMap(search => placesOf(ready, search, words))
        .filter(place => place.from >= words.own)
      const place = inside.find(place => place.to === to) ?? inside[0]
      const { tokens, text } = words
      return place === undefined ? '' : text.slice(tokens[place.from]?.start, tokens[place.to]?.end)
    },
  }
}

function wordsOf({ text, heading, lead }: Passage): Words {
  const folded = fold(text)
  const own = withList(plain(folded), folded)
  const before = above(own.length <= LONGEST_UNDER_HEADING ? heading : '', lead)
  return { tokens: before.length === 0 ? own : [...before, ...own], own: before.length, text: folded }
}

const withList = (tokens: readonly Token[], text: string): readonly Token[] =>
  COLON.test(text) ? [...tokens, { word: LIST, capital: false, start: text.length, end: text.length }] : tokens

let latest: { heading: string; lead: string; words: readonly Token[] } = { heading: '', lead: '', words: [] }

/** The words that a passage stands under, made once for all that stand under them. */
function above(heading: string, lead: string): readonly Token[] {
  if (heading === latest.heading && lead === latest.lead) return latest.words
  const words = [...led(heading, HEADING), ...led(lead, LEAD)]
  latest = { heading, lead, words }
  return words
}

const led = (text: string, end: string): readonly Token[] =>
  text === '' ? [] : [...plain(fold(text)), { word: end, capital: false, start: 0, end: 0 }]

/** In "NO LICENSE IS GRANTED" the word in capitals is no file. */
const plain = (text: string): readonly Token[] =>
  tokensOf(text).map(token => {
    const written = text.slice(token.start, token.end)
    return token.word === '{file}' && /^[A-Z]+$/.test(written) ? { ...token, word: written.toLowerCase() } : token
  })

/** letter for letter, so that places stay */
const fold = (text: string): string => {
  const folded = simplified(text)
  return folded.length === text.length ? folded : text
}
