import type { Passage } from './clause.ts'

const MARK = /[(（](?:[a-z]|[ivx]{2,4}|\d{1,2})[)）] ?/g

/**
 * What of a sentence governs the words at a place: all of it, or, where it counts things up "(1) …; (2) …", the words
 * before the first of them and the one that the place is in.
 */
export const governing = (text: string, at: number): string => {
  const marks = [...text.matchAll(MARK)].map(({ index }) => index)
  const [first, second] = marks
  if (first === undefined || second === undefined || at < first) return text
  const start = marks.findLast(mark => mark <= at) ?? first
  const end = marks.find(mark => mark > at) ?? text.length
  return `${text.slice(0, first)} ${text.slice(start, end)}`
}

/** The things that a sentence counts up "(1) …; (2) …", each with the place where its words begin. */
export const countedIn = (text: string): readonly { readonly start: number; readonly text: string }[] => {
  const marks = [...text.matchAll(MARK)].map(mark => [mark.index, mark.index + mark[0].length] as const)
  return marks.map(([, start], place) => ({ start, text: text.slice(start, marks[place + 1]?.[0] ?? text.length) }))
}

/** The part of a Chinese sentence that a place stands in: "若用于商业目的，…，并不得修改" bans it for any purpose */
export const clauseAt = (text: string, at: number): string => {
  const from = Math.max(text.lastIndexOf('，', at), text.lastIndexOf('；', at), text.lastIndexOf('。', at)) + 1
  const to = text.slice(at).search(/[，；。]/)
  return text.slice(from, to < 0 ? undefined : at + to)
}

/**
 * A passage that counts things up, without the things that a place does not stand in, and the place in it: "you shall
 * not (a) hand it to anyone; (b) change it" reads "you shall not change it" at the second.
 */
export const standingAlone = (passage: Passage, at: number): readonly [Passage, number] => {
  const marks = [...passage.lower.matchAll(MARK)]
  const [first, second] = marks
  if (first === undefined || second === undefined || at < first.index) return [passage, at]
  const own = marks.findLast(({ index }) => index <= at) ?? first
  const start = own.index + own[0].length
  const end = marks.find(({ index }) => index > at)?.index ?? passage.lower.length
  const cut = (text: string): string => text.slice(0, first.index) + text.slice(start, end)
  return [{ ...passage, text: cut(passage.text), lower: cut(passage.lower) }, first.index + at - start]
}
