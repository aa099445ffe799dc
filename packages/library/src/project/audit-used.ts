import { UnwashError } from '@unwash/core/error'
import { judge } from '@unwash/core/judge'
import type { Known } from '@unwash/core/licenses/known'
import type { Release } from '@unwash/core/release/release'
import type { StatedUse } from '@unwash/core/uses/stated'
import { type Audited, auditFromFacts, type UsedName } from '@unwash/project/facts'
import { sha256 } from '@unwash/sources/hash'
import { open } from '@unwash/sources/index'
import { cachedFolder } from '@unwash/sources/layouts/hugging-face'

/** How what is used may be looked up. */
export interface Lookup {
  readonly known: Known
  readonly on: string
  readonly environment: NodeJS.ProcessEnv
  readonly signal: AbortSignal
  /** asks the hub for what is not in the local cache; else only what it gave before is read */
  readonly online: boolean
  readonly tell: (says: string) => void
  /** a use for which each is said what its terms mean */
  readonly use?: StatedUse | null
  /** reads code in Markdown, too */
  readonly fences?: boolean
}

/**
 * Audits what a project uses by its name: its files in the local cache, else what a hub gives (or gave before), else
 * the facts of the bundled knowledge.
 */
export async function auditUsed(used: UsedName, revision: string | null, lookup: Lookup): Promise<Audited> {
  const facts = () => auditFromFacts(used, lookup.known, lookup.on, lookup.use)
  if (used.host !== 'hub') return facts()
  const folder = cachedFolder(used.of, used.id, revision, lookup.environment)
  try {
    if (folder === null) return (await auditAtHub(used, revision, lookup)) ?? facts()
    const release = await open(folder, { signal: lookup.signal })
    const at = release.revision ? ` at ${release.revision.slice(0, 12)}` : ''
    const toDo = release.complete
      ? null
      : 'Read the whole release (--online): the cache has only files that were asked for'
    return { ...auditRead(release, lookup), from: 'cache', says: `Read in the local cache${at}`, toDo }
  } catch (error) {
    if (!(error instanceof UnwashError)) throw error
    return {
      ...facts(),
      toDo: folder === null ? error.message : `Its folder in the local cache could not be read: ${error.message}`,
    }
  }
}

/** What a hub gives; offline what it gave before, or null where it was never asked. */
async function auditAtHub(used: UsedName, revision: string | null, lookup: Lookup): Promise<Audited | null> {
  const { signal, online, tell } = lookup
  const name = `hf:${used.of === 'dataset' ? 'datasets/' : ''}${used.id}${revision === null ? '' : `@${revision}`}`
  try {
    const release = await open(name, { signal, tell, offline: !online })
    const says = `Read at ${release.place}${release.revision ? ` at ${release.revision.slice(0, 12)}` : ''}`
    return {
      ...auditRead(release, lookup),
      from: 'hub',
      says: online ? says : `${says}, as it was asked before`,
      toDo: null,
    }
  } catch (error) {
    if (online || !(error instanceof UnwashError)) throw error
    return null
  }
}

/** A release that was read, judged; and the hash of the license text that was found in it. */
function auditRead(release: Release, { known, on, use }: Lookup): Pick<Audited, 'report' | 'textHash' | 'release'> {
  const report = judge(release, known, on, use)
  const path = report.licenses.find(license => license.text !== null && license.match.kind !== 'none')?.text?.path
  const text = path === undefined ? undefined : release.texts.get(path)?.content
  return { report, textHash: text === undefined ? null : sha256(text), release }
}
