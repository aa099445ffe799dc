import type { Passage } from './clause.ts'
import { countedIn } from './enumerated.ts'

/** The part of a Chinese sentence that a place stands in: "若用于商业目的，…，并不得修改" bans it for any purpose. */
export const clauseAt = (text: string, at: number): string => {
  const from = Math.max(text.lastIndexOf('，', at), text.lastIndexOf('；', at), text.lastIndexOf('。', at)) + 1
  const to = text.slice(at).search(/[，；。]/)
  return text.slice(from, to < 0 ? undefined : at + to)
}

/** the number of the first thing that is counted up */
const NUMBER = /[(（][^()（）]{1,4}[)）] ?$/

/**
 * A passage that counts things up, without the things that a place does not stand in, and the place in it: "you shall
 * not (a) hand it to anyone; (b) change it" reads "you shall not change it" at the second.
 */
export const standingAlone = (passage: Passage, at: number): readonly [Passage, number] => {
  const items = countedIn(passage.lower)
  const [first, second] = items
  const own = items.findLast(({ start }) => start <= at)
  if (first === undefined || second === undefined || own === undefined) return [passage, at]
  const head = passage.lower.slice(0, first.start).replace(NUMBER, '').length
  const cut = (text: string): string => text.slice(0, head) + text.slice(own.start, own.start + own.text.length)
  return [{ ...passage, text: cut(passage.text), lower: cut(passage.lower) }, head + at - own.start]
}
