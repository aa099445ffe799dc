import { UnwashError } from '@unwash/core/error'
import { today } from '@unwash/core/judge'
import { addReadings } from '@unwash/core/readings/read'
import type { Release } from '@unwash/core/release/release'
import { askingOf } from '@unwash/library/ask'
import { loadKnown } from '@unwash/library/known'
import { mayPass } from '@unwash/sources/http/trouble'
import { open } from '@unwash/sources/index'
import { evidenceOf } from '@unwash/sources/saved/save'
import { publisherKind } from './publishers.ts'
import { pack, readyOf } from './store/pack.ts'
import { type Outcome, type Task, tookTooLong } from './task.ts'

/**
 * Audits one release, and makes it ready to be written. Tells when the thread has what it needs and begins: the time
 * before that is not the release's.
 */
export default async function audited(task: Task, begins: (now: null) => void): Promise<Outcome> {
  const { run, target, facts, limit, readings = [], asks = false } = task
  const known = await loadKnown()
  begins(null)
  const late = AbortSignal.timeout(limit)
  let read: Release
  try {
    read = addReadings(task.release ?? (await open(target, { signal: late })), readings, 'the answers')
  } catch (error) {
    if (error instanceof UnwashError) {
      return { is: 'failed', failure: { kind: 'unreadable', message: error.message }, passing: mayPass(error) }
    }
    if (late.aborted) return { is: 'failed', failure: tookTooLong(limit) }
    throw error
  }
  const asking = askingOf(read, known)
  const { report } = asking.settled
  const saving = { version: known.version, knowledge: known.knowledge.version, readOn: today() }
  const kind = facts.publisherKind ?? publisherKind(read.publisher, known.knowledge)
  const kept = { run, target, report, evidence: evidenceOf(read, saving), facts: { ...facts, publisherKind: kind } }
  const questions = asks ? asking.told().map(({ question }) => question) : []
  return { is: 'kept', ready: readyOf(pack(kept)), questions }
}
