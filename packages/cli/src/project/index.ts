import { join } from 'node:path'
import { invalid, unreadable } from '@unwash/core/error'
import { judge, today } from '@unwash/core/judge'
import type { Baseline, ProjectReport, Used } from '@unwash/core/report/project'
import { TERMS } from '@unwash/core/report/vocabulary'
import { plain } from '@unwash/core/text/foreign'
import { parseJson } from '@unwash/core/text/json'
import { loadKnown } from '@unwash/library/known'
import type { Lookup } from '@unwash/library/project/audit-used'
import { judgedProject } from '@unwash/library/project/judged'
import {
  changesOf,
  type Lock,
  lockOf,
  lockText,
  MAX_CHARACTERS,
  MOST_OF_A_BASELINE,
  readBaseline,
  readLock,
  wasBefore,
} from '@unwash/project/baseline'
import { type Audited, auditFromFacts } from '@unwash/project/facts'
import type { UsedGroup } from '@unwash/project/groups'
import { type Bundle, bundleOf } from '@unwash/reporters/bundle/index'
import { knownNames, type Names } from '@unwash/reporters/names'
import { putInto } from '@unwash/reporters/project/bom'
import { projectReporters } from '@unwash/reporters/project/index'
import { inJson } from '@unwash/reporters/ways'
import { entryAt } from '@unwash/sources/files/disk'
import { readHead } from '@unwash/sources/files/head'
import { writeGiven } from '@unwash/sources/files/whole'
import { statedUse } from '../audit/index.ts'
import { openPolicy } from '../audit/policy.ts'
import { usePurpose, writeBundle } from '../commands/bundle.ts'
import { spdxText } from '../commands/fix.ts'
import { EXIT, printed, tell } from '../exit.ts'
import { readGiven } from '../given-file.ts'
import { announce } from '../terminal/progress.ts'
import { rendered } from '../terminal/show.ts'
import { breachesOf, unreadBreaches, untoldBreaches } from './breaches.ts'

/** What has to go with a model that a project uses; null where a service runs it. */
interface UsedBundle {
  readonly id: string
  readonly folder: string
  readonly bundle: Bundle | null
}

/** for what a bundle is, by what the project does; whoever calls a service has nothing of the model */
const FOR = { service: null, download: 'deploy', shipped: 'redistribute' } as const

/** What has to go with every model that a project uses. */
function bundlesOf(
  audited: readonly { readonly group: UsedGroup; readonly audited: Audited }[],
  used: readonly Used[],
  { known, on }: Pick<Lookup, 'known' | 'on'>,
): UsedBundle[] {
  return audited.flatMap(({ group: { of, id, host, references }, audited: { release = null } }): UsedBundle[] => {
    if (of !== 'model') return []
    const folder = id.replace(/[^A-Za-z0-9._-]+/g, '--').replace(/^[.-]+/, '') || 'model'
    const purpose = FOR[used.find(model => model.of === of && model.id === id)?.how ?? 'download']
    if (purpose === null) return [{ id, folder, bundle: null }]
    const use = usePurpose(purpose)
    const report = release
      ? judge(release, known, on, use)
      : auditFromFacts({ of, id, host, cited: references[0].cited }, known, on, use).report
    return [{ id, folder, bundle: bundleOf(release, report, known, purpose, spdxText) }]
  })
}

/** Writes them, a folder for each model; tells what could not be found. */
async function writeBundles(
  out: string,
  bundles: readonly UsedBundle[],
  force: boolean,
  tell: Lookup['tell'],
): Promise<void> {
  for (const { id, folder, bundle } of bundles) {
    if (bundle === null) {
      tell(`${id} is called at a service: nothing of it has to be carried, and the terms of the service bind`)
      continue
    }
    await writeBundle(join(out, folder), bundle, force)
    for (const what of bundle.missing) tell(`${id}: not found: ${what}`)
    if (bundle.barred !== null) tell(`${id}: its terms do not allow that: ${bundle.barred}`)
    tell(`wrote ${bundle.files.length} files to ${join(out, folder)}`)
  }
}

/** What a policy asks for and a project does not have: every file, and texts as they are; others may be edited. */
async function bundleBreaches(
  root: string,
  asked: string,
  bundles: readonly UsedBundle[],
): Promise<ProjectReport['breaches']> {
  const breaches: ProjectReport['breaches'] = []
  for (const { id, folder, bundle } of bundles) {
    const lacking: string[] = []
    for (const { path, content } of bundle?.files ?? []) {
      const at = join(root, asked, folder, path)
      const kept = path.startsWith('licenses/') ? await isSame(at, content) : entryAt(at)?.isFile() === true
      if (!kept) lacking.push(`${asked}/${folder}/${path}`)
    }
    if (lacking.length > 0)
      breaches.push({
        of: 'model',
        id,
        known: false,
        rule: 'bundle',
        says: `what has to go with it is not there, or of other terms: ${lacking.slice(0, 3).join(', ')}`,
        instead: `unwash project --bundle ${asked}`,
        cited: lacking.slice(0, 3).map(path => ({ path })),
      })
  }
  return breaches
}

async function isSame(path: string, content: string): Promise<boolean> {
  const wanted = Buffer.from(content)
  const read = await readHead(path, wanted.length + 1).catch(() => null)
  return read !== null && wanted.equals(read.bytes)
}

/** How a project is looked at. */
export interface ProjectOptions {
  readonly format: string
  readonly require?: string | undefined
  readonly policy?: string | undefined
  readonly use?: string | undefined
  readonly lock?: boolean | undefined
  readonly bundle?: string | undefined
  /** with `bundle`: what is there is overwritten */
  readonly force?: true | undefined
  readonly online?: true | undefined
  readonly baseline?: string | undefined
  readonly into?: string | undefined
  readonly fences?: true | undefined
  readonly allowUntold?: true | undefined
}

const LOCK = 'unwash.lock'

/**
 * Finds and audits what a code base uses, and prints the report. Exit code 1 when a gate is not met or a claim is
 * contradicted.
 */
export async function projected(target: string, options: ProjectOptions, signal: AbortSignal): Promise<number> {
  const policy = options.policy === undefined ? null : await openPolicy(options.policy)
  const before = await openLock(target)
  const known = await loadKnown()
  const on = today()
  const done = announce(`reading ${target}`)
  const lookup: Lookup = {
    known,
    on,
    environment: process.env,
    signal,
    online: options.online ?? false,
    fences: options.fences ?? false,
    use: statedUse(options.use, known.knowledge.uses),
    tell: says => tell(plain(says)),
  }
  const { judged, audited } = await judgedProject(target, lookup).finally(done)
  const lock = lockOf(audited, on, before)
  const baseline = options.baseline === undefined ? null : await openBaseline(options.baseline)
  const required = TERMS.find(term => term === options.require)
  const allowed = options.allowUntold ?? policy?.policy['allow-untold'] ?? false
  const asked = policy?.policy.bundle
  const bundles = options.bundle === undefined && asked === undefined ? [] : bundlesOf(audited, judged.used, lookup)
  if (options.bundle !== undefined) await writeBundles(options.bundle, bundles, options.force ?? false, lookup.tell)
  const report: ProjectReport = {
    ...judged,
    breaches: [
      ...unreadBreaches(judged.project, { policy, required }),
      ...untoldBreaches(judged, { policy, required, allowed }),
      ...breachesOf(audited, { policy, required, on }),
      ...(asked === undefined ? [] : await bundleBreaches(target, asked, bundles)),
    ].map(breach => ({ ...breach, known: baseline !== null && wasBefore(breach, judged, baseline) })),
    ...(before ? { changes: changesOf(before, lock) } : {}),
    notes: [...judged.notes, ...(allowed && (policy || required) ? allowedNotes(judged.untold) : [])],
  }
  if (options.lock) await writeLock(target, lock)
  const names = knownNames(known.knowledge)
  const bom = options.into === undefined ? null : await bomWith(options.into, report, names)
  const said = new Set(baseline?.claims.map(({ says }) => says))
  const contradicted = report.claims.filter(({ check, says }) => check === 'contradicted' && !said.has(says)).length
  const fresh = report.breaches.filter(one => !one.known)
  const text = bom ?? rendered(projectReporters, options.format, report, { names, before: baseline })
  const code = printed(text, fresh.length > 0 || contradicted > 0 ? EXIT.fails : EXIT.holds)
  const old = report.breaches.length - fresh.length
  if (old > 0) tell(`${old} more ${old === 1 ? 'was' : 'were'} so in the baseline`)
  for (const { id, rule, says, instead } of fresh)
    tell(`${rule} not met by ${id}: ${says}${instead ? `; way out: ${instead}` : ''}`)
  return code
}

/** That a gate lets pass what cannot be told is said. */
const allowedNotes = (untold: ProjectReport['untold']) => {
  const places = untold.filter(({ of }) => of === 'model').flatMap(({ cited }) => cited).length
  const says = `${places} ${places === 1 ? 'place' : 'places'} whose model cannot be told passed by allow-untold`
  return places > 0 ? [{ says }] : []
}

/** A bill of materials with what is used put into it, as text. */
async function bomWith(path: string, report: ProjectReport, names: Names): Promise<string> {
  const given = await readGiven('bill of materials', path, MOST_OF_A_BASELINE, 'give a file that is there')
  let into: unknown
  try {
    into = parseJson(given)
  } catch (cause) {
    throw invalid('cannot use the bill of materials', path, 'it is no JSON; give one of CycloneDX', cause)
  }
  const whole = putInto(into, report, names)
  if ('wrong' in whole && typeof whole.wrong === 'string')
    throw invalid('cannot use the bill of materials', path, whole.wrong)
  return inJson(whole)
}

async function openBaseline(path: string): Promise<Baseline> {
  const todo = 'give a report of --format json that is there'
  const baseline = readBaseline(await readGiven('baseline', path, MOST_OF_A_BASELINE, todo))
  if ('wrong' in baseline)
    throw invalid('cannot use the baseline', path, `${baseline.wrong}; make it anew with --format json`)
  return baseline
}

async function openLock(target: string): Promise<Lock | null> {
  const path = join(target, LOCK)
  if (entryAt(path) === null) return null
  // a link may lead out of the project, and a pipe would keep waiting: neither is written by --lock
  const { bytes } = await readHead(path, MAX_CHARACTERS + 1).catch((cause: unknown) => {
    throw unreadable('cannot read the lock', path, 'make it a plain file that is readable, or remove it', cause)
  })
  const content = new TextDecoder().decode(bytes)
  const lock = readLock(content)
  if ('wrong' in lock)
    throw invalid('cannot use the lock', path, `${lock.wrong}; mend it, or remove it and run with --lock`)
  return lock
}

async function writeLock(target: string, lock: Lock): Promise<void> {
  const path = join(target, LOCK)
  await writeGiven(path, lockText(lock), 'cannot write the lock', 'give a folder that can be written to')
  tell(`wrote ${path}`)
}
