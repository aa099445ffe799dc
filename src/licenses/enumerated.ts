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
