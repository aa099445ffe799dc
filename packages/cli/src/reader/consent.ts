import { createInterface } from 'node:readline/promises'
import { costOf, type Price } from '@unwash/agents/reader/budget'
import type { Tokens } from '@unwash/agents/reader/prompt'
import { invalid } from '@unwash/core/error'
import { plain } from '@unwash/core/text/foreign'

/** What would be sent, and where. */
interface Estimate {
  readonly questions: number
  /** so many are asked in all; more than these where answers raise others, or releases are still to be read */
  readonly most: number
  readonly reader: string
  readonly at: string
  readonly tokens: Tokens
  readonly price: Price | null
}

/** Who is asked whether it may be sent. */
interface Person {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean | undefined }
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean | undefined }
}

/** Says what asking would take, in one sentence; no price is known that was not given. */
export function estimateInWords({ questions, most, reader, at, tokens, price }: Estimate): string {
  const number = (count: number) => count.toLocaleString('en')
  const cost = price === null ? 'no price was given' : `${costOf(tokens, price).toFixed(4)} at the price given`
  return (
    `${number(questions)} question${questions === 1 ? '' : 's'} for ${plain(reader)} at ${at}, and what the answers ` +
    `raise, ${number(most)} in all at most: about ${number(tokens.in)} tokens there and ${number(tokens.out)} back ` +
    `for these (four characters each); ${cost}`
  )
}

/**
 * Whether it may be sent: asked of whoever sits at the terminal. Throws an UnwashError where nobody does.
 */
export async function consented(estimate: Estimate, { input, output }: Person, signal: AbortSignal): Promise<boolean> {
  if (input.isTTY !== true || output.isTTY !== true)
    throw invalid('nobody is at a terminal to be asked about', estimate.reader, 'give --yes to send without it')
  output.write(`${estimateInWords(estimate)}.\n`)
  const lines = createInterface({ input, output, terminal: false })
  try {
    return /^\s*y(?:es)?\s*$/i.test(await lines.question('Send them? [y/N] ', { signal }))
  } finally {
    lines.close()
  }
}
