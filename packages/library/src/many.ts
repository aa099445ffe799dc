import { availableParallelism } from 'node:os'
import { ReadableStream } from 'node:stream/web'
import { errorOf, type ToldError, type UnwashError } from '@unwash/core/error'
import type { Report } from '@unwash/core/report/report'
import { ROOT } from '@unwash/knowledge/load'
import type { AuditOptions } from './options.ts'
import { threadsFor } from './threads/pool.ts'

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
export interface GivenTarget {
  readonly target: string
  readonly options: Pick<AuditAllOptions, 'use' | 'on' | 'offline'>
}
/** What it answers: an error would lose its kind on the way. @internal */
export type Answered = { readonly report: Report } | { readonly trouble: ToldError }

const WORK = new URL('dist/bin/audit-worker.js', ROOT)

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
  const work = threadsFor<GivenTarget, Answered, string>({
    work: WORK,
    most: Math.max(1, Math.min(threads, all.length)),
  })
  const audited = async (target: string): Promise<Audited> => {
    const told = (says: string) => progress?.({ target, says })
    const answered = await work.run({ target, options: { use, on, offline } }, { told, ...(signal ? { signal } : {}) })
    return 'report' in answered ? { target, ...answered } : { target, error: errorOf(answered.trouble) }
  }
  try {
    yield* new ReadableStream<Audited>({
      start: given => {
        Promise.all(all.map(async target => given.enqueue(await audited(target)))).then(
          () => given.close(),
          error => given.error(error),
        )
      },
    })
  } finally {
    await work.close()
  }
}
