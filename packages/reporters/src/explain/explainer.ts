import type { Measurement } from '@unwash/core/frameworks/explain'
import type { Dated, Knowledge } from '@unwash/core/knowledge/knowledge'
import { ANSWERS } from '@unwash/core/report/vocabulary'
import { type Line, lines, look, type Page, type Section } from '../page.ts'
import { count } from '../words/counts.ts'
import { ANSWER_LABELS } from '../words/labels.ts'

/** One kind of thing that can be explained. */
export interface Explainer {
  /** words it answers to, for suggestions */
  words(knowledge: Knowledge): readonly string[]
  /** what the word means; null when it is no word of this kind */
  explain(word: string, knowledge: Knowledge): Page | null
}

/** A word as it is compared: without case, and with one hyphen for any spaces and punctuation. */
export function comparedWord(word: string): string {
  return word
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(part => part !== '')
    .join('-')
}

/** Where a fact was read and when, and since when it applies. */
export function sourceLines({ source, seenOn, effectiveFrom, effectiveTo }: Dated): readonly Line[] {
  const applies = [...(effectiveFrom ? [`from ${effectiveFrom}`] : []), ...(effectiveTo ? [`to ${effectiveTo}`] : [])]
  return [
    [look('faint', `Source: ${source}; seen ${seenOn}`)],
    ...(applies.length > 0 ? [[look('faint', `In effect ${applies.join(' ')}`)]] : []),
  ]
}

const HEADING = 'How often the program can answer'

/** How often it was answered without a person, with what it was measured on. */
export function measuredSection(measured: Measurement | null): readonly Section[] {
  if (!measured || measured.asked === 0) return []
  const { asked, answered, counts, releases, on } = measured
  const where = [look('faint', `Measured on ${count(releases, 'release')} that readers judged, ${on}`)]
  if (counts['not-applicable'] === asked)
    return [{ heading: HEADING, blocks: [lines(['It applied to none of them'], where)] }]
  const share = Math.round((100 * answered) / asked)
  const each = ANSWERS.flatMap(answer => (counts[answer] > 0 ? [`${counts[answer]} ${ANSWER_LABELS[answer]}`] : []))
  return [
    {
      heading: HEADING,
      blocks: [
        lines([look('strong', `${share} %`), ` without a person (${answered} of ${asked}): ${each.join(', ')}`], where),
      ],
    },
  ]
}

/** suggestions given */
const GIVEN = 3
/** longer words are no typing errors */
const LONGEST_TYPED = 80

/** The words most like a mistyped one, the nearest first; none when all are far from it. */
export function nearest(word: string, words: Iterable<string>): readonly string[] {
  const asked = word.toLowerCase()
  if (asked.length > LONGEST_TYPED) return []
  const within = Math.max(1, Math.floor(asked.length / 3))
  // one word in two spellings is one
  const spelled = new Map([...words].map(one => [one.toLowerCase(), one]))
  const scored = [...spelled.values()].flatMap(candidate => {
    const lower = candidate.toLowerCase()
    // a part of a longer name counts as near: "llama" for llama3.1
    const part = asked.length >= 3 && lower.includes(asked)
    const distance = part ? 1 - asked.length / lower.length : editDistance(asked, lower)
    return distance <= within ? [{ candidate, distance }] : []
  })
  return scored
    .sort((one, other) => one.distance - other.distance || (one.candidate < other.candidate ? -1 : 1))
    .slice(0, GIVEN)
    .map(({ candidate }) => candidate)
}

/** How many letters must be put in, left out, replaced or swapped to turn one word into the other. */
export function editDistance(one: string, other: string): number {
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let row = 1; row <= one.length; row++) {
    const current = [row]
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1]
      let least = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      )
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      if (swapped) least = Math.min(least, (before[column - 2] ?? 0) + 1)
      current.push(least)
    }
    before = last
    last = current
  }
  return last[other.length] ?? 0
}
