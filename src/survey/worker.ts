import { judge, today } from '../judge.ts'
import { loadKnown } from '../known.ts'
import { UnwashError } from '../sources/error.ts'
import { open } from '../sources/index.ts'
import { evidenceOf } from '../sources/saved/save.ts'
import { pack, readyOf } from '../store/pack.ts'
import { publisherKind } from './publishers.ts'
import { type Outcome, type Task, tookTooLong } from './task.ts'

/** Audits one release, and makes it ready to be written. */
export default async function audited({ run, target, facts, release, limit, started }: Task): Promise<Outcome> {
  const known = await loadKnown()
  started.postMessage(null)
  started.close()
  const late = AbortSignal.timeout(limit)
  let read = release
  try {
    read ??= await open(target, { signal: late })
  } catch (error) {
    if (error instanceof UnwashError) {
      return { is: 'failed', failure: { kind: 'unreadable', message: error.message } }
    }
    if (late.aborted) return { is: 'failed', failure: tookTooLong(limit) }
    throw error
  }
  const report = judge(read, known)
  const saving = { version: known.version, knowledge: known.knowledge.version, readOn: today() }
  const kind = facts.publisherKind ?? publisherKind(read.publisher, known.knowledge)
  const kept = { run, target, report, evidence: evidenceOf(read, saving), facts: { ...facts, publisherKind: kind } }
  return { is: 'kept', ready: readyOf(pack(kept)) }
}
