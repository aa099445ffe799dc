/** a line that is as long as this was broken because it was full */
const FULL = 55
/** a list item, a heading, a table row, or a line that is set apart by its indent */
const BEGINS = /^\s*(?:[-*•#|>]|\(?[a-z0-9]{1,4}[.)]\s|\p{Script=Han})|^\s{4,}\S/u

/** Whether a line of hard-wrapped text goes on in the next one, so that both can be set in the width there is. */
export function flowsOn(line: string, next: string | undefined): boolean {
  if (next === undefined || next.trim() === '' || line.trimEnd().length < FULL) return false
  return !BEGINS.test(next) && !/^\s*[|#]/.test(line)
}

/** The lines of a text, from 0, those together that go on. */
export function flowing(lines: readonly string[]): readonly (readonly [number, ...number[]])[] {
  const all: [number, ...number[]][] = []
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1]
    if (before !== undefined && flowsOn(before, line)) all.at(-1)?.push(at)
    else all.push([at])
  }
  return all
}
