import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { invalid, roomOr, unreadable } from '@unwash/core/error'
import { judge, today } from '@unwash/core/judge'
import { plain } from '@unwash/core/text/foreign'
import { NO_SIZES } from '@unwash/core/uses/effects'
import type { StatedUse } from '@unwash/core/uses/stated'
import { openWhole } from '@unwash/library/audit'
import { loadKnown } from '@unwash/library/known'
import { type Bundle, bundleOf, PURPOSES, type Purpose } from '@unwash/reporters/bundle/index'
import { entryAt } from '@unwash/sources/files/disk'
import { writeWhole } from '@unwash/sources/files/whole'
import { EXIT, tell } from '../exit.ts'
import { announce } from '../terminal/progress.ts'
import { spdxText } from './fix.ts'

/** For what a bundle is, and where it goes. */
interface BundleOptions {
  readonly for: Purpose
  readonly out: string
  readonly force?: true | undefined
  readonly offline?: true | undefined
}

/** Writes the folder of what has to go with a model. Exit code 1 where its terms do not allow the purpose. */
export async function bundled(target: string, options: BundleOptions, signal: AbortSignal): Promise<number> {
  const done = announce(`reading ${target}`)
  const { offline } = options
  const [release, known] = await Promise.all([openWhole(target, { signal, offline }), loadKnown()]).finally(done)
  const report = judge(release, known, release.readOn ?? today(), usePurpose(options.for))
  const bundle = bundleOf(release, report, known, options.for, spdxText)
  await writeBundle(options.out, bundle, options.force ?? false)
  for (const what of bundle.missing) tell(`not found: ${plain(what)}`)
  if (bundle.barred !== null) tell(`its terms do not allow that: ${plain(bundle.barred)}`)
  tell(`wrote ${bundle.files.length} files to ${options.out}: begin with README.md`)
  return bundle.barred === null ? EXIT.holds : EXIT.fails
}

/** The use that a purpose is, to be judged. */
export const usePurpose = (purpose: Purpose): StatedUse => ({
  ...NO_SIZES,
  actions: new Set<string>(PURPOSES[purpose].actions),
})

/**
 * Writes the files of a bundle into its folder and nowhere else: a link in it is not followed, and what is there
 * already is kept unless `force`. Throws an UnwashError before anything is written.
 */
export async function writeBundle(out: string, { files }: Bundle, force: boolean): Promise<void> {
  const paths = files.map(({ path, content }) => ({ path: join(out, path), content }))
  for (const { path } of paths) {
    const folder = dirname(path)
    if (folder !== out && entryAt(folder)?.isSymbolicLink())
      throw invalid('cannot write into', folder, 'it is a link: remove it, or give another folder with -o')
    if (!force && entryAt(path) !== null)
      throw invalid('will not overwrite', path, 'give another folder with -o, or --force')
  }
  try {
    for (const { path, content } of paths) {
      await mkdir(dirname(path), { recursive: true })
      await writeWhole(path, content)
    }
  } catch (cause) {
    throw unreadable('cannot write the bundle', out, roomOr(cause, 'give a folder that can be written to'), cause)
  }
}
