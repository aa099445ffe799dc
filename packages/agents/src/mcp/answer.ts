import { UnwashError } from '@unwash/core/error'
import * as z from 'zod'

/** How the result of a tool is shown. */
export const format = z
  .enum(['markdown', 'json'])
  .default('markdown')
  .describe('markdown to read, json for the whole report with every citation')

/** A reporter by its id. Throws where a list lacks one that every list has. */
export function pick<R extends { readonly id: string }>(all: readonly R[], id: string): R {
  const found = all.find(one => one.id === id)
  if (!found) throw new Error(`no reporter is called ${id}`)
  return found
}

/** A text as the answer of a tool; trouble that the caller can mend is an answer too. */
export async function answer(say: () => Promise<string>) {
  try {
    return { content: [{ type: 'text' as const, text: await say() }] }
  } catch (error) {
    if (!(error instanceof UnwashError)) throw error
    return { content: [{ type: 'text' as const, text: error.message }], isError: true }
  }
}
