import type { HarmlessKind } from '../../knowledge/harmless.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { MarkedKind, WordedHarmless } from '../../knowledge/worded.ts'
import { licensesMentionedIn, resolveId } from '../../names/index.ts'
import { asAsked, lazy, once } from '../../once.ts'
import { simplified } from '../../text/simplified.ts'
import { type Lookup, lookupOf } from '../../wordings/lookup.ts'
import { type Search, type Sentence, searchOf } from '../../wordings/search.ts'
import { LICENSE, type NamedToken, type Token, tokensOf } from '../../wordings/tokens.ts'
import { isOpenClass } from '../class.ts'
import { freeNames, isElsewhere, isSpacedOut } from './free.ts'

/** what stands for terms that are not open, or lie elsewhere; no free word is it */
const OTHER_TERMS = '{terms}'
/** longer sentences are told harmless by no wording */
const LONGEST_SENTENCE = 600

type Wording = WordedHarmless['sentences'][number]
type Marks<Kind> = Readonly<Record<MarkedKind, Kind>>

/** What one language says. */
interface Tongue {
  /** what a sentence in it has at least one letter of */
  readonly own: RegExp
  /** how a word begins that may be free in it */
  readonly letters: RegExp
  readonly wordings: readonly (Wording & { search(): Search })[]
  /** wordings, by a word that they cannot do without; those that can do without any */
  readonly lookup: Lookup
  readonly always: readonly number[]
  readonly marking: Marks<Search>
}

const eachMark = <Kind>(of: (kind: MarkedKind) => Kind): Marks<Kind> => ({
  binding: of('binding'),
  topics: of('topics'),
  people: of('people'),
  links: of('links'),
  cleared: of('cleared'),
  subjects: of('subjects'),
})

const tonguesOf = once(({ harmless, patterns }: Knowledge): readonly Tongue[] =>
  harmless.map(({ letters, sentences, marks }) => ({
    own: new RegExp(`\\p{Script=${letters[0]}}`, 'u'),
    letters: new RegExp(`^[\\p{N}{${letters.map(script => `\\p{Script=${script}}`).join('')}]`, 'u'),
    wordings: sentences.map(one => ({ ...one, search: lazy(() => searchOf(patterns, one.words)) })),
    lookup: lookupOf(
      patterns,
      sentences.map(({ key }) => key),
    ),
    always: sentences.flatMap(({ key }, number) => (key === null ? [number] : [])),
    marking: eachMark(kind => searchOf(patterns, marks[kind])),
  })),
)

/** where one statement ends and the next begins */
const NEXT = /[;；，]\s*|,\s+(?:(?:and|but|so|yet|or|also)\s+)?|\s[\u2013\u2014-]\s/i
/** more statements in one sentence are told harmless by no wording */
const MOST_STATEMENTS = 6

/**
 * What a sentence does that takes nothing, by the wordings of `knowledge/harmless`, as a whole or statement by
 * statement; null where none of them is it.
 */
export function harmlessKind(sentence: string, knowledge: Knowledge): HarmlessKind | null {
  const whole = harmlessWordings(sentence, knowledge)[0]?.is ?? null
  if (whole !== null || sentence.length > LONGEST_SENTENCE) return whole
  const statements = sentence.split(NEXT)
  if (statements.length < 2 || statements.length > MOST_STATEMENTS) return null
  const takesNothing = (one: string): HarmlessKind | null => harmlessWordings(one, knowledge)[0]?.is ?? null
  const [first = ''] = statements
  const kind = takesNothing(first)
  return kind !== null && statements.slice(1).every(one => takesNothing(one) !== null) ? kind : null
}

/** All wordings of `knowledge/harmless` that a sentence is, as a whole. */
export function harmlessWordings(sentence: string, knowledge: Knowledge): readonly Wording[] {
  if (sentence.length > LONGEST_SENTENCE) return []
  const { text, tokens } = simplifiedWordsOf(sentence, knowledge)
  const words = tokens.map(({ word }) => word)
  if (isSpacedOut(words)) return []
  const tongues = tonguesOf(knowledge).filter(({ own }) => own.test(text))
  const marked = lazy(() => tongues.map(({ marking }) => marksOf(words, marking)))
  const found: Wording[] = []
  for (const [number, { lookup, always, wordings, letters }] of tongues.entries()) {
    const worth = new Set([...always, ...lookup.in(words)])
    if (worth.size === 0) continue
    const binding = anyOf(marked().map(({ binding }) => binding))
    const own = marked()[number]
    if (own === undefined) continue
    const sentence = { words, ...freeIn({ text, tokens }, letters, own, binding, freeNames(tokens, knowledge)) }
    for (const one of [...worth].sort((one, other) => one - other)) {
      const wording = wordings[one]
      if (wording?.search().isWhole(sentence)) found.push(wording)
    }
  }
  return found
}

/** How many words of a sentence forbid, demand or narrow, or name what terms limit and are no part of a name. */
export function wordsOfTerms(sentence: string, knowledge: Knowledge): number {
  const { text, tokens } = simplifiedWordsOf(sentence, knowledge)
  const words = tokens.map(({ word }) => word)
  const marked = tonguesOf(knowledge)
    .filter(({ own }) => own.test(text))
    .map(({ marking }) => marksOf(words, marking))
  const small = marked.map(({ links }) => links.reduce((count, mark) => count + mark, 0))
  // the language that most of its small words are of
  const spoken = marked.filter((_, at) => small[at] === Math.max(...small))
  const binds = anyOf(marked.map(({ binding }) => binding))
  const narrows = anyOf(spoken.flatMap(({ topics, people }) => [topics, people]))
  const inName = freeNames(tokens, knowledge)
  return tokens.filter((_, at) => binds[at] === 1 || (narrows[at] === 1 && inName[at] !== 1)).length
}

/**
 * Whether a title, a heading or a definition says terms: it has a word that terms are made of and that is more than
 * what it is about.
 */
export function saysTerms(
  words: string,
  knowledge: Knowledge,
  kinds: readonly MarkedKind[] = ['binding', 'topics', 'people'],
): boolean {
  const { text, tokens } = simplifiedWordsOf(words, knowledge)
  const spelled = tokens.map(({ word }) => word)
  return tonguesOf(knowledge)
    .filter(({ own }) => own.test(text))
    .map(({ marking }) => marksOf(spelled, marking))
    .some((marks, _, all) =>
      spelled.some((_, at) => kinds.some(kind => marks[kind][at]) && !all.some(one => one.subjects[at])),
    )
}

/** Whether a word by itself is one that terms are made of, of some or all kinds of such words. */
export const isOfTerms = (
  word: string,
  knowledge: Knowledge,
  kinds: readonly MarkedKind[] = ['binding', 'topics', 'people', 'links'],
): boolean => {
  const words = tokensOf(word).map(({ word }) => word)
  return tonguesOf(knowledge)
    .filter(({ own }) => own.test(word))
    .some(({ marking }) => kinds.some(kind => marks(words, marking[kind]).some(mark => mark === 1)))
}

/** Marks words by what they are, each kind when it is first asked for. */
const marksOf = (words: readonly string[], marking: Marks<Search>): Marks<Uint8Array> =>
  asAsked<Marks<Uint8Array>>(eachMark(kind => () => marks(words, marking[kind])))

/** By word, whether it is in what is looked for. */
function marks(words: readonly string[], search: Search): Uint8Array {
  const marked = new Uint8Array(words.length)
  for (const { from, to } of search.places({ words, free: marked })) marked.fill(1, from, to + 1)
  return marked
}

const anyOf = (all: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(all[0] ?? [], (_, at) => (all.some(marks => marks[at] === 1) ? 1 : 0))

/** a mark behind which something new is said, unless a name follows */
const BREAK = /[;!?。；！？]|\s[-\u2013\u2014]+\s/

/** Which words may be free, by the words that bind, that terms limit, that call people, that go on. */
function freeIn(
  { text, tokens }: ReturnType<typeof simplifiedWordsOf>,
  letters: RegExp,
  marked: Marks<Uint8Array>,
  binding: Uint8Array,
  inName: Uint8Array,
): Pick<Required<Sentence>, 'free' | 'others'> {
  const free = new Uint8Array(tokens.length)
  const who = new Uint8Array(tokens.length)
  const name = new Uint8Array(tokens.length)
  for (const [at, { word, capital, start }] of tokens.entries()) {
    if (!letters.test(word)) continue
    const isAny = marked.cleared[at] === 1
    if (!isAny && (binding[at] === 1 || word === OTHER_TERMS)) continue
    // a size is part of a name: "Lumen 8B"
    const named = capital || /^(?:\{|\p{N}+\p{L})/u.test(word)
    if (!isAny && !named && at > 0 && BREAK.test(text.slice(tokens[at - 1]?.end, start))) continue
    const isAll = isAny || inName[at] === 1
    if (!isAll && (marked.links[at] === 1 || marked.topics[at] === 1)) continue
    who[at] = 1
    if (!isAll && marked.people[at] === 1) continue
    free[at] = 1
    if (isAll || (named && !/^\{(?:address|mail|file|license)\}$/.test(word))) name[at] = 1
  }
  return { free, others: { who, name } }
}

/** The words of a sentence, and the text they are of: traditional Chinese letters are simplified ones. */
function simplifiedWordsOf(sentence: string, knowledge: Knowledge): { text: string; tokens: readonly Token[] } {
  const folded = simplified(sentence)
  const text = folded.length === sentence.length ? folded : sentence
  const elsewhere = isElsewhere(knowledge)
  const inCapitals = !/[\p{Ll}\p{Lo}]/u.test(text)
  const tokens = tokensOf(text, licensesIn(text, knowledge)).map(token => {
    const { word, start, end } = token
    if (word !== '{address}' && word !== '{file}') return token
    const written = text.slice(start, end)
    // in capitals as all else is, "LICENSE" is no file
    if (inCapitals && /^\p{L}+$/u.test(written)) return { ...token, word: written.toLowerCase() }
    return elsewhere(written) ? { ...token, word: OTHER_TERMS } : token
  })
  return { text, tokens }
}

/** Where a sentence names a license. */
function licensesIn(sentence: string, knowledge: Knowledge): readonly NamedToken[] {
  return licensesMentionedIn(sentence, knowledge).flatMap(({ id, start, end }) => {
    const license = resolveId(id, null, knowledge)
    if (license === null) return []
    return [{ start, end, token: isOpenClass(license.class) ? LICENSE : OTHER_TERMS }]
  })
}
