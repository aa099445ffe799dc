import { type Allowed, type Came, readBy } from '@unwash/agents/reader/read'
import { limitTo } from '@unwash/core/at-once'
import { UnwashError } from '@unwash/core/error'
import type { Known } from '@unwash/core/licenses/known'
import type { Release } from '@unwash/core/release/release'
import type { Reading } from '@unwash/core/report/question'
import { sha256 } from '@unwash/sources/hash'
import { hub } from '@unwash/sources/hub/index'
import type { Pool } from './pool.ts'
import { counter, type SurveyProgress } from './progress.ts'
import type { Ready } from './store/pack.ts'
import type { Facts } from './store/rows.ts'
import type { Failure, Run, Store } from './store/store.ts'
import type { Target, Targets } from './targets/index.ts'
import type { Outcome } from './task.ts'

/** How a survey is made. */
interface SurveyOptions {
  readonly run: Run
  readonly targets: Targets
  readonly store: Store
  readonly pool: Pool
  readonly signal: AbortSignal
  /** told after each release */
  readonly progress?: ((progress: SurveyProgress) => void) | undefined
  /** told of each target that failed */
  readonly failed?: ((target: string, failure: Failure) => void) | undefined
  /** no network: of a hub what was read before */
  readonly offline?: boolean | undefined
  /** told of a wait for a hub */
  readonly tell?: ((says: string) => void) | undefined
  /** targets that failed before are tried again */
  readonly again?: boolean | undefined
  /** a model to be asked what cannot be decided, with one limit for all releases */
  readonly model?: (Allowed & { told(came: Came): void }) | undefined
  /** what the list does not say of a target at a hub, such as the kind of its account */
  readonly factsOf?: ((target: Target) => Promise<Partial<Facts>>) | undefined
}

/** releases read at the same time from a hub: reading is waiting, and a hub counts requests */
const READ_AT_ONCE = 6

/**
 * Audits every target that is not settled yet in its run, and keeps what comes of it, batch by batch. When the signal
 * is given, what is done is kept and the signal's reason thrown. Memory does not grow with the number of targets.
 */
export async function survey(options: SurveyOptions): Promise<SurveyProgress> {
  const { run, targets, store, pool, signal, again } = options
  await store.begin(run)
  const settled = await store.settled(run.id, again ? 'done' : 'done or failed')
  const counts = counter(targets.total)
  const writer = writerOf(store, run.id)
  const reading = limitTo(READ_AT_ONCE)

  const settle = async (target: Target) => {
    const outcome = await auditedOf(target, options, work => reading.through(work))
    if (outcome.is === 'kept') await writer.keep(outcome.ready)
    else {
      await writer.fail(target.target, outcome.failure)
      options.failed?.(target.target, outcome.failure)
    }
    counts.count(outcome.is)
    options.progress?.(counts.progress)
  }

  // enough that neither threads nor a hub ever wait for the list
  const room = limitTo(pool.threads * 2 + READ_AT_ONCE)
  try {
    for await (const target of targets.each()) {
      signal.throwIfAborted()
      if (settled.has(target.target)) counts.count('before')
      else await room.enter(() => settle(target))
    }
    await room.empty()
    signal.throwIfAborted()
  } finally {
    // also when it is stopped: what is done is kept
    await room.empty().catch(() => {})
    await writer.flush()
  }
  return counts.progress
}

/** Audits a target; where a model is asked, again with what it answered. */
async function auditedOf(
  target: Target,
  options: SurveyOptions,
  inTurn: <T>(work: () => Promise<T>) => Promise<T>,
): Promise<Outcome> {
  const { run, pool, signal, model } = options
  const read = (await hub.accepts(target.target)) ? await readOf(target, options, inTurn) : { ...target, release: null }
  if ('is' in read) return read
  const audit = (readings: readonly Reading[]) =>
    pool.audit({ ...read, run: run.id, readings, asks: model !== undefined }, signal)
  const first = await audit([])
  if (model === undefined) return first
  const all: Reading[] = []
  const { state, ...came } = await readBy<Outcome>(
    first,
    {
      questions: outcome => (outcome.is === 'kept' ? outcome.questions : []),
      with(_, more) {
        all.push(...more)
        return audit(all)
      },
    },
    model,
  )
  model.told(came)
  return state
}

/** A target at a hub as it was read, or why it was not. */
async function readOf(
  { target, facts }: Target,
  { signal, offline, tell, factsOf }: SurveyOptions,
  inTurn: <T>(work: () => Promise<T>) => Promise<T>,
): Promise<(Target & { readonly release: Release }) | Outcome> {
  try {
    return await inTurn(async () => {
      const release = await hub.open(target, { signal, offline, tell })
      return { target, release, facts: { ...facts, ...(await factsOf?.({ target, facts })) } }
    })
  } catch (error) {
    signal.throwIfAborted()
    if (!(error instanceof UnwashError)) throw error
    return { is: 'failed', failure: { kind: 'unreadable', message: error.message } }
  }
}

/** Keeps what a survey comes to, many releases at once. */
interface Writer {
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
function writerOf(store: Store, run: string): Writer {
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

/** The run of a survey. The same source, unwash and knowledge are the same run: it goes on where it stopped. */
export function runOf(source: string, { version, knowledge }: Known): Run {
  const id = sha256([source, version, knowledge.version].join('\0')).slice(0, 12)
  return { id, startedAt: new Date().toISOString(), unwash: version, knowledge: knowledge.version, source }
}
