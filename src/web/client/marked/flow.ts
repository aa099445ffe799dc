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
export function stretches(flows: readonly boolean[]): readonly (readonly [from: number, to: number])[] {
  const all: [number, number][] = []
  let from = 0
  for (let at = 0; at < flows.length; at++) {
    if ((flows[at] || at + 1 - from < STRETCH) && at + 1 < flows.length) continue
    all.push([from, at + 1])
    from = at + 1
  }
  return all
}

/** The paragraphs of some lines: a line, and those that go on with it. */
export function paragraphs(
  flows: readonly boolean[],
  from: number,
  to: number,
): readonly (readonly [number, number])[] {
  const all: [number, number][] = []
  let begin = from
  for (let at = from; at < to; at++) {
    if (flows[at] && at + 1 < to) continue
    all.push([begin, at + 1])
    begin = at + 1
  }
  return all
}
