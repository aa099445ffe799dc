import type { HarmlessKind } from '../../knowledge/harmless.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { type Machine, machineOf } from '../../wordings/machine.ts'
import { parsePattern } from '../../wordings/pattern.ts'
import { LICENSE, type Named, type Token, tokensOf } from '../../wordings/tokens.ts'
import { isOpenClass } from '../class.ts'
import { mentionsIn, resolveId } from '../names.ts'

/** longer sentences are told harmless by no wording */
const LONGEST = 600
/** this part of the words of a sentence are small where names stand out */
const SMALL_LETTERS = 0.4

interface Reader {
  readonly sentences: Machine
  /** by pattern: what it is */
  readonly kinds: readonly HarmlessKind[]
  readonly binding: Machine
  readonly topics: Machine
}

const readers = new WeakMap<Knowledge, Reader>()

function readerOf(knowledge: Knowledge): Reader {
  const known = readers.get(knowledge)
  if (known !== undefined) return known
  const wordings = knowledge.harmless.flatMap(({ sentences }) =>
    sentences.flatMap(({ is, words }) => words.map(pattern => ({ is, pattern: parsePattern(pattern) }))),
  )
  const machine = (list: readonly string[]) => machineOf(list.map(parsePattern))
  const reader = {
    sentences: machineOf(wordings.map(({ pattern }) => pattern)),
    kinds: wordings.map(({ is }) => is),
    binding: machine(knowledge.harmless.flatMap(language => language.binding)),
    topics: machine(knowledge.harmless.flatMap(language => language.topics)),
  }
  readers.set(knowledge, reader)
  return reader
}

/** What a sentence does that takes nothing, by the wordings of `knowledge/harmless`; null where none of them is it. */
export function harmlessKind(sentence: string, knowledge: Knowledge): HarmlessKind | null {
  if (sentence.length > LONGEST) return null
  const tokens = tokensOf(sentence, openLicenses(sentence, knowledge))
  if (tokens.length === 0) return null
  const { sentences, kinds, binding, topics } = readerOf(knowledge)
  const binds = binding.marks(tokens)
  const narrows = topics.marks(tokens)
  const inName = namesIn(tokens)
  const found = sentences.whole(tokens, at => binds[at] === 0 && (narrows[at] === 0 || inName[at] === 1))
  return found === null ? null : (kinds[found] ?? null)
}

/** How many words of a sentence forbid, demand or narrow, or name what terms limit and are no part of a name. */
export function wordsOfTerms(sentence: string, knowledge: Knowledge): number {
  const tokens = tokensOf(sentence, openLicenses(sentence, knowledge))
  const { binding, topics } = readerOf(knowledge)
  const binds = binding.marks(tokens)
  const narrows = topics.marks(tokens)
  const inName = namesIn(tokens)
  return tokens.filter((_, at) => binds[at] === 1 || (narrows[at] === 1 && inName[at] === 0)).length
}

/** Where a sentence names an open license. */
function openLicenses(sentence: string, knowledge: Knowledge): readonly Named[] {
  return mentionsIn(sentence, knowledge).flatMap(({ id, start, end }) => {
    const license = resolveId(id, null, knowledge)
    return license !== null && isOpenClass(license.class) ? [{ start, end, token: LICENSE }] : []
  })
}

/** The words that are written as parts of a name: two or more with capitals in a row, in a sentence of small letters. */
function namesIn(tokens: readonly Token[]): Uint8Array {
  const names = new Uint8Array(tokens.length)
  const small = tokens.filter(({ capital, word }) => !capital && /^[a-z]/.test(word)).length
  if (small < tokens.length * SMALL_LETTERS) return names
  for (let from = 1; from < tokens.length; from++) {
    if (!tokens[from]?.capital) continue
    let to = from
    while (tokens[to]?.capital) to++
    if (to - from > 1) names.fill(1, from, to)
    from = to
  }
  return names
}
