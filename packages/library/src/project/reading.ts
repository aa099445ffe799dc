import { Worker } from 'node:worker_threads'
import { errorOf, type ToldError, unreadable } from '@unwash/core/error'
import type { Note } from '@unwash/core/report/report'
import { ROOT } from '@unwash/knowledge/load'
import type { ReadProject } from '@unwash/project/project'
import type { FoundReferences } from '@unwash/project/references/find'
import { isOutOfMemory, worked } from '../threads/limits.ts'

/** What a thread is given to read. */
export interface AskedCodeBase {
  readonly target: string
  /** files whose references are not looked for: they ended a thread before */
  readonly without: readonly string[]
  readonly clock: SharedArrayBuffer
  /** whether code in Markdown is read, too */
  readonly fences: boolean
}

/** A code base as it was read, and what was found in it. */
export interface ReadCode {
  readonly read: ReadProject
  readonly found: FoundReferences
}

/** What a thread says. An error would lose its kind on the way. */
export type CodeBaseSaid =
  | { readonly is: 'listed'; readonly paths: readonly string[] }
  | ({ readonly is: 'read' } & ReadCode)
  | { readonly is: 'refused'; readonly told: ToldError }

/** Where the clock has how often a file was begun. */
export const BEGUN = 0
/** Where it has which of those listed it is. */
export const WHICH = 1
/** Where it has the milliseconds that it may take. */
export const MAY = 2

/**
 * What a thread begins with, and how many megabytes it may take: all texts that are read at once, and what is made of
 * them.
 */
const THREAD = { worker: new URL('dist/bin/project-worker.js', ROOT), memory: 2_048 }
/** milliseconds between two looks at the clock */
const LOOK = 50
/** files that may end a thread; a code base with more is made to */
const MOST_ENDED = 20

/**
 * Reads a code base in a thread of its own. A file that takes too much time or memory ends the thread; it is left out
 * with a note, and the others are read again without it.
 */
export async function readInThread(
  target: string,
  signal: AbortSignal,
  thread = THREAD,
  fences = false,
): Promise<ReadCode> {
  const left = new Map<string, string>()
  while (true) {
    const outcome = await inThread({ target, without: [...left.keys()], fences }, signal, thread)
    if (outcome.is === 'read') {
      const notes = [...left].map(([path, why]): Note => ({ says: `${path} was not read: ${why}`, path }))
      const { read, found } = outcome
      return { read, found: { ...found, notes: [...found.notes, ...notes] } }
    }
    if (left.size === MOST_ENDED)
      throw unreadable('too many files take too long to read in', target, `leave out ${[...left.keys()][0]} and such`)
    left.set(outcome.path, outcome.why)
  }
}

type Outcome =
  | ({ readonly is: 'read' } & ReadCode)
  | { readonly is: 'ended'; readonly path: string; readonly why: string }

function inThread(
  what: Omit<AskedCodeBase, 'clock'>,
  signal: AbortSignal,
  { worker: file, memory }: typeof THREAD,
): Promise<Outcome> {
  signal.throwIfAborted()
  const shared = new SharedArrayBuffer(12)
  const clock = new Int32Array(shared)
  const asked: AskedCodeBase = { ...what, clock: shared }
  const worker = new Worker(file, { workerData: asked, resourceLimits: { maxOldGenerationSizeMb: memory } })
  let paths: readonly string[] = []
  const ended = (why: string): Outcome | null => {
    const path = paths[Atomics.load(clock, WHICH)]
    return path === undefined ? null : { is: 'ended', path, why }
  }
  return new Promise<Outcome>((resolve, reject) => {
    let before = 0
    let since = worked()
    const timer = setInterval(() => {
      const begun = Atomics.load(clock, BEGUN)
      if (begun !== before) since = worked()
      before = begun
      const late = begun > 0 && worked() - since > Atomics.load(clock, MAY)
      const outcome = late ? ended('it takes too long') : null
      if (outcome) resolve(outcome)
    }, LOOK)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    worker.on('message', (said: CodeBaseSaid) => {
      if (said.is === 'listed') paths = said.paths
      else if (said.is === 'read') resolve(said)
      else reject(errorOf(said.told))
    })
    let failed: Error | null = null
    worker.on('error', error => {
      failed = error
    })
    // an error can be told before what the thread said ahead of it; when it has ended, all is told
    worker.on('exit', () => {
      clearInterval(timer)
      const error = failed ?? new Error('the thread that reads a project ended early')
      // whatever a file makes fail fails for that file
      const why = isOutOfMemory(error)
        ? `with it, more than ${memory} MB of memory were needed`
        : `reading it fails (${error.message.slice(0, 100)})`
      const outcome = failed && Atomics.load(clock, BEGUN) > 0 ? ended(why) : null
      if (outcome) resolve(outcome)
      else reject(error)
    })
  }).finally(() => worker.terminate())
}
