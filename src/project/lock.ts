import { stringify } from 'yaml'
import * as z from 'zod'
import { TERMS } from '../vocabulary.ts'
import { readYaml } from '../yaml/read.ts'
import type { Audited } from './facts.ts'
import type { UsedGroup } from './groups.ts'
import { type ProjectReport, SOURCES } from './report.ts'

/** the only version there is */
const VERSION = 1

/** more than three thousand models in use; a larger file would take a gigabyte of memory (CWE-770) */
export const MAX_CHARACTERS = 1_000_000

/** of the words on what is wrong */
const LONGEST = 300

const Entry = z.strictObject({
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
const Lock = z.strictObject({ lockVersion: z.literal(VERSION), used: z.array(Entry) })

/** What `unwash.lock` holds: which terms governed the copies in use on the day it was written. */
export type Lock = z.infer<typeof Lock>
export type LockEntry = z.infer<typeof Entry>

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
  return { lockVersion: VERSION, used: used.sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1)) }
}

/** Why a lock has no revision or no hash of a text for something. */
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
const keyOf = ({ of, id, host }: LockEntry) => `${of} ${id} ${host}`
const isSame = (one: LockEntry, other: LockEntry) => keyOf(one) === keyOf(other)

/** The file, stable: the same lock gives the same text. */
export const lockText = (lock: Lock): string =>
  `# Which terms govern the copies in use. Written by unwash project --lock; to be committed.\n${stringify(lock, { lineWidth: 0 })}`

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
  const [issue] = read.error.issues
  return { wrong: `${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'does not hold'}`.slice(0, LONGEST) }
}

/** What changed between a lock and what is used now. */
export function changesOf(before: Lock, now: Lock): NonNullable<ProjectReport['changes']> {
  const gone = before.used.filter(one => !now.used.some(other => isSame(one, other)))
  return [
    ...now.used.flatMap((entry): NonNullable<ProjectReport['changes']> => {
      const old = before.used.find(one => isSame(one, entry))
      if (!old) return [{ id: entry.id, kind: 'added', before: null, now: entry.term }]
      return KINDS.flatMap(([kind, fact]) =>
        old[fact] === entry[fact] ? [] : [{ id: entry.id, kind, before: old[fact], now: entry[fact] }],
      )
    }),
    ...gone.map(({ id, term }) => ({ id, kind: 'gone' as const, before: term, now: null })),
  ]
}

const KINDS = [
  ['term', 'term'],
  ['license', 'license'],
  ['text', 'sha256'],
  ['revision', 'revision'],
] as const
