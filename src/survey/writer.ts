import type { Ready } from '../store/pack.ts'
import type { Failure, Store } from '../store/store.ts'

/** Keeps what a survey comes to, many releases at once. */
export interface Writer {
  keep(ready: Ready): Promise<void>
  fail(target: string, failure: Failure): Promise<void>
  /** Resolves when everything is kept. Throws what kept it from being so. */
  flush(): Promise<void>
}

/** releases that are kept together: what a sudden end makes a survey do again */
const BATCH = 100
/** milliseconds that a release waits for others at most */
const BATCH_TIME = 2_000

/** Writes into a store, batch by batch. When a batch could not be kept, every later call throws why. */
export function writerOf(store: Store, run: string): Writer {
  let batch: Ready[] = []
  let writing: Promise<void> = Promise.resolve()
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    const full = batch
    batch = []
    writing = writing.then(() => store.putAll(full))
    // told to whoever comes next
    writing.catch(() => {})
    return writing
  }
  return {
    flush,
    keep: async ready => {
      batch.push(ready)
      if (batch.length >= BATCH) return flush()
      timer ??= setTimeout(flush, BATCH_TIME)
    },
    fail: async (target, failure) => {
      await writing
      await store.fail(run, target, failure)
    },
  }
}
