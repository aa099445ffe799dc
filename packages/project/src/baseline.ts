import { issueIn } from '@unwash/core/error'
import { type Baseline, ProjectReport, SOURCES, untoldInWords } from '@unwash/core/report/project'
import { TERMS } from '@unwash/core/report/vocabulary'
import { parseJson } from '@unwash/core/text/json'
import { readYaml } from '@unwash/core/text/yaml/read'
import { stringify } from 'yaml'
import * as z from 'zod'
import type { Audited } from './facts.ts'
import type { UsedGroup } from './groups.ts'

const VERSION = 1

/** more than three thousand models in use; a larger file would take a gigabyte of memory (CWE-770) */
export const MAX_CHARACTERS = 1_000_000

const LONGEST_VALUE = 300

const BaselineEntry = z.strictObject({
  of: z.enum(['model', 'dataset']),
  id: z.string(),
  host: z.string(),
  revision: z.string().nullable(),
  license: z.string().nullable(),
  sha256: z.string().nullable().describe('of the license text as UTF-8, where one was read'),
  why: z.string().nullable().default(null).describe('why no revision or no hash is here'),
  term: z.enum(TERMS),
  from: z.enum(SOURCES),
  on: z.iso.date(),
})
const Lock = z.strictObject({ lockVersion: z.literal(VERSION), used: z.array(BaselineEntry) })

/** What `unwash.lock` holds: which terms governed the copies in use on the day it was written. */
export type Lock = z.infer<typeof Lock>
type LockEntry = z.infer<typeof BaselineEntry>

/** What is locked of what is used; an entry whose facts did not change keeps its date. */
export function lockOf(
  audits: readonly { readonly group: UsedGroup; readonly audited: Audited }[],
  on: string,
  before: Lock | null,
): Lock {
  const used = audits.map(({ group, audited }): LockEntry => {
    const license =
      audited.report.licenses.find(({ covers }) => covers.includes('weights')) ?? audited.report.licenses[0]
    const pinned = group.references.find(({ revision }) => revision !== null)?.revision ?? null
    const revision = audited.report.release.revision ?? pinned
    const entry = {
      of: group.of,
      id: group.id,
      host: group.host,
      revision,
      license: license?.id ?? license?.name ?? null,
      sha256: audited.textHash,
      why: whyMissing(group.host, audited, revision),
      term: audited.report.term.floor,
      from: audited.from,
      on,
    }
    const same = before?.used.find(one => isSame(one, entry))
    return same && FACTS.every(fact => same[fact] === entry[fact]) ? same : entry
  })
  return { lockVersion: VERSION, used: used.sort((one, other) => (keyOfEntry(one) < keyOfEntry(other) ? -1 : 1)) }
}

function whyMissing(host: string, { from, textHash }: Audited, revision: string | null): string | null {
  if (host === 'hosted') return 'a service runs it: there is no copy to pin'
  if (host === 'path') return 'its files are at a path, and were not read'
  if (from === 'facts' || from === 'none') return 'it was not read: run with --online'
  const missing = [
    ...(revision === null ? ['no revision is told'] : []),
    ...(textHash === null ? ['no license text is in it'] : []),
  ]
  return missing.length > 0 ? missing.join('; ') : null
}

const FACTS = ['revision', 'license', 'sha256', 'why', 'term', 'from'] as const
const keyOfEntry = ({ of, id, host }: LockEntry) => `${of} ${id} ${host}`
const isSame = (one: LockEntry, other: LockEntry) => keyOfEntry(one) === keyOfEntry(other)

/** The file, stable: the same lock gives the same text. */
export const lockText = (lock: Lock): string =>
  `# Which terms govern the copies in use. Written by unwash project --lock; to be committed.\n` +
  stringify(lock, { lineWidth: 0 })

/** Reads a lock; else one sentence on what is wrong with it. */
export function readLock(content: string): Lock | { readonly wrong: string } {
  if (content.length > MAX_CHARACTERS) return { wrong: `it is longer than ${MAX_CHARACTERS} characters` }
  const yaml = readYaml(content)
  if ('says' in yaml) return { wrong: `it is no YAML on line ${yaml.line}: ${yaml.says}` }
  const { value } = yaml
  const version: unknown =
    typeof value === 'object' && value !== null && 'lockVersion' in value ? value.lockVersion : undefined
  if (typeof version === 'number' && version > VERSION)
    return { wrong: `it is of version ${version}, and this unwash knows ${VERSION}: update unwash` }
  const read = Lock.safeParse(value)
  if (read.success) return read.data
  return { wrong: issueIn(read.error, 'the file').slice(0, LONGEST_VALUE) }
}

/** What changed between a lock and what is used now. */
export function changesOf(before: Lock, now: Lock): NonNullable<ProjectReport['changes']> {
  const gone = before.used.filter(one => !now.used.some(other => isSame(one, other)))
  return [
    ...now.used.flatMap((entry): NonNullable<ProjectReport['changes']> => {
      const old = before.used.find(one => isSame(one, entry))
      if (!old) return [{ id: entry.id, kind: 'added', before: null, now: entry.term }]
      return CHANGE_KINDS.flatMap(([kind, fact]) =>
        old[fact] === entry[fact] ? [] : [{ id: entry.id, kind, before: old[fact], now: entry[fact] }],
      )
    }),
    ...gone.map(({ id, term }) => ({ id, kind: 'gone' as const, before: term, now: null })),
  ]
}

const CHANGE_KINDS = [
  ['term', 'term'],
  ['license', 'license'],
  ['text', 'sha256'],
  ['revision', 'revision'],
] as const

/** of a baseline, what is only shown: an older one may have none */
const ONLY_SHOWN = {
  breaches: ProjectReport.shape.breaches.catch([]),
  conflicts: ProjectReport.shape.conflicts.catch([]),
  duties: ProjectReport.shape.duties.catch([]),
}
const Read = ProjectReport.pick({ used: true, claims: true, project: true, untold: true }).extend(ONLY_SHOWN).loose()

/** what of a report says which unwash wrote it, whatever else it holds */
const Writer = z.object({ unwash: z.object({ version: z.string() }) })

/** longer than the report of a project with ten thousand models */
export const MOST_OF_A_BASELINE = 64 * 1024 * 1024

/** Reads a report of `--format json` as a baseline; else what is wrong with it. */
export function readBaseline(content: string): Baseline | { readonly wrong: string } {
  try {
    const value = parseJson(content)
    const read = Read.safeParse(value)
    if (read.success) return read.data
    const writer = Writer.safeParse(value)
    const by = writer.success ? `; unwash ${writer.data.unwash.version} wrote it` : ''
    return { wrong: `${issueIn(read.error, 'it')}${by}`.slice(0, LONGEST_VALUE) }
  } catch {
    return { wrong: 'it is no JSON' }
  }
}

/**
 * Whether what breaks a rule was so before: the same model under the same term and license, the same unread files, or
 * the same call in the same file whose name cannot be told.
 */
export function wasBefore(
  breach: Pick<ProjectReport['breaches'][number], 'id' | 'of' | 'says'>,
  report: Pick<ProjectReport, 'used' | 'project' | 'untold'>,
  { used, project, untold }: Pick<Baseline, 'used' | 'project' | 'untold'>,
): boolean {
  const now = breach.of === 'project' ? report.untold.find(one => breach.says.startsWith(untoldInWords(one))) : null
  if (now) {
    const pathsOf = ({ cited }: ProjectReport['untold'][number]) => cited.flatMap(at => ('path' in at ? [at.path] : []))
    const known = new Set(untold.filter(one => untoldInWords(one) === untoldInWords(now)).flatMap(pathsOf))
    return pathsOf(now).every(path => known.has(path))
  }
  if (breach.of === 'project') {
    const known = new Set(project.unread.map(({ path }) => path))
    return report.project.unread.length > 0 && report.project.unread.every(({ path }) => known.has(path))
  }
  const factsOf = (all: ProjectReport['used']) =>
    all
      .filter(({ id, of }) => id === breach.id && of === 'model')
      .map(({ host, audited: { term, license } }) => `${host} ${term} ${license}`)
  const before = factsOf(used)
  return factsOf(report.used).every(fact => before.includes(fact))
}
