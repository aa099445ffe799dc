import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const require = createRequire(import.meta.url)

/** Invented releases beside this file, and the SPDX texts each has under a file name: the texts are not kept here. */
export const RELEASES = {
  'hedgerow--wren-1b': { name: 'hedgerow--wren-1b', texts: { LICENSE: 'Apache-2.0' } },
  'brightbranch--minutes-lora': { name: 'brightbranch--minutes-lora', texts: {} },
  'tidewater--heron': { name: 'tidewater--heron', texts: { 'LICENSE-CODE': 'MIT' } },
} as const satisfies Record<string, { readonly name: string; readonly texts: Readonly<Record<string, string>> }>
export type ReleaseName = keyof typeof RELEASES

/** A copy of a release with its license texts put in, in a temporary folder of its own name; `remove` takes it away. */
export async function releaseFolder(name: ReleaseName): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const parent = await mkdtemp(join(tmpdir(), 'unwash-release-'))
  const path = join(parent, name)
  await cp(new URL(name, import.meta.url), path, { recursive: true })
  for (const [file, id] of Object.entries(RELEASES[name].texts)) {
    const { licenseText }: { licenseText: string } = require(`spdx-license-list/licenses/${id}`)
    await writeFile(join(path, file), licenseText)
  }
  return { path, remove: () => rm(parent, { recursive: true, force: true }) }
}
