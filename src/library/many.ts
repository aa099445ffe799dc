import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { errorOf, type Told, type UnwashError } from '../error.ts'
import { ROOT } from '../knowledge/load.ts'
import type { Report } from '../report/report.ts'
import type { AuditOptions } from './options.ts'

/** What became of one release of many: its report, or why there is none. */
export type Audited =
  | { readonly target: string; readonly report: Report }
  | { readonly target: string; readonly error: UnwashError }

/** How to audit many releases; what is saved or signed off is of one. */
export interface AuditAllOptions extends Omit<AuditOptions, 'evidence' | 'signoff' | 'name'> {
  /** as many threads as there are processors, unless told */
  readonly threads?: number | undefined
}

/** What a thread is given to audit. @internal */
export interface Given {
  readonly target: string
  readonly options: Pick<AuditAllOptions, 'use' | 'on' | 'offline'>
}
/** What it answers. @internal */
export type Answered =
  | { readonly is: 'report'; readonly report: Report }
  | { readonly is: 'says'; readonly says: string }
  | { readonly is: 'trouble'; readonly told: Told }
  | { readonly is: 'broken'; readonly error: unknown }

const WORKER = new URL('dist/bin/audit-worker.js', ROOT)

/**
 * Audits many releases on all processors, each thread with its own copy of what is known, and gives each as it is done.
 * One that cannot be read is told with its error, and is no end to the others.
 * @example
 * for await (const one of auditAll(['examples/lumen-7b', './examples/nothing'], { threads: 1 }))
 *   console.log('report' in one ? one.report.term.id : one.error.code) // weights-available-ai not-found
 */
export async function* auditAll(
  targets: Iterable<string>,
  options: AuditAllOptions = {},
): AsyncGenerator<Audited, void, void> {
  const { threads = availableParallelism(), signal, progress, use, on, offline } = options
  const all = [...targets]
  const left = all.values()
  const done: Audited[] = []
  let wake = () => {}
  const failures: unknown[] = []
  let running = 0
  const workers = Array.from({ length: Math.max(1, Math.min(threads, all.length)) }, () => new Worker(WORKER))
  const stop = () => {
    failures.push(signal?.reason)
    wake()
  }
  signal?.addEventListener('abort', stop, { once: true })
  const give = (worker: Worker) => {
    const { value: target, done: none } = left.next()
    if (none) return
    running += 1
    const heard = (said: Answered) => {
      if (said.is === 'says') return progress?.({ target, says: said.says })
      worker.off('message', heard)
      running -= 1
      if (said.is === 'broken') failures.push(said.error)
      else if (said.is === 'report') done.push({ target, report: said.report })
      else done.push({ target, error: errorOf(said.told) })
      give(worker)
      wake()
    }
    worker.on('message', heard)
    worker.postMessage({ target, options: { use, on, offline } } satisfies Given)
  }
  try {
    if (signal?.aborted) throw signal.reason
    for (const worker of workers) {
      worker.on('error', error => {
        failures.push(error)
        wake()
      })
      give(worker)
    }
    while (running > 0 || done.length > 0) {
      if (failures.length > 0) break
      const next = done.shift()
      if (next) yield next
      else
        await new Promise<void>(resolve => {
          wake = resolve
        })
    }
    if (failures.length > 0) throw failures[0]
  } finally {
    signal?.removeEventListener('abort', stop)
    await Promise.all(workers.map(worker => worker.terminate()))
  }
}
