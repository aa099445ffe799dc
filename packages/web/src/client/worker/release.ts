import { judge } from '@unwash/core/judge'
import { KIND } from '@unwash/core/release/kind'
import { EVIDENCE_BYTES } from '@unwash/core/release/limits'
import { guessedFrom } from '@unwash/core/release/origin'
import { SavedEvidence } from '@unwash/core/release/saved'
import { Report } from '@unwash/core/report/report'
import { parseJson } from '@unwash/core/text/json'
import { gatherFiles } from '@unwash/sources/files/gather'
import { releaseOf } from '@unwash/sources/saved/parts'
import * as z from 'zod'
import type { KeptTexts } from '../../shown.ts'
import type { SentText } from '../messages.ts'
import type { Loaded } from './load.ts'
import type { ArchiveEntry } from './zip.ts'

/** A report, and the texts of the release where they are here. */
interface Read {
  readonly report: Report
  readonly texts: KeptTexts
}

/** What a report says of itself that nothing else does. */
const Begun = z.looseObject({ schemaVersion: z.number(), release: z.looseObject({}), term: z.looseObject({}) })

/** The report that a file is, or is the evidence of; null where it is neither. Throws an Error. */
export async function savedReport({ path, content }: SentText, loaded: Loaded): Promise<Read | null> {
  const text = typeof content === 'string' ? content : content.size > EVIDENCE_BYTES ? '' : await content.text()
  if (!text.trimStart().startsWith('{')) return null
  const data = json(text)
  const evidence = z.looseObject({ kind: z.literal(KIND) }).safeParse(data)
  if (evidence.success) {
    const release = releaseOf(await heldBy(checked(path, 'evidence', SavedEvidence, data)))
    return { report: judge(release, loaded), texts: release.texts }
  }
  if (!Begun.safeParse(data).success) return null
  return { report: checked(path, 'a report', Report, data), texts: new Map() }
}

function json(text: string): unknown {
  try {
    return parseJson(text)
  } catch {
    return null
  }
}

function checked<T>(path: string, what: string, schema: z.ZodType<T>, data: unknown): T {
  const { success, data: held, error } = schema.safeParse(data)
  if (success) return held
  const [issue] = error.issues
  throw new Error(`${path} is ${what} that does not hold, at ${issue?.path.join('.')}: ${issue?.message}`)
}

/** Evidence whose texts are those that were read. */
async function heldBy(evidence: SavedEvidence): Promise<SavedEvidence> {
  for (const { path, content, sha256 } of evidence.texts)
    if ((await digestOf(content)) !== sha256) throw new Error(`${path} was changed in the evidence after it was saved`)
  return evidence
}

async function digestOf(content: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(content))
  return [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, '0')).join('')
}

/** Judges the files of a folder or an archive as a release. */
export async function judgedFiles(name: string, given: readonly ArchiveEntry[], loaded: Loaded): Promise<Read> {
  const entries = new Map(withoutFolder(given).map(entry => [entry.path, entry]))
  const files = [...entries.values()].map(({ path, size }) => ({ path, size, kind: 'file' as const }))
  const gathered = await gatherFiles(
    { files, complete: true, notes: [] },
    {
      async head(path, bytes) {
        const entry = entries.get(path)
        if (entry === undefined) return null
        const content = typeof entry.content === 'string' ? new Blob([entry.content]) : entry.content
        // of what is too large to be taken out of an archive there is nothing
        if (content.size < Math.min(entry.size, bytes)) return null
        return { bytes: new Uint8Array(await content.slice(0, bytes).arrayBuffer()), size: entry.size }
      },
    },
  )
  const place = name.replace(/\.zip$/i, '')
  const report = judge({ ...guessedFrom(place), source: 'folder', place, revision: null, ...gathered }, loaded)
  return { report, texts: gathered.texts }
}

/** Without the one folder that all lie in. */
function withoutFolder(entries: readonly ArchiveEntry[]): readonly ArchiveEntry[] {
  const folder = `${entries[0]?.path.split('/')[0]}/`
  if (!entries.every(({ path }) => path.startsWith(folder))) return entries
  return entries.map(entry => ({ ...entry, path: entry.path.slice(folder.length) }))
}
