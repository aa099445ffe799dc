import { judge } from '../../judge.ts'
import type { Known } from '../../licenses/known.ts'
import { type Audited, auditFromFacts, type UsedName } from '../../project/facts.ts'
import { cachedFolder } from '../../sources/cache.ts'
import { UnwashError } from '../../sources/error.ts'
import { open } from '../../sources/index.ts'
import { sha256 } from '../../sources/saved/hash.ts'

/** How what is used may be looked up. */
export interface Lookup {
  readonly known: Known
  readonly on: string
  readonly environment: NodeJS.ProcessEnv
  readonly signal: AbortSignal
}

/**
 * Audits what a project uses by its name: from the local cache where it is there, else by the bundled knowledge. The
 * one place to ask a hub for what is in neither.
 */
export async function auditUsed(used: UsedName, revision: string | null, lookup: Lookup): Promise<Audited> {
  const { known, on, environment, signal } = lookup
  const folder = used.host === 'hub' ? await cachedFolder(used.of, used.id, revision, environment) : null
  if (folder === null) return auditFromFacts(used, known, on)
  try {
    const release = await open(folder, { signal })
    const report = judge(release, known, on)
    const path = report.licenses.find(license => license.text !== null && license.match.kind !== 'none')?.text?.path
    const text = path === undefined ? undefined : release.texts.get(path)?.content
    return {
      report,
      from: 'cache',
      says: `Read in the local cache${release.revision ? ` at ${release.revision.slice(0, 12)}` : ''}`,
      toDo: release.complete ? null : 'Download the whole release: only files that were asked for are in the cache',
      textHash: text === undefined ? null : sha256(text),
    }
  } catch (error) {
    if (!(error instanceof UnwashError)) throw error
    const audited = auditFromFacts(used, known, on)
    return { ...audited, toDo: `Its folder in the local cache could not be read: ${error.message}` }
  }
}
