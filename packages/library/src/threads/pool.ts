import { Worker } from 'node:worker_threads'
import { ROOT } from '@unwash/knowledge/load'
import type { ThreadSaid } from './thread.ts'

/** Threads that do one thing at a time each. What finds none free waits, and begins in the order it came. */
export interface Threads<Task, Answer, Told> {
  /**
   * Gives what a thread answers, or throws what it throws. Given up by its signal, it throws the reason: what waits is
   * not begun, what was begun is ended with its thread.
   */
  run(task: Task, how?: { readonly signal?: AbortSignal; readonly told?: (says: Told) => void }): Promise<Answer>
  /** Ends all threads, whatever they are at. */
  close(): Promise<void>
}

interface ThreadsOptions {
  /** the built file whose default export does the work */
  readonly work: URL
  /** how many threads there may be; each begins when it is needed */
  readonly most: number
  /** megabytes of one thread; one that takes more is ended */
  readonly memory?: number
  /** milliseconds after which a thread that has nothing to do ends, and how many stay */
  readonly idle?: number
  readonly stay?: number
}

interface GivenTask<Task, Answer, Told> {
  readonly task: Task
  readonly told: ((says: Told) => void) | undefined
  readonly done: (answer: Answer) => void
  readonly failed: (error: unknown) => void
}

interface Thread<Task, Answer, Told> {
  readonly worker: Worker
  at: GivenTask<Task, Answer, Told> | null
  ending?: NodeJS.Timeout | undefined
}

/** what the build made of thread.ts */
const THREAD = new URL('dist/bin/thread.js', ROOT)

/** Makes room for so many threads. */
export function threadsFor<Task, Answer, Told = never>(options: ThreadsOptions): Threads<Task, Answer, Told> {
  const { work, most, memory, idle, stay = 0 } = options
  const threads = new Set<Thread<Task, Answer, Told>>()
  const waiting = new Set<GivenTask<Task, Answer, Told>>()

  const end = (thread: Thread<Task, Answer, Told>) => {
    threads.delete(thread)
    clearTimeout(thread.ending)
    return thread.worker.terminate()
  }
  const start = () => {
    const resourceLimits = memory === undefined ? {} : { maxOldGenerationSizeMb: memory }
    const thread: Thread<Task, Answer, Told> = {
      worker: new Worker(THREAD, { workerData: work.href, resourceLimits }),
      at: null,
    }
    threads.add(thread)
    const lost = (error: unknown) => {
      thread.at?.failed(error)
      thread.at = null
      void end(thread)
      next()
    }
    thread.worker.on('error', lost)
    thread.worker.on('exit', () => lost(new Error('a thread ended early')))
    thread.worker.on('message', (said: ThreadSaid<Answer, Told>) => {
      if (said.is === 'told') return thread.at?.told?.(said.says)
      const { at } = thread
      thread.at = null
      if (said.is === 'answer') at?.done(said.answer)
      else at?.failed(said.error)
      next()
      if (thread.at === null && idle !== undefined)
        thread.ending = setTimeout(() => threads.size > stay && end(thread), idle).unref()
    })
    return thread
  }
  const next = () => {
    for (const given of waiting) {
      const free = [...threads].find(({ at }) => at === null) ?? (threads.size < most ? start() : null)
      if (free === null) return
      waiting.delete(given)
      clearTimeout(free.ending)
      free.at = given
      free.worker.postMessage(given.task)
    }
  }
  return {
    async run(task, { signal, told } = {}) {
      signal?.throwIfAborted()
      let stop = () => {}
      return new Promise<Answer>((done, failed) => {
        const given = { task, told, done, failed }
        stop = () => {
          failed(signal?.reason)
          waiting.delete(given)
          for (const thread of threads) if (thread.at === given) void end(thread)
          next()
        }
        signal?.addEventListener('abort', stop, { once: true })
        waiting.add(given)
        next()
      }).finally(() => signal?.removeEventListener('abort', stop))
    },
    async close() {
      const why = new Error('the threads were ended')
      for (const { failed } of waiting) failed(why)
      waiting.clear()
      for (const { at } of threads) at?.failed(why)
      await Promise.all([...threads].map(end))
    },
  }
}
