import { UnwashError } from './error.ts'
import { file } from './file.ts'
import { folder } from './folder.ts'
import { git } from './git.ts'
import { mot } from './mot/index.ts'
import type { Release } from './release.ts'
import { saved } from './saved/index.ts'
import type { OpenOptions, Source } from './source.ts'

/** Where a release can be read from, in the order asked; one that knows its own URLs goes before `git`. */
export const sources: readonly Source[] = [git, folder, saved, mot, file]

/**
 * Opens the release at a target: a folder, a git URL or `path@revision`, or a file.
 * Throws `UnwashError` when no source opens it, or the one that should cannot.
 */
export async function open(target: string, options: OpenOptions = {}): Promise<Release> {
  for (const source of sources) {
    if (!target.includes('\0') && (await source.accepts(target))) return source.open(target, options)
  }
  throw new UnwashError('no source opens', target, 'give a folder, a git URL, or a file')
}
