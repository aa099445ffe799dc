/** a line that is as long as this was broken because it was full */
const FULL = 55
/** a list item, a heading, a table row, or a line that is set apart by its indent */
const BEGINS = /^\s*(?:[-*•#|>]|\(?[a-z0-9]{1,4}[.)]\s|\p{Script=Han})|^\s{4,}\S/u

/** Whether a line of hard-wrapped text goes on in the next one, so that both can be set in the width there is. */
export function flowsOn(line: string, next: string | undefined): boolean {
  if (next === undefined || next.trim() === '' || line.trimEnd().length < FULL) return false
  return !BEGINS.test(next) && !/^\s*[|#]/.test(line)
}

/** lines of a stretch: about as many as a screen shows */
const STRETCH = 24

/** Stretches of a text, none of which ends where a line goes on: a browser lays out only those that are seen. */
export const stretches = (flows: readonly boolean[]): readonly Run[] =>
  runs(0, flows.length, (at, begin) => flows[at] === true || at + 1 - begin < STRETCH)

/** The paragraphs of some lines: a line, and those that go on with it. */
export const paragraphs = (flows: readonly boolean[], from: number, to: number): readonly Run[] =>
  runs(from, to, at => flows[at] === true)

type Run = readonly [from: number, to: number]

function runs(from: number, to: number, goesOn: (at: number, begin: number) => boolean): readonly Run[] {
  const all: Run[] = []
  let begin = from
  for (let at = from; at < to; at++) {
    if (at + 1 < to && goesOn(at, begin)) continue
    all.push([begin, at + 1])
    begin = at + 1
  }
  return all
}
