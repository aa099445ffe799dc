import { statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createSupportsHyperlinks } from 'supports-hyperlinks'
import type { RenderOptions } from '../../reporters/index.ts'

/** a longer link is not told from what a crafted text writes */
const LONGEST = 500

/**
 * How what is cited of a folder here opens from where the reader stands: as links, where the terminal shows them, and
 * else by saying where its files are.
 */
export function standOf(
  target: string,
  cwd: string,
  stream: { readonly isTTY?: boolean },
): Pick<RenderOptions, 'linkTo' | 'filesIn'> {
  const folder = resolve(cwd, target)
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return {}
  if (stream.isTTY !== true || !createSupportsHyperlinks(stream as NodeJS.WriteStream)) {
    const from = relative(cwd, folder)
    return from === '' ? {} : { filesIn: from.startsWith('..') && folder.length < from.length ? folder : from }
  }
  return {
    linkTo: cited => {
      if (!('path' in cited) || cited.place) return null
      const path = join(folder, cited.path)
      // a path of a crafted release leads nowhere else
      const address = pathToFileURL(path).href
      return path.startsWith(folder) && address.length < LONGEST ? address : null
    },
  }
}
