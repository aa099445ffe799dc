import { cp } from 'node:fs/promises'
import { spdx } from '../../packages/core/test/texts.ts'
import { folderWith } from '../release.ts'

/** Invented releases beside this file, and the SPDX texts each has under a file name: the texts are not kept here. */
export const RELEASES = {
  'hedgerow--wren-1b': { name: 'hedgerow--wren-1b', texts: { LICENSE: 'Apache-2.0' } },
  'brightbranch--minutes-lora': { name: 'brightbranch--minutes-lora', texts: {} },
  'tidewater--heron': { name: 'tidewater--heron', texts: { 'LICENSE-CODE': 'MIT' } },
} as const satisfies Record<string, { readonly name: string; readonly texts: Readonly<Record<string, string>> }>
export type ReleaseName = keyof typeof RELEASES

/** A copy of a release with its license texts put in, in a temporary folder of its own name. */
export async function releaseFolder(name: ReleaseName): Promise<string> {
  const texts = Object.entries(RELEASES[name].texts).map(([file, id]) => [file, spdx(id)])
  const path = folderWith(Object.fromEntries(texts), name)
  await cp(new URL(name, import.meta.url), path, { recursive: true })
  return path
}
