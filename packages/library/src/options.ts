import { invalid } from '@unwash/core/error'
import type { KnownUses } from '@unwash/core/knowledge/schemas/uses'
import { readUse, type StatedUse } from '@unwash/core/uses/stated'
import type { OpenOptions } from '@unwash/sources/source'

/** A use as a program states it; what may stand in `actions` is what `--use` takes. */
export interface UseGiven {
  readonly actions?: readonly string[]
  /** a month */
  readonly users?: number
  /** a year */
  readonly revenue?: number
}

/** What is going on, for whoever waits. */
export interface Progress {
  /** what is being read */
  readonly target: string
  /** in a few words */
  readonly says: string
}

/** What every reading takes. */
export interface ReadingOptions {
  /** ends it early: it throws the signal's reason */
  readonly signal?: AbortSignal | undefined
  /** told of what it waits for */
  readonly progress?: ((progress: Progress) => void) | undefined
}

/** How to audit a release. */
export interface AuditOptions extends ReadingOptions {
  /** a use for which the report says what the terms mean: `commercial,eu,users=2e8`, or the same as an object */
  readonly use?: string | UseGiven | undefined
  /** a day gone by, ISO, as of which it is read */
  readonly on?: string | undefined
  /** what it is called, `org/model`, where nothing in it says so */
  readonly name?: string | undefined
  /** asks no hub: what one gave before is read again */
  readonly offline?: boolean | undefined
  /** a file to save in what was read, to be judged again */
  readonly evidence?: string | undefined
  /** a file of what people signed off */
  readonly signoff?: string | undefined
}

/** The use that an option states. Throws an UnwashError that lists what may be stated. @internal */
export function useOf(given: AuditOptions['use'], known: KnownUses, what = 'no use is called'): StatedUse | null {
  if (given === undefined) return null
  const words = typeof given === 'string' ? given : spelled(given)
  const use = readUse(words, known)
  if ('wrong' in use) throw invalid(what, use.wrong, use.expected)
  return use
}

const spelled = ({ actions = [], users, revenue }: UseGiven): string =>
  [
    ...actions,
    ...(users === undefined ? [] : [`users=${users}`]),
    ...(revenue === undefined ? [] : [`revenue=${revenue}`]),
  ].join(',')

/** The options that sources take, of those that a reading has. @internal */
export const openingOf = (
  { signal, progress }: ReadingOptions,
  target: string,
): Pick<OpenOptions, 'signal' | 'tell'> => ({
  signal,
  ...(progress ? { tell: says => progress({ target, says }) } : {}),
})
