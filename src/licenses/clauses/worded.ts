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
  /** offset in the passage behind its words */
  readonly end: number
  /** whether one of the file's `marks` of this name stands in the passage (or in another), or in what it stands under */
  has(mark: string, other?: Passage): boolean
  /** the words of the passage that are one of the file's `marks` of this name, those at its end first; '' for none */
  words(mark: string): string
}

/** What stands for the end of a heading, and of the sentence that leads a list, among the words of a passage. */
const HEADING = '{heading}'
const LEAD = '{lead}'
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
  readonly wording: ClauseWording
  readonly mode: Mode
  readonly turns: ReadonlySet<string>
  readonly spared: readonly (readonly string[])[]
  readonly search: () => Search
  readonly unless: readonly (() => Search)[]
  readonly marks: Readonly<Record<string, readonly (() => Search)[]>>
}

/** All wordings of all kinds and languages, by the words that they cannot do without. */
interface Index {
  readonly whole: ReadonlyMap<string, readonly number[]>
  readonly starts: ReadonlyMap<string, readonly number[]>
  readonly ready: readonly Ready[]
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
  const whole = new Map<string, number[]>()
  const starts = new Map<string, number[]>()
  for (const file of files) {
    const language = modalities.find(({ id }) => id === file.language)
    const lists = { ...language?.lists, ...file.lists }
    const turns = new Set(language?.turns ?? [])
    const spared = (language?.spared ?? []).map(words => words.split(' '))
    const parse = lazily(lists)
    const shared = file.unless.map(parse)
    const marks = Object.fromEntries(Object.entries(file.marks).map(([name, all]) => [name, all.map(parse)]))
    for (const wording of file.wordings) {
      const { frame, words } = frameOf(wording)
      const frames = frame === 'says' ? ['{}'] : (language?.frames[frame] ?? [])
      const spares = frame === 'says' ? [] : (language?.unless[frame] ?? [])
      const around = (frame: string) => frame.replaceAll('{}', `(${words})`)
      const number = ready.length
      ready.push({
        kind: file.kind,
        wording,
        mode: wording.as ?? MODE_OF[frame],
        turns,
        spared,
        search: parse(frames.map(around).join('|')),
        marks,
        unless: [...shared, ...[...(wording.unless ?? []), ...spares.map(around)].map(parse)],
      })
      for (const { word, match } of keyOf(words, lists)) {
        const map = match === 'whole' ? whole : starts
        const known = map.get(word)
        if (known === undefined) map.set(word, [number])
        else if (known.at(-1) !== number) known.push(number)
      }
    }
  }
  return { whole, starts, ready }
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

const parsed = (words: string, lists: Lists): Pattern => parsePattern(simplified(words), lists)

/** words that stand in so many sentences that none should be looked up by them */
const USUAL = new Set(
  'a an the to of in on at by for from with as or and any all other your you it its this that be is are not no may use used using do does must will shall license model models software weights terms only if such our we their they'.split(
    ' ',
  ),
)
const often = ({ word, match }: Key): number =>
  USUAL.has(word) ? 1000 : match === 'start' ? 1 : 1 + 10 / Math.max(1, word.length)

function keyOf(words: string, lists: Lists): readonly Key[] {
  const key = rarest(keysOf(parsed(words, lists)), often)
  if (key === null) throw new RangeError(`the wording “${words}” has no word that it cannot do without`)
  return key
}

function lookIn(passage: Passage, index: Index): ReadonlyMap<string, Said> {
  const words = wordsOf(passage)
  const numbers = new Set<number>()
  for (const { word } of words.tokens) for (const number of candidates(word, index)) numbers.add(number)
  const said = new Map<string, Said>()
  for (const number of [...numbers].sort((one, other) => one - other)) {
    const ready = index.ready[number]
    if (ready === undefined || said.has(ready.kind)) continue
    const place = placeOf(ready, words)
    if (place !== null) said.set(ready.kind, saidAt(ready, place, words))
  }
  return said
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
    numbers = found.length === 0 ? NONE : found
    known.set(word, numbers)
  }
  return numbers
}

function placeOf(ready: Ready, words: Words): Place | null {
  const place = placesOf(ready, ready.search, words).find(({ to }) => to >= words.own)
  return place === undefined || ready.unless.some(search => placesOf(ready, search, words).length > 0) ? null : place
}

function placesOf({ turns, spared }: Ready, search: () => Search, words: Words): readonly Place[] {
  const { tokens } = words
  const isSpared = (at: number) => spared.some(all => all.every((word, next) => tokens[at + next]?.word === word))
  const isTurn = (at: number) => turns.has(tokens[at]?.word ?? '') && !isSpared(at)
  return search()(tokens, at => !isTurn(at) && !isApart(words, at))
}

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
  const { tokens, own, text } = words
  const places = (mark: string) => (marks[mark] ?? []).flatMap(search => placesOf(ready, search, words))
  return {
    kind,
    wording,
    mode,
    at: from >= own ? (tokens[from]?.start ?? 0) : 0,
    end: tokens[to]?.end ?? 0,
    has: (mark, other) => {
      const searched = other === undefined ? words : wordsOf(other)
      return (marks[mark] ?? []).some(search => placesOf(ready, search, searched).length > 0)
    },
    words: mark => {
      const inside = places(mark).filter(place => place.from >= own)
      const place = inside.find(place => place.to === to) ?? inside[0]
      return place === undefined ? '' : text.slice(tokens[place.from]?.start, tokens[place.to]?.end)
    },
  }
}

function wordsOf({ text, heading, lead }: Passage): Words {
  const folded = fold(text)
  const own = tokensOf(folded)
  const under = own.length <= LONGEST_UNDER_HEADING ? tokensOf(fold(heading)) : []
  const led = tokensOf(fold(lead))
  const before = [
    ...under,
    ...(under.length > 0 ? [mark(HEADING)] : []),
    ...led,
    ...(led.length > 0 ? [mark(LEAD)] : []),
  ]
  return { tokens: [...before, ...own], own: before.length, text: folded }
}

const mark = (word: string): Token => ({ word, capital: false, start: 0, end: 0 })

/** letter for letter, so that places stay */
const fold = (text: string): string => {
  const folded = simplified(text)
  return folded.length === text.length ? folded : text
}
