import type { Loaders } from '../../../knowledge/loaders.ts'
import type { Stretch } from './calls.ts'
import type { Token } from './lexer.ts'

/**
 * What a call loads that names nothing: what is spread into it may name it, else it is what its library has for a task.
 * @param own what the library loads, where that is known
 * @param task the one the call is given, and its text where it is written there
 */
export function unnamed(
  tokens: readonly Token[],
  list: readonly Stretch[],
  own: Loaders['defaults'][number] | undefined,
  task: { readonly text: string | null } | null,
): { readonly id: string | null; readonly why: string } | null {
  const spread = list.find(({ from }) => /^(?:\*|\.{1,3})$/.test(tokens[from]?.text ?? ''))
  if (spread && (own || list.length === 1)) {
    const words = tokens.slice(spread.from, spread.to).flatMap(({ is, text }) => (is === 'word' ? [text] : []))
    return { id: null, why: `its name may be in what is spread into the call (${words.join('.')})` }
  }
  if (spread || !own || !task) return null
  const { text } = task
  if (text === null)
    return { id: null, why: `no model is named, and ${own.library} loads its own for the task it is given` }
  const id = own.names[text] ?? own.names[text.split('_', 1)[0] ?? ''] ?? null
  const says = `no model is named: ${own.library} loads its own for "${text.slice(0, 60)}"`
  return id === null
    ? { id, why: `${says}, which is not known here` }
    : { id, why: `${says}, ${id} as of ${own.seenOn}; it moves with the library` }
}
