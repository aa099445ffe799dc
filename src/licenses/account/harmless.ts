import type { HarmlessKind } from '../../knowledge/harmless.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { once } from '../../once.ts'
import { simplified } from '../../text/simplified.ts'
import { type Machine, machineOf } from '../../wordings/machine.ts'
import { type Free, parsePattern } from '../../wordings/pattern.ts'
import { LICENSE, type Named, type Token, tokensOf } from '../../wordings/tokens.ts'
import { isOpenClass } from '../class.ts'
import { mentionsIn, resolveId } from '../names.ts'
import { isElsewhere, namesIn } from './free.ts'

/** what stands for terms that are not open, or lie elsewhere; no free word is it */
const OTHER_TERMS = '{terms}'
/** longer sentences are told harmless by no wording */
const LONGEST = 600

interface Wording {
  readonly is: HarmlessKind
  readonly words: string
}

const MARKED = ['binding', 'topics', 'people', 'links', 'cleared'] as const
type Marks<Kind> = Readonly<Record<(typeof MARKED)[number], Kind>>

/** What one language says. */
interface Tongue {
  /** what a sentence in it has at least one letter of */
  readonly own: RegExp
  /** how a word begins that may be free in it */
  readonly letters: RegExp
  readonly sentences: Machine
  readonly wordings: readonly Wording[]
  readonly marking: Marks<Machine>
}

const tonguesOf = once(({ harmless }: Knowledge): readonly Tongue[] =>
  harmless.map(({ sentences, lists, letters, ...language }) => {
    const parse = (words: string) => parsePattern(simplified(words), lists)
    const wordings = sentences.flatMap(({ is, words }) => words.map(words => ({ is, words })))
    const marking = (key: (typeof MARKED)[number]) => machineOf(language[key].map(parse))
    return {
      own: new RegExp(`\\p{Script=${letters[0]}}`, 'u'),
      letters: new RegExp(`^[\\p{N}{${letters.map(script => `\\p{Script=${script}}`).join('')}]`, 'u'),
      sentences: machineOf(wordings.map(({ words }) => parse(words))),
      wordings,
      marking: {
        binding: marking('binding'),
        topics: marking('topics'),
        people: marking('people'),
        links: marking('links'),
        cleared: marking('cleared'),
      },
    }
  }),
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
  if (whole !== null || sentence.length > LONGEST) return whole
  const statements = sentence.split(NEXT)
  if (statements.length < 2 || statements.length > MOST_STATEMENTS) return null
  const takesNothing = (one: string): HarmlessKind | null => harmlessWordings(one, knowledge)[0]?.is ?? null
  const [first = ''] = statements
  const kind = takesNothing(first)
  return kind !== null && statements.slice(1).every(one => takesNothing(one) !== null) ? kind : null
}

/** All wordings of `knowledge/harmless` that a sentence is, as a whole. */
export function harmlessWordings(sentence: string, knowledge: Knowledge): readonly Wording[] {
  if (sentence.length > LONGEST) return []
  const { text, tokens } = wordsOf(sentence, knowledge)
  const tongues = tonguesOf(knowledge).filter(({ own }) => own.test(text))
  const binds = anyOf(tongues.map(({ marking }) => marking.binding.marks(tokens)))
  const inName = namesIn(tokens, knowledge)
  return tongues.flatMap(({ sentences, wordings, letters, marking }) => {
    let marked: Marks<Uint8Array> | undefined
    return sentences
      .whole(tokens, (at, as) => {
        marked ??= { ...marksOf(tokens, marking), binding: binds }
        return letters.test(tokens[at]?.word ?? '') && isFree(text, tokens, at, as, marked, inName)
      })
      .flatMap(number => wordings[number] ?? [])
  })
}

/** How many words of a sentence forbid, demand or narrow, or name what terms limit and are no part of a name. */
export function wordsOfTerms(sentence: string, knowledge: Knowledge): number {
  const { text, tokens } = wordsOf(sentence, knowledge)
  const marked = tonguesOf(knowledge)
    .filter(({ own }) => own.test(text))
    .map(({ marking }) => marksOf(tokens, marking))
  const small = marked.map(({ links }) => links.reduce((count, mark) => count + mark, 0))
  // the language that most of its small words are of
  const spoken = marked.filter((_, at) => small[at] === Math.max(...small))
  const binds = anyOf(marked.map(({ binding }) => binding))
  const narrows = anyOf(spoken.flatMap(({ topics, people }) => [topics, people]))
  const inName = namesIn(tokens, knowledge)
  return tokens.filter((_, at) => binds[at] === 1 || (narrows[at] === 1 && inName[at] !== 1)).length
}

/** Whether a word by itself is one that terms are made of, of some or all kinds of such words. */
export const isOfTerms = (
  word: string,
  knowledge: Knowledge,
  kinds: readonly (typeof MARKED)[number][] = ['binding', 'topics', 'people', 'links'],
): boolean => {
  const tokens = tokensOf(word)
  return tonguesOf(knowledge)
    .filter(({ own }) => own.test(word))
    .some(({ marking }) => kinds.some(kind => marking[kind].marks(tokens).some(mark => mark === 1)))
}

const marksOf = (tokens: readonly Token[], marking: Marks<Machine>): Marks<Uint8Array> => ({
  binding: marking.binding.marks(tokens),
  topics: marking.topics.marks(tokens),
  people: marking.people.marks(tokens),
  links: marking.links.marks(tokens),
  cleared: marking.cleared.marks(tokens),
})

const anyOf = (all: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(all[0] ?? [], (_, at) => (all.some(marks => marks[at] === 1) ? 1 : 0))

/** a mark behind which something new is said, unless a name follows */
const BREAK = /[;!?。；！？]|\s[-\u2013\u2014]+\s/

/** Whether a word may be free: by the words that bind, that terms limit, that call people, that go on. */
function isFree(
  text: string,
  tokens: readonly Token[],
  at: number,
  as: Free,
  marked: Marks<Uint8Array>,
  inName: Uint8Array,
): boolean {
  const { word = '', capital = false, start = 0 } = tokens[at] ?? {}
  if (marked.cleared[at] === 1) return true
  if (marked.binding[at] === 1 || word === OTHER_TERMS) return false
  // a size is part of a name: "Lumen 8B"
  const named = capital || /^(?:\{|\p{N}+\p{L})/u.test(word)
  if (!named && at > 0 && BREAK.test(text.slice(tokens[at - 1]?.end, start))) return false
  if (inName[at] === 1) return true
  if (marked.links[at] === 1 || marked.topics[at] === 1) return false
  return (
    as === 'who' ||
    (marked.people[at] === 0 && (as === 'plain' || (named && !/^\{(?:address|mail|file|license)\}$/.test(word))))
  )
}

/** The words of a sentence, and the text they are of: traditional Chinese letters are simplified ones. */
function wordsOf(sentence: string, knowledge: Knowledge): { text: string; tokens: readonly Token[] } {
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
function licensesIn(sentence: string, knowledge: Knowledge): readonly Named[] {
  return mentionsIn(sentence, knowledge).flatMap(({ id, start, end }) => {
    const license = resolveId(id, null, knowledge)
    if (license === null) return []
    return [{ start, end, token: isOpenClass(license.class) ? LICENSE : OTHER_TERMS }]
  })
}
