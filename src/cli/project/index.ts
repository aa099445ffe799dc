import { join } from 'node:path'
import { today } from '../../judge.ts'
import { loadKnown } from '../../known.ts'
import type { Audited } from '../../project/facts.ts'
import { changesOf, type Lock, lockOf, lockText, MAX_CHARACTERS, readLock } from '../../project/lock.ts'
import { groupReferences, judgeProject, type UsedGroup } from '../../project/project.ts'
import type { ProjectReport } from '../../project/report.ts'
import { namesOf } from '../../reports/names.ts'
import { projectReporters } from '../../reports/project/index.ts'
import { entryAt } from '../../sources/disk.ts'
import { roomOr, UnwashError } from '../../sources/error.ts'
import { readHead } from '../../sources/head.ts'
import { writeWhole } from '../../sources/whole.ts'
import { TERMS } from '../../vocabulary.ts'
import { paintFor } from '../paint.ts'
import { openPolicy } from '../policy.ts'
import { EXIT } from '../program.ts'
import { announce } from '../progress.ts'
import { auditUsed, type Lookup } from './audit-used.ts'
import { breachesOf, unreadBreaches } from './breaches.ts'
import { readInThread } from './reading.ts'

/** How a project is looked at. */
export interface ProjectOptions {
  readonly format: string
  readonly require?: string | undefined
  readonly policy?: string | undefined
  readonly lock?: boolean | undefined
  readonly online?: true | undefined
}

const LOCK = 'unwash.lock'

/** Finds and audits what a code base uses, and prints the report. Exit code 1 when a gate is not met or a claim is contradicted. */
export async function projected(target: string, options: ProjectOptions, signal: AbortSignal): Promise<number> {
  const policy = options.policy === undefined ? null : await openPolicy(options.policy)
  const before = await openLock(target)
  const known = await loadKnown()
  const on = today()
  const done = announce(`reading ${target}`, process.stderr)
  const { judged, audited } = await judgedProject(target, {
    known,
    on,
    environment: process.env,
    signal,
    online: options.online ?? false,
    tell: says => console.error(`unwash: ${says}`),
  }).finally(done)
  const lock = lockOf(audited, on, before)
  const required = TERMS.find(term => term === options.require)
  const report: ProjectReport = {
    ...judged,
    breaches: [
      ...unreadBreaches(judged.project, { policy, required, on }),
      ...breachesOf(audited, { policy, required, on }),
    ],
    ...(before ? { changes: changesOf(before, lock) } : {}),
  }
  if (options.lock) await writeLock(target, lock)
  const names = namesOf(known.knowledge)
  const contradicted = report.claims.filter(({ check }) => check === 'contradicted').length
  // before anything is written: a closed pipe ends the process with it
  process.exitCode = report.breaches.length > 0 || contradicted > 0 ? EXIT.fails : EXIT.holds
  const reporter = projectReporters.find(({ id }) => id === options.format) ?? projectReporters[0]
  const width = process.stdout.columns
  process.stdout.write(
    reporter.render(report, { names, paint: paintFor(process.stdout, process.env), ...(width ? { width } : {}) }),
  )
  for (const { id, rule, says, instead } of report.breaches)
    console.error(`unwash: ${rule} not met by ${id}: ${says}${instead ? `; way out: ${instead}` : ''}`)
  return process.exitCode
}

/** Finds, audits and judges what a code base uses; no gate is asked. */
export async function judgedProject(target: string, lookup: Lookup) {
  const { read, found, audited } = await readAll(target, lookup)
  return { judged: judgeProject(read, found, audited, lookup.known, lookup.on), audited }
}

async function readAll(target: string, lookup: Lookup) {
  const { read, found } = await readInThread(target, lookup.signal)
  const groups = groupReferences(found.references)
  return { read, found, audited: await auditAll(groups, lookup) }
}

/** Audits each group, a few at a time: a hub answers slowly. In their order. */
async function auditAll(groups: readonly UsedGroup[], lookup: Parameters<typeof auditUsed>[2]) {
  const audited: { group: UsedGroup; audited: Audited }[] = []
  const left = groups.entries()
  const work = async () => {
    for (const [at, group] of left) {
      lookup.signal.throwIfAborted()
      audited[at] = { group, audited: await auditUsed(nameOf(group), revisionOf(group), lookup) }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return audited
}

/** as many releases as are asked for at the same time */
const AT_ONCE = 4

const nameOf = ({ of, id, host, references: [first] }: UsedGroup) => ({ of, id, host, cited: first.cited })
const revisionOf = ({ references }: UsedGroup) => references.find(({ revision }) => revision !== null)?.revision ?? null

async function openLock(target: string): Promise<Lock | null> {
  const path = join(target, LOCK)
  if (entryAt(path) === null) return null
  // a link may lead out of the project, and a pipe would keep waiting: neither is written by --lock
  const { bytes } = await readHead(path, MAX_CHARACTERS + 1).catch((cause: unknown) => {
    throw new UnwashError('cannot read the lock', path, 'make it a plain file that is readable, or remove it', {
      cause,
    })
  })
  const content = new TextDecoder().decode(bytes)
  const lock = readLock(content)
  if ('wrong' in lock)
    throw new UnwashError('cannot use the lock', path, `${lock.wrong}; mend it, or remove it and run with --lock`)
  return lock
}

async function writeLock(target: string, lock: Lock): Promise<void> {
  const path = join(target, LOCK)
  await writeWhole(path, lockText(lock)).catch((cause: unknown) => {
    throw new UnwashError('cannot write the lock', path, roomOr(cause, 'give a folder that can be written to'), {
      cause,
    })
  })
  console.error(`unwash: wrote ${path}`)
}
