import { createRequire } from 'node:module'
import { fixRelease, type TextOf } from '@unwash/core/fix/index'
import { judge } from '@unwash/core/judge'
import { loadKnown } from '@unwash/library/known'
import { open } from '@unwash/sources/index'
import { printed, tell } from '../exit.ts'
import { announce } from '../terminal/progress.ts'

/**
 * Prints a patch for a release of one's own: missing texts, front matter, sentences that are contradicted. Nothing is
 * changed on disk.
 */
export async function fixed(target: string, signal: AbortSignal): Promise<number> {
  const done = announce(`reading ${target}`)
  const [release, known] = await Promise.all([open(target, { signal }), loadKnown()]).finally(done)
  const { patch, changed, left } = fixRelease(release, judge(release, known), known, spdxText)
  const code = printed(patch)
  const count =
    changed === 1 ? ' (one sentence is worded anew)' : changed > 1 ? ` (${changed} sentences are worded anew)` : ''
  console.error(
    patch === '' ? 'unwash: nothing that a patch can change' : `unwash: read this patch before you apply it${count}`,
  )
  for (const what of left) tell(what)
  return code
}

/** The SPDX list's text of a license; each is a file of its own, and only those that are missing are read. */
export const spdxText: TextOf = id => {
  try {
    const license: unknown = createRequire(import.meta.url)(`spdx-license-list/licenses/${id}.json`)
    return hasText(license) ? license.licenseText : null
  } catch {
    return null
  }
}

const hasText = (license: unknown): license is { readonly licenseText: string } =>
  typeof license === 'object' &&
  license !== null &&
  'licenseText' in license &&
  typeof license.licenseText === 'string' &&
  license.licenseText !== ''
