import { UnwashError } from '../sources/error.ts'
import { hub } from '../sources/hub/index.ts'
import type { Facts, Failure, Run, Store } from '../store/store.ts'
import type { Pool } from './pool.ts'
import { counter, type Progress } from './progress.ts'
import { roomFor } from './room.ts'
import type { Target, Targets } from './targets/index.ts'
import type { Outcome } from './task.ts'
import { writerOf } from './writer.ts'

/** How a survey is made. */
export interface SurveyOptions {
  readonly run: Run
  readonly targets: Targets
  readonly store: Store
  readonly pool: Pool
  readonly signal: AbortSignal
  /** told after each release */
  readonly progress?: ((progress: Progress) => void) | undefined
  /** told of each target that failed */
  readonly failed?: ((target: string, failure: Failure) => void) | undefined
  /** no network: of a hub what was read before */
  readonly offline?: boolean | undefined
  /** told of a wait for a hub */
  readonly tell?: ((says: string) => void) | undefined
  /** targets that failed before are tried again */
  readonly again?: boolean | undefined
  /** what the list does not say of a target at a hub, such as the kind of its account */
  readonly factsOf?: ((target: Target) => Promise<Partial<Facts>>) | undefined
}

/** releases read at the same time from a hub: reading is waiting, and a hub counts requests */
const READ_AT_ONCE = 6

/**
 * Audits every target that is not settled yet in its run, and keeps what comes of it, batch by batch. When the signal
 * is given, what is done is kept and the signal's reason thrown. Memory does not grow with the number of targets.
 */
export async function survey(options: SurveyOptions): Promise<Progress> {
  const { run, targets, store, pool, signal, again } = options
  await store.begin(run)
  const settled = await store.settled(run.id, again ? 'done' : 'done or failed')
  const counts = counter(targets.total)
  const writer = writerOf(store, run.id)
  const reading = roomFor(READ_AT_ONCE)

  const settle = async (target: Target) => {
    const outcome = (await hub.accepts(target.target))
      ? await readThenAudited(target, options, work => reading.through(work))
      : await pool.audit({ run: run.id, ...target, release: null }, signal)
    if (outcome.is === 'kept') await writer.keep(outcome.ready)
    else {
      await writer.fail(target.target, outcome.failure)
      options.failed?.(target.target, outcome.failure)
    }
    counts.count(outcome.is)
    options.progress?.(counts.progress)
  }

  // enough that neither threads nor a hub ever wait for the list
  const room = roomFor(pool.threads * 2 + READ_AT_ONCE)
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

async function readThenAudited(
  target: Target,
  { run, pool, signal, offline, tell, factsOf }: SurveyOptions,
  inTurn: <T>(work: () => Promise<T>) => Promise<T>,
): Promise<Outcome> {
  try {
    const read = await inTurn(async () => {
      const release = await hub.open(target.target, { signal, offline, tell })
      return { release, facts: { ...target.facts, ...(await factsOf?.(target)) } }
    })
    return await pool.audit({ run: run.id, target: target.target, ...read }, signal)
  } catch (error) {
    signal.throwIfAborted()
    if (!(error instanceof UnwashError)) throw error
    return { is: 'failed', failure: { kind: 'unreadable', message: error.message } }
  }
}
