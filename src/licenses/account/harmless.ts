import type { HarmlessKind } from '../../knowledge/harmless.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { once } from '../../once.ts'
import { type Machine, machineOf } from '../../wordings/machine.ts'
import { type Free, parsePattern } from '../../wordings/pattern.ts'
import { LICENSE, type Named, type Token, tokensOf } from '../../wordings/tokens.ts'
import { isOpenClass } from '../class.ts'
import { mentionsIn, resolveId } from '../names.ts'
import { simplified } from '../passages/simplified.ts'
import { isElsewhere, namesIn } from './free.ts'

/** what stands for terms that are not open, or lie elsewhere; no free word is it */
const OTHER_TERMS = '{terms}'
/** longer sentences are told harmless by no wording */
const LONGEST = 600

interface Wording {
  readonly is: HarmlessKind
  readonly words: string
}

/** What one language says. */
interface Tongue {
  readonly letters: RegExp
  readonly sentences: Machine
  readonly wordings: readonly Wording[]
}

const MARKED = ['binding', 'topics', 'people', 'links', 'cleared'] as const
type Marked = (typeof MARKED)[number]

interface Reader {
  readonly tongues: readonly Tongue[]
  /** of all languages together: what narrows in one does so in a sentence of another */
  readonly marking: Readonly<Record<Marked, Machine>>
}

const readerOf = once((knowledge: Knowledge): Reader => {
  const { harmless } = knowledge
  const marking = (key: Marked) =>
    machineOf(harmless.flatMap(language => language[key].map(words => parsePattern(words))))
  return {
    tongues: harmless.map(({ sentences, lists, letters }) => {
      const wordings = sentences.flatMap(({ is, words }) => words.map(words => ({ is, words })))
      return {
        letters: new RegExp(`^[\\p{N}{${letters.map(script => `\\p{Script=${script}}`).join('')}]`, 'u'),
        sentences: machineOf(wordings.map(({ words }) => parsePattern(words, lists))),
        wordings,
      }
    }),
    marking: {
      binding: marking('binding'),
      topics: marking('topics'),
      people: marking('people'),
      links: marking('links'),
      cleared: marking('cleared'),
    },
  }
})

/** What a sentence does that takes nothing, by the wordings of `knowledge/harmless`; null where none of them is it. */
export const harmlessKind = (sentence: string, knowledge: Knowledge): HarmlessKind | null =>
  harmlessWordings(sentence, knowledge)[0]?.is ?? null

/** All wordings of `knowledge/harmless` that a sentence is, as a whole. */
export function harmlessWordings(sentence: string, knowledge: Knowledge): readonly Wording[] {
  if (sentence.length > LONGEST) return []
  const { text, tokens } = wordsOf(sentence, knowledge)
  const { tongues, marking } = readerOf(knowledge)
  const free = freeWords(text, tokens, marking, knowledge)
  return tongues.flatMap(({ sentences, wordings, letters }) =>
    sentences
      .whole(tokens, (at, as) => letters.test(tokens[at]?.word ?? '') && free(at, as))
      .flatMap(number => wordings[number] ?? []),
  )
}

/** How many words of a sentence forbid, demand or narrow, or name what terms limit and are no part of a name. */
export function wordsOfTerms(sentence: string, knowledge: Knowledge): number {
  const { tokens } = wordsOf(sentence, knowledge)
  const { binding, topics, people } = readerOf(knowledge).marking
  const binds = binding.marks(tokens)
  const narrows = [topics.marks(tokens), people.marks(tokens)]
  const inName = namesIn(tokens, knowledge)
  return tokens.filter((_, at) => binds[at] === 1 || (narrows.some(marks => marks[at] === 1) && inName[at] === 0)).length
}

/** a mark behind which something new is said, unless a name follows */
const BREAK = /[;!?。；！？]|\s[-\u2013\u2014]+\s/

/** Which words may be free, and as what: by the words that bind, that terms limit, that call people, that go on. */
function freeWords(text: string, tokens: readonly Token[], marking: Reader['marking'], knowledge: Knowledge) {
  const [binds, narrows, people, links, cleared] = MARKED.map(key => marking[key].marks(tokens))
  const inName = namesIn(tokens, knowledge)
  return (at: number, as: Free): boolean => {
    const { word = '', capital = false, start = 0 } = tokens[at] ?? {}
    if (cleared?.[at] === 1) return true
    if (binds?.[at] === 1 || word === OTHER_TERMS) return false
    const named = capital || word.startsWith('{')
    if (!named && at > 0 && BREAK.test(text.slice(tokens[at - 1]?.end, start))) return false
    if (inName[at] === 1) return true
    if (links?.[at] === 1 || narrows?.[at] === 1) return false
    return as === 'who' || (people?.[at] === 0 && (as === 'plain' || named))
  }
}

/** The words of a sentence, and the text they are of: traditional Chinese letters are simplified ones. */
function wordsOf(sentence: string, knowledge: Knowledge): { text: string; tokens: readonly Token[] } {
  const folded = simplified(sentence)
  const text = folded.length === sentence.length ? folded : sentence
  const elsewhere = isElsewhere(knowledge)
  const tokens = tokensOf(text, licensesIn(text, knowledge)).map(token =>
    (token.word === '{address}' || token.word === '{file}') && elsewhere(text.slice(token.start, token.end))
      ? { ...token, word: OTHER_TERMS }
      : token,
  )
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
