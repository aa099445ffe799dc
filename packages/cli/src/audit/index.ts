import { statSync } from 'node:fs'
import { open, opendir, readdir } from 'node:fs/promises'
import { basename, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { invalid } from '@unwash/core/error'
import { today } from '@unwash/core/judge'
import { legalNameOf } from '@unwash/core/knowledge/legal-names'
import type { KnownUses } from '@unwash/core/knowledge/schemas/uses'
import { type Release, textIn } from '@unwash/core/release/release'
import type { Report } from '@unwash/core/report/report'
import { TERMS } from '@unwash/core/report/vocabulary'
import type { StatedUse } from '@unwash/core/uses/stated'
import { reaches } from '@unwash/core/verdict/reaches'
import { loadLegalFiles } from '@unwash/knowledge/load'
import { audit } from '@unwash/library/audit'
import { loadKnown } from '@unwash/library/known'
import { useOf } from '@unwash/library/options'
import type { SPECS } from '@unwash/reporters/formats'
import { knownNames, type RenderOptions, reporters } from '@unwash/reporters/index'
import type { TextOf } from '@unwash/reporters/reporter'
import { foundAt } from '@unwash/sources/files/disk'
import { isEvidence } from '@unwash/sources/saved/begins'
import { createSupportsHyperlinks } from 'supports-hyperlinks'
import { EXIT, printed, tell } from '../exit.ts'
import type { ReaderFlags } from '../reader/index.ts'
import { modelOf } from '../reader/options.ts'
import { announce } from '../terminal/progress.ts'
import { rendered } from '../terminal/show.ts'
import { meantAtHub } from './at-hub.ts'
import { claimsReason, gateReason, isPresumed } from './gate.ts'
import { addressMeant } from './meant.ts'

/** fewer folders with a card or a license of their own may be parts of one release */
const SEVERAL = 3
/** folders of folders looked into */
const SORTED = 8
/** folders looked into; a corpus has more */
const LOOKED_AT = 200
/** what tells a release by its names */
const OWN = /^(?:readme|licen[cs]e|copying|model_?card|config\.json|model_index\.json)/i

/**
 * Throws an UnwashError where a folder holds many releases and is none itself: each in a folder of its own, and nothing
 * beside them.
 */
async function refuseMany(target: string, within = 1): Promise<void> {
  if (!foundAt(target)?.isDirectory()) return
  const own: string[] = []
  const folders: string[] = []
  let looked = 0
  for await (const entry of await opendir(target)) {
    if (entry.name.startsWith('.') && entry.name !== '.git') continue
    // a file of its own, or a repository: it may be one
    if (!entry.isDirectory() || entry.name === '.git' || entry.name === 'snapshots') return
    if (looked === LOOKED_AT) break
    looked++
    folders.push(join(target, entry.name))
    // the audit itself tells what cannot be read
    const names = await readdir(join(target, entry.name)).catch(() => [])
    if (names.some(name => OWN.test(name))) own.push(entry.name)
  }
  const [first] = own.sort()
  // one step deeper, where nothing here looks like a release: they may be sorted by where they are from
  if (own.length === 0 && within > 0)
    for (const folder of folders.slice(0, SORTED)) await refuseMany(folder, within - 1)
  if (own.length < SEVERAL || first === undefined || own.length < looked / 2) return
  const todo = `use survey for all of them: unwash survey ${target}; for one: unwash ${join(target, first)}`
  throw invalid(`${looked}${looked === LOOKED_AT ? ' or more' : ''} releases and not one are in`, target, todo)
}

/** what a release's own metadata says of itself, in one of these files */
const METADATA = /^(?:config|configuration|model_index|generation_config|adapter_config|metadata)\.json$/i
/** how far into a file what it is shows */
const BYTES_LOOKED_AT = 64

/**
 * Throws an UnwashError where a file is JSON that nothing of a release can be read from: neither evidence nor metadata
 * nor terms.
 */
async function refuseJson(target: string): Promise<void> {
  const name = basename(target)
  if (!/\.json$/i.test(name) || METADATA.test(name) || legalNameOf(name, loadLegalFiles()) !== null) return
  if (!foundAt(target)?.isFile() || (await isEvidence(target))) return
  const handle = await open(target)
  const { buffer, bytesRead } = await handle
    .read(Buffer.alloc(BYTES_LOOKED_AT), 0, BYTES_LOOKED_AT, 0)
    .finally(() => handle.close())
  if (!/^\s*[[{]/.test(buffer.toString('utf8', 0, bytesRead))) return
  const todo = 'give the folder of a release, or evidence that was saved with --evidence'
  throw invalid('no release is in the JSON file', target, todo)
}

/** How a release is audited, or saved evidence judged again. */
export interface AuditCommand {
  readonly format: string
  readonly spec?: (typeof SPECS)[number] | undefined
  readonly require?: string | undefined
  /** with `require`: what else than proven terms passes */
  readonly accept?: 'presumed' | undefined
  readonly policy?: string | undefined
  readonly use?: string | undefined
  readonly on?: string | undefined
  readonly name?: string | undefined
  readonly evidence?: string | undefined
  readonly readings?: string | undefined
  readonly signoff?: string | undefined
  readonly offline?: true | undefined
  readonly full?: true | undefined
  readonly asks?: ReaderFlags | undefined
}

/** Audits a release and prints the report; the exit code says whether the gate and the claims hold. */
export async function audited(given: string, options: AuditCommand, signal: AbortSignal): Promise<number> {
  const policy = options.policy === undefined ? null : await policyAt(options.policy)
  const address = addressMeant(given)
  if (address !== null) throw invalid('no address begins as', given, `did you mean ${address}?`)
  const target = await meantAtHub(given, options)
  await refuseMany(target)
  await refuseJson(target)
  const known = await loadKnown()
  const { knowledge } = known
  const use = statedUse(options.use, knowledge.uses)
  const on = options.on === undefined ? undefined : dayOf(options.on)
  const { evidence, readings = options.signoff, offline, name } = options
  const model = await modelOf(options.asks, { signal, tell })
  const done = announce(`reading ${target}`)
  if (model?.dryRun) {
    const { ask } = await import('@unwash/library/ask')
    process.stdout.write(
      await model.shown(await ask(target, { signal, readings, on, offline, name, tell }).finally(done)),
    )
    return EXIT.holds
  }
  const read: { release?: Release } = {}
  const answered = async (release: Release) => {
    read.release = release
    if (!model) return release
    done()
    const { askingOf } = await import('@unwash/library/ask')
    return (await model.answers(askingOf(release, known, { on }))).release
  }
  const report = await audit(target, { signal, use, evidence, readings, on, offline, name, tell, answered }).finally(
    done,
  )
  const names = knownNames(knowledge)
  const required = TERMS.find(term => term === options.require)
  const reasons = [
    required ? gateReason(report, required, names, options.accept) : null,
    ...(policy?.(report) ?? []),
    claimsReason(report),
  ].filter(reason => reason !== null)
  if (required && options.accept && isPresumed(report) && !reaches(report.term.floor, required))
    tell(`${names.term(report.term.id)} is only presumed, and accepted as such`)
  const stand = standOf(target, process.cwd(), process.stdout)
  const { spec } = options
  const textOf: TextOf = (path, place) => (read.release && textIn(read.release, path, place)?.content) ?? null
  const shown = { names, textOf, full: options.full === true, ...stand, ...(spec ? { spec } : {}) }
  const code = printed(rendered(reporters, options.format, report, shown), reasons.length > 0 ? EXIT.fails : EXIT.holds)
  for (const reason of reasons) tell(reason)
  return code
}

/** Judges saved evidence again. Anything else is refused: who wants it audited leaves the word `judge` out. */
export async function judged(evidence: string, options: AuditCommand, signal: AbortSignal): Promise<number> {
  const { checkIsEvidence } = await import('@unwash/sources/saved/read')
  await checkIsEvidence(evidence)
  return audited(evidence, options, signal)
}

/** What a policy says of a report; the policy is read, and what reads policies loaded, where one is given. */
async function policyAt(path: string): Promise<(report: Report) => readonly string[]> {
  const { openPolicy, policyReasons } = await import('./policy.ts')
  const policy = await openPolicy(path)
  return report => policyReasons(policy, report, report.readAsOf)
}

/** The use that words state. Throws an UnwashError that lists what may be stated where one is not known. */
export const statedUse = (words: string | undefined, known: KnownUses): StatedUse | null =>
  useOf(words, known, '--use does not know')

/** A day gone by, or today. */
function dayOf(words: string): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(words) && !Number.isNaN(Date.parse(words)) ? words : null
  if (day === null || day > today())
    throw invalid('--on wants a day that is not to come, not', words, 'give it as 2026-01-31')
  return day
}

/** a longer link is not told from what a crafted text writes */
const LONGEST_LINK = 500

/**
 * How what is cited of a folder here opens from where the reader stands: as links, where the terminal shows them, and
 * else by saying where its files are.
 */
function standOf(
  target: string,
  cwd: string,
  stream: { readonly isTTY?: boolean },
): Pick<RenderOptions, 'linkTo' | 'filesIn'> {
  const folder = resolve(cwd, target)
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return {}
  if (stream.isTTY !== true || !createSupportsHyperlinks(stream as NodeJS.WriteStream)) {
    const from = relative(cwd, folder)
    return from === '' ? {} : { filesIn: from.startsWith('..') && folder.length < from.length ? folder : from }
  }
  return {
    linkTo: cited => {
      if (!('path' in cited) || cited.place) return null
      const path = join(folder, cited.path)
      // a path of a crafted release leads nowhere else
      const address = pathToFileURL(path).href
      return path.startsWith(folder) && address.length < LONGEST_LINK ? address : null
    },
  }
}
