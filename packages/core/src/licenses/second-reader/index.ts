import type { Surface } from '../../sentences/index.ts'
import { type Features, featuresOf, GROUPS, type ReadPassage, roomFor } from './features.ts'
import { decodeWeights, type Weights } from './weights.ts'

/** the group of words alone and in a row */
const GRAMS = 0

/** a letter alone, as in a word that is spaced out, is no word that is known */
const SPACED = /^[\p{Script=Latin}\p{Script=Cyrillic}]$/u
const SHORT_WORDS = new Set(['a', 'i', 'e', 'o', 'y', 'à', 'é', 'è', 'ó', 'и', 'в', 'с', 'к', 'о', 'у', 'я', 'а'])

/**
 * Which part of the words of a text in lower case, from 0 to 1, the reader has met: of a language that it was not
 * taught it knows next to none.
 */
function familiarity(text: string, { count, ids, from, to, group }: Features, isMet: (id: number) => boolean): number {
  let words = 0
  let met = 0
  for (let at = 0; at < count; at++) {
    // grams of the same first word follow each other, the word alone before all
    if (group[at] !== GRAMS || (at > 0 && from[at] === from[at - 1] && to[at]! > to[at - 1]!)) continue
    words++
    const word = text.slice(from[at], to[at])
    if (isMet(ids[at]!) && (!SPACED.test(word) || SHORT_WORDS.has(word))) met++
  }
  return words === 0 ? 0 : met / words
}

/** leading bits by which a number is looked up */
const BITS = 16

/**
 * Finds the place of a number in a list of distinct ones in ascending order; -1 where it is not. They are spread
 * evenly, so that few begin with the same bits.
 */
export const numberIndex = (numbers: Uint32Array): ((number: number) => number) => {
  const shift = Math.max(0, 32 - BITS - Math.clz32(numbers.at(-1) ?? 0))
  /** by leading bits, where the numbers with these begin; one more tells the end */
  const begins = new Uint32Array((1 << BITS) + 1)
  for (let place = 0; place < numbers.length; place++) begins[(numbers[place]! >>> shift) + 1]!++
  for (let bits = 0; bits < 1 << BITS; bits++) begins[bits + 1]! += begins[bits]!
  return number => {
    const bits = number >>> shift
    const end = begins[bits + 1] ?? 0
    for (let place = begins[bits] ?? 0; place < end; place++) if (numbers[place] === number) return place
    return -1
  }
}

/** An answer that the second reader gives to one of its questions. */
export interface SecondAnswer {
  /** the logarithm of the odds that it has learned; an answer is given from the threshold of its question */
  readonly score: number
}

/** A kind of clause that may be in a passage. */
interface PossibleKind extends SecondAnswer {
  readonly kind: string
}

/** What the second reader takes a passage for. It decides nothing: what wordings do not find is to be looked at. */
interface SecondReading {
  /** the kinds that may be there, the likeliest first: where something is taken also those that are less likely */
  readonly possible: readonly PossibleKind[]
  /**
   * Whether the sentence takes something: whether it removes a right to use, study, change or share the work, what it
   * makes or what is made of it; ties such a right to a person, purpose, place, number, time, payment, policy or
   * approval; or gives the licensor a say over it later (to end, change, watch or switch off). What approved open
   * source licenses ask takes nothing by this measure: notices, credit, the same license, source, no use of names and
   * marks, an end upon breach or a suit over patents, no warranty. Null where nothing speaks for it.
   */
  readonly takes: SecondAnswer | null
  /**
   * whether it is as good as certain that the sentence takes nothing: no kind speaks against it, its words are known
   */
  readonly nothing: boolean
}

/** What the second reader takes a sentence of a card, README or another text that is no legal one for. */
export interface ProseReading extends SecondAnswer {
  /**
   * Whether it takes something from whoever uses what is released. `certain`: next to no README of an open release has
   * such a sentence; `suspicious`: one in five has. Chosen so: `knowledge/second-reader/thresholds.yml`.
   */
  readonly is: 'certain' | 'suspicious' | 'nothing'
  /** the score of the same question, as it is asked of legal texts */
  readonly legal: number
  /** the kinds of clauses that it may be, the likeliest first */
  readonly kinds: readonly string[]
}

/** A reader that has learned from labelled sentences. */
export interface SecondReader {
  /** The kinds of clauses that it was taught. */
  readonly kinds: readonly string[]
  read(passage: ReadPassage): SecondReading
  /** The score of every kind in their order, and last of whether it takes something: for measuring. */
  scores(passage: ReadPassage): Float64Array
  /**
   * Whether a sentence of prose takes something. Most of a README takes nothing and yet says "must" and "only", of
   * programs, shapes and sizes: this answer has learned from such sentences, the one of `read` from legal ones alone.
   * The heading says nothing to it: what restricts does so under any. Where no surface is told, it is `prose`.
   */
  prose(passage: ReadPassage & { readonly surface?: Surface }): ProseReading
}

/** The question that is asked beside the kinds. */
export const TAKES = 'takes'
/** The same question, asked of a sentence of prose. */
export const TAKES_IN_PROSE = 'takes-in-prose'

/** A passage longer than this is read in stretches that overlap: a long sentence drowns what one part of it says. */
export const STRETCH = 1_500
const OVERLAP = 200
/** a sentence of which fewer words are known is in a language that was not taught, or of names */
const FAMILIAR = 0.6

/** The second reader that the build trained, from its file. */
export const secondReader = (file: Uint8Array): SecondReader => secondReaderOf(decodeWeights(file))

/** The same, made when it is first asked for: most texts need no second opinion. */
export const secondOpinion = (file: Uint8Array): (() => SecondReader) => {
  let reader: SecondReader | undefined
  return () => {
    reader ??= secondReader(file)
    return reader
  }
}

/** The second reader with these weights. */
export const secondReaderOf = (weights: Weights): SecondReader => {
  const { outputs, bias, cells, scales, shares, starts, steps, thresholds } = weights
  const place = numberIndex(weights.ids)
  const room = roomFor(STRETCH)
  /** the number of the stretch in which a feature was last counted: each counts once */
  const counted = new Uint32Array(weights.ids.length)
  let stretch = 0

  /** what the features of each group say, by output, in whole steps */
  const sums = GROUPS.map(() => new Int32Array(outputs.length))

  /** Adds up what the features say. */
  const scoreOf = (features: Features): Float64Array => {
    stretch++
    for (const sum of sums) sum.fill(0)
    for (let at = 0; at < features.count; at++) {
      const row = place(features.ids[at]!)
      if (row < 0 || counted[row] === stretch) continue
      counted[row] = stretch
      const sum = sums[features.group[at]!]!
      const end = starts[row + 1]!
      for (let cell = starts[row]!; cell < end; cell++) sum[cells[cell]!]! += steps[cell]!
    }
    const worth = worthOf(features, shares)
    const scores = new Float64Array(bias.length)
    for (let output = 0; output < bias.length; output++) {
      let steps = 0
      for (let group = 0; group < sums.length; group++) steps += sums[group]![output]! * worth[group]!
      scores[output] = bias[output]! + steps * scales[output]!
    }
    return scores
  }

  /** what was read last: a sentence is asked several questions, one after the other */
  let last: { passage: ReadPassage; scores: Float64Array; begins: Uint32Array } | undefined

  /** Per output the best of all stretches, and where that begins. */
  const best = (passage: ReadPassage): { scores: Float64Array; begins: Uint32Array } => {
    if (last && isSame(last.passage, passage)) return last
    const scores = new Float64Array(outputs.length).fill(Number.NEGATIVE_INFINITY)
    const begins = new Uint32Array(outputs.length)
    for (let from = 0; from === 0 || from + OVERLAP < passage.text.length; from += STRETCH - OVERLAP) {
      const own = scoreOf(stretchOf(passage, from))
      for (let output = 0; output < outputs.length; output++) {
        if (own[output]! <= scores[output]!) continue
        scores[output] = own[output]!
        begins[output] = from
      }
    }
    last = { passage, scores, begins }
    return last
  }

  const stretchOf = (passage: ReadPassage, from: number): Features =>
    featuresOf(passage, from, Math.min(passage.text.length, from + STRETCH), weights.modality, room)

  const kinds = outputs.filter(output => output !== TAKES && output !== TAKES_IN_PROSE)
  const taking = outputs.indexOf(TAKES)
  const inProse = outputs.indexOf(TAKES_IN_PROSE)

  /** whether a feature is one of legal sentences: what only those of READMEs have tells nothing of terms */
  const isMet = (id: number): boolean => {
    const row = place(id)
    return row >= 0 && cells[starts[row]!] !== inProse
  }

  /** the kinds that may be there; in a sentence that takes something also those that are less likely */
  const possibleOf = (scores: Float64Array, isTaking: boolean): readonly PossibleKind[] => {
    const possible: PossibleKind[] = []
    for (const [output, kind] of kinds.entries()) {
      const score = scores[output]!
      if (score >= (isTaking ? thresholds.kinds[output]! : thresholds.sure)) possible.push({ kind, score })
    }
    return possible.sort((one, other) => other.score - one.score)
  }

  return {
    kinds,
    scores: passage => best(lowered(passage)).scores.slice(0, kinds.length + 1),
    read: passage => {
      const lower = lowered(passage)
      const { scores, begins } = best(lower)
      const score = scores[taking]!
      const isTaking = score >= thresholds.takes
      const possible = possibleOf(scores, isTaking)
      return {
        possible,
        takes: isTaking ? { score } : null,
        nothing:
          score <= thresholds.nothing &&
          possible.length === 0 &&
          familiarity(lower.text, stretchOf(lower, begins[taking]!), isMet) >= FAMILIAR,
      }
    },
    prose: ({ surface = 'prose', ...passage }) => {
      const { scores } = best(lowered(passage))
      const score = (scores[inProse] ?? Number.NEGATIVE_INFINITY) + (weights.surfaces[surface] ?? 0)
      const { certain, suspicious } = thresholds.prose
      const is = score >= certain ? 'certain' : score >= suspicious ? 'suspicious' : 'nothing'
      return {
        score,
        legal: scores[taking]!,
        is,
        kinds: possibleOf(scores, is !== 'nothing' || scores[taking]! >= thresholds.takes).map(({ kind }) => kind),
      }
    },
  }
}

const isSame = (one: ReadPassage, other: ReadPassage): boolean =>
  one.text === other.text && one.heading === other.heading && one.lead === other.lead

/** In lower case, where that keeps every letter in its place. */
export const lowered = ({ text, heading, lead }: ReadPassage): ReadPassage => {
  const lower = text.toLowerCase()
  return {
    text: lower.length === text.length ? lower : text,
    heading: heading.toLowerCase(),
    lead: lead.toLowerCase(),
  }
}

/** What one feature of each group is worth: all of a group together are of one length. */
const worthOf = ({ count, group }: Features, shares: readonly number[]): Float64Array => {
  const sizes = new Float64Array(GROUPS.length)
  for (let at = 0; at < count; at++) sizes[group[at]!]!++
  return sizes.map((size, at) => (size === 0 ? 0 : shares[at]! / Math.sqrt(size)))
}
