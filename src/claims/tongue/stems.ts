import { seekerOf } from './seeker.ts'
import { alternativesOf, groupEnd, isDenial, isOptional, tokens } from './tokens.ts'

/** Letters that a text must have for a pattern to be found in it: one of each list. */
export type Stems = readonly (readonly string[])[]

/** The letters without which a pattern is not found: looking for them costs a hundredth of the pattern. */
export function stemsOf(pattern: string, spaced: boolean): Stems {
  const lists = tokens(pattern, spaced).flatMap(token => {
    if (/^(?:\^|\$|…|\.\.|_)$/.test(token) || isOptional(token) || isDenial(token)) return []
    const stems = token.startsWith('(') ? ofGroup(token, spaced) : ofWord(token)
    return stems.length > 0 && stems.every(stem => stem !== '') ? [stems] : []
  })
  // what rules out most texts is looked for first
  return lists.sort((one, other) => shortest(other) / other.length - shortest(one) / one.length)
}

/** Patterns that can be found in a text, by the letters in it. */
export interface Shelf {
  /** the numbers of those that a text, in lower case, has the letters of, ascending */
  readonly possible: (lower: string) => readonly number[]
}

/** The lists with each of their letters numbered, those not yet known after the others. */
export const numbered = (stems: Stems, numbers: Map<string, number>): readonly (readonly number[])[] =>
  stems.map(list =>
    list.map(stem => {
      const known = numbers.get(stem)
      if (known !== undefined) return known
      numbers.set(stem, numbers.size)
      return numbers.size - 1
    }),
  )

/** Patterns kept by the letters they need. */
export function shelve(patterns: readonly Stems[]): Shelf {
  const numbers = new Map<string, number>()
  const needs = patterns.map(stems => numbered(stems, numbers))
  const always = patterns.flatMap((lists, at) => (lists.length === 0 ? [at] : []))
  // each pattern is looked at where one of its rarest letters is found
  const byStem: number[][] = [...numbers.keys()].map(() => [])
  patterns.forEach((lists, at) => {
    for (const stem of new Set(rarest(lists))) byStem[numbers.get(stem) ?? 0]?.push(at)
  })
  const seek = seekerOf([...numbers.keys()])
  return {
    possible: lower => {
      const { seen, found } = seek(lower)
      if (found.length === 0) return always
      const chosen = new Set(always)
      for (const stem of found)
        for (const at of byStem[stem] ?? [])
          if (!chosen.has(at) && needs[at]?.every(list => list.some(one => seen[one] === 1))) chosen.add(at)
      return chosen.size > 1 ? [...chosen].sort((one, other) => one - other) : [...chosen]
    },
  }
}

/** The list that rules out most texts. */
export function rarest(stems: Stems): readonly string[] {
  return [...stems].sort((one, other) => shortest(other) - shortest(one))[0] ?? []
}

const shortest = (list: readonly string[]) => Math.min(...list.map(weightOf))

/** a character of a script without spaces says as much as three letters */
const weightOf = (stem: string) => [...stem].reduce((sum, char) => sum + (char > '\u2e80' ? 3 : 1), 0)

function ofGroup(token: string, spaced: boolean): readonly string[] {
  const end = groupEnd(token, 0)
  // `(surpass|exceed)~`, unless the stem itself may be left out
  if (end < token.length)
    return /[?*]/.test(token[end] ?? '') ? [] : alternativesOf(token.slice(1, end - 1)).flatMap(ofWord)
  return alternativesOf(token.slice(1, -1)).flatMap(part => {
    const lists = stemsOf(part, spaced)
    return lists.length > 0 ? rarest(lists) : ['']
  })
}

/** The longest piece of a word that is written out: `licen(c|s)e` has `licen`, `open-source` both words. */
function ofWord(token: string): readonly string[] {
  const pieces = token
    .replace(/\([^()]*(?:\([^()]*\)[^()]*)*\)\??/g, ' ')
    .replace(/[~?]/g, ' ')
    .toLowerCase()
    .split(/[\s-]+/)
  const longest = pieces.sort((one, other) => weightOf(other) - weightOf(one))[0] ?? ''
  return [longest]
}
