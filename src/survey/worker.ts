import { askingOf } from '../ask.ts'
import { UnwashError } from '../error.ts'
import { today } from '../judge.ts'
import { loadKnown } from '../known.ts'
import { addReadings } from '../readings/read.ts'
import { mayPass } from '../sources/http/trouble.ts'
import { open } from '../sources/index.ts'
import type { Release } from '../sources/release.ts'
import { evidenceOf } from '../sources/saved/save.ts'
import { pack, readyOf } from '../store/pack.ts'
import { publisherKind } from './publishers.ts'
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
