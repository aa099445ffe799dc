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
