import { join } from 'node:path'
import { judge } from '@unwash/core/judge'
import type { ProjectReport, Used } from '@unwash/core/report/project'
import type { Lookup } from '@unwash/library/project/audit-used'
import { type Audited, auditFromFacts } from '@unwash/project/facts'
import type { UsedGroup } from '@unwash/project/groups'
import { type Bundle, bundleOf } from '@unwash/reporters/bundle/index'
import { entryAt } from '@unwash/sources/files/disk'
import { readHead } from '@unwash/sources/files/head'
import { usePurpose, writeBundle } from '../commands/bundle.ts'
import { spdxText } from '../commands/fix.ts'

/** What has to go with a model that a project uses; null where a service runs it. */
interface UsedBundle {
  readonly id: string
  readonly folder: string
  readonly bundle: Bundle | null
}

/** for what a bundle is, by what the project does; whoever calls a service has nothing of the model */
const FOR = { service: null, download: 'deploy', shipped: 'redistribute' } as const

/** What has to go with every model that a project uses. */
export function bundlesOf(
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
export async function writeBundles(
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
export async function bundleBreaches(
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
