import type { Parser, PartialParse, Tree } from '@lezer/common'

/** milliseconds for a text of any size, and for each character: fifty times what code that people write takes */
const SOME = 500
const EACH = 0.01
/** entries of the stacks that a parser keeps when it goes several ways: twice those of the largest code seen, 300 MB */
const KEPT = 50_000_000
/** steps between two looks at the clock */
const STEPS = 256

/** Tells the milliseconds that were worked so far: of the processor where that can be told, so that who waits loses none. */
export type Worked = () => number

/** Parses a text; null where that takes more time or memory than any code that people write, or the parser fails. */
export function parseWithin(parser: Parser, content: string, worked: Worked): Tree | null {
  try {
    return parse(parser, content, worked)
  } catch {
    // it is not ours, and no text should make it fail: one that does costs itself
    return null
  }
}

function parse(parser: Parser, content: string, worked: Worked): Tree | null {
  const until = worked() + SOME + EACH * content.length
  const going = parser.startParse(content)
  let kept = 0
  for (let step = 1; ; step++) {
    const tree = going.advance()
    if (tree) return tree
    kept += keptBy(going)
    if (kept > KEPT || (step % STEPS === 0 && worked() > until)) return null
  }
}

/** What the ways of a parser that goes several keep; each copies the stack of the one that it left. */
function keptBy(going: PartialParse): number {
  const stacks = 'stacks' in going && Array.isArray(going.stacks) ? going.stacks : []
  if (stacks.length < 2) return 0
  let kept = 0
  for (const { stack } of stacks) kept += stack.length
  return kept
}
