import type { Loaders } from '../../../knowledge/loaders.ts'
import type { Stretch } from './calls.ts'
import type { Tree } from './context.ts'

/**
 * What a call loads that names nothing: what is spread into it may name it, else it is what its library has for a task.
 * @param own what the library loads, where that is known
 * @param task the one the call is given, and its text where it is written there
 */
export function unnamed(
  { tokens, textAt }: Tree,
  list: readonly Stretch[],
  own: Loaders['defaults'][number] | undefined,
  task: { readonly text: string | null } | null,
): { readonly id: string | null; readonly why: string } | null {
  const spread = list.find(({ from }) => /^(?:\*|\.{1,3})$/.test(textAt(from)))
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

/** The library whose weights a call takes that builds a model: `models.resnet50(pretrained=True)`; null where it has none. */
export function builtBy(
  { tokens }: Tree,
  name: string,
  list: readonly Stretch[],
  { built }: Loaders,
  imported: (library: string) => boolean,
): string | null {
  const own = built.find(({ begins }) => begins.some(begin => name.startsWith(begin)))
  if (!own?.imports.some(imported)) return null
  const by = list.find(({ key }) => key === 'weights' || key === 'pretrained')
  const { is, text } = tokens[by?.from ?? -1] ?? {}
  // a constant of the library is told as that
  return (by ? text !== 'True' && is !== 'text' : own.told) ? null : own.host
}

/** Whether a call is told to load weights, or may be by what it is given. */
export const isPretrained = ({ tokens }: Tree, list: readonly Stretch[]): boolean =>
  list.some(({ key, from }) => {
    const { is, text = '' } = tokens[from] ?? {}
    return (key === null || key === 'pretrained') && is === 'word' && /^(?:True|[a-z]\w*)$/.test(text)
  })
