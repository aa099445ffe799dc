import { randomUUID } from 'node:crypto'
import { calledName } from '@unwash/reporters/words/counts'
import { releaseAddress } from '../addresses.ts'
import { Refusal } from './refusal.ts'
import type { Shelf } from './shelf.ts'
import { readTarget, type Target } from './target.ts'
import { Busy, type WorkPool, WorkTrouble } from './work/pool.ts'

/** How far an audit is. */
export type State =
  | { readonly status: 'waiting' | 'reading'; readonly says: string }
  | { readonly status: 'done'; readonly release: string; readonly revision: string | null; readonly address: string }
  | { readonly status: 'failed'; readonly says: string }

/** An audit that was asked for. */
export interface AuditJob {
  readonly id: string
  readonly target: string
  state(): State
  /** what was told of it until now, the last of it where that was much */
  steps(): readonly string[]
  /** Tells of every state from now on, until the returned function is called. */
  watch(told: (state: State) => void): () => void
}

/** The audits that were asked for, from first to last; the oldest that are over are forgotten. */
export interface Jobs {
  /** Begins an audit, or joins one of the same. Throws an UnwashError for what cannot be read here, and `Busy`. */
  begin(submitted: string, on?: string): Promise<AuditJob>
  /** Throws a Refusal where none has that id. */
  find(id: string): AuditJob
  /** Gives up what waits for a thread; resolves when what has begun is over. */
  drain(): Promise<void>
}

/** steps of an audit that are remembered */
const STEPS = 30
/** audits that are remembered */
const MOST_AUDITS = 1_000
/** what is said of an audit that the end of the server comes before */
const ENDED = 'it was not begun: the server ends'
/** names the audits of a server in a store */
const RUN = 'serve'

/** Keeps the audits of a server; `kept` is told when another release is on the shelf. */
export function jobsOf(pool: WorkPool, shelf: Shelf, root: string | null, kept: () => void): Jobs {
  const all = new Map<string, AuditJob>()
  const running = new Map<string, AuditJob>()
  const ends = new Map<AuditJob, { readonly over: Promise<void>; giveUp(): void }>()

  function start(target: Target, submitted: string, on: string | undefined, key: string): AuditJob {
    const watchers = new Set<(state: State) => void>()
    let state: State = { status: 'waiting', says: 'waiting for its turn' }
    const steps = [state.says]
    const job: AuditJob = {
      id: randomUUID(),
      target: submitted,
      state: () => state,
      steps: () => steps,
      watch(told) {
        watchers.add(told)
        return () => watchers.delete(told)
      },
    }
    const become = (next: State) => {
      state = next
      if ('says' in next && next.says !== steps.at(-1)) steps.push(next.says)
      if (steps.length > STEPS) steps.shift()
      for (const told of watchers) told(next)
      if (next.status === 'done' || next.status === 'failed') watchers.clear()
    }
    running.set(key, job)
    all.set(job.id, job)
    for (const [id, one] of all) {
      if (all.size <= MOST_AUDITS) break
      if (['done', 'failed'].includes(one.state().status)) all.delete(id)
    }
    const reading = (says: string) => become({ status: 'reading', says })
    const given = new AbortController()
    const over = pool
      .audit(target, submitted, on, reading, given.signal)
      .then(async ({ report, evidence }) => {
        await shelf.put({ run: RUN, target: submitted, report, evidence, facts: {} })
        kept()
        const { revision } = report.release
        const name = calledName(report)
        become({ status: 'done', release: name, revision, address: releaseAddress(name) })
      })
      .catch((error: unknown) => {
        if (given.signal.aborted) return become({ status: 'failed', says: ENDED })
        const told = error instanceof WorkTrouble || error instanceof Busy
        become({
          status: 'failed',
          says: told ? error.message : 'this server made a mistake while it read; its log says more',
        })
        if (!told) console.error(error)
      })
      .finally(() => {
        running.delete(key)
        ends.delete(job)
      })
    ends.set(job, { over, giveUp: () => given.abort() })
    return job
  }

  return {
    find(id) {
      const job = all.get(id)
      if (job === undefined) throw new Refusal(404, 'no audit has that id; the oldest are forgotten')
      return job
    },
    async drain() {
      for (const [job, { giveUp }] of ends) if (job.state().status === 'waiting') giveUp()
      await Promise.all([...ends.values()].map(({ over }) => over))
    },
    async begin(submitted, on) {
      const target = await readTarget(submitted, root)
      const key = JSON.stringify([target.target, on ?? null])
      const same = running.get(key)
      if (same) return same
      if (!pool.hasRoom()) throw new Busy()
      return start(target, submitted.trim(), on, key)
    },
  }
}
