import { type Dirent, lstatSync, opendirSync, realpathSync, type Stats, statSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { setImmediate } from 'node:timers/promises'

/*
 * Small questions to the disk are asked at once: by way of the threads of node each takes ten times as long, and a
 * release takes hundreds. Who asks many lets others have their turn in between.
 */

/** What stands at a path, a link as such; null when nothing does, or it may not be seen. */
export function entryAt(path: string): Stats | null {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) ?? null
  } catch {
    return null
  }
}

/** What stands at a path, through links; null when nothing does, or it may not be seen. */
export function foundAt(path: string): Stats | null {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null
  } catch {
    return null
  }
}

/** A path with all links followed; null when it leads nowhere. */
export function realPathOf(path: string): string | null {
  try {
    return realpathSync.native(path)
  } catch {
    return null
  }
}

/** Whether nothing is at a place; any other trouble of the system says nothing of what is there. */
export const isAbsent = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')

/** The names in a folder, none where there is no folder. Throws the system's error where they cannot be read. */
export const namesInFolder = (folder: string): Promise<readonly string[]> =>
  readdir(folder).catch((error: unknown) => {
    if (isAbsent(error)) return []
    throw error
  })

/** Whether a real path is a folder or in it. */
export const isWithin = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)

/** The real path of something in a folder, itself a real path; null where that leads out of it, or nowhere. */
export function pathWithin(folder: string, path: string): string | null {
  const real = realPathOf(join(folder, path))
  return real !== null && isWithin(real, folder) ? real : null
}

/** milliseconds of asking after which whatever else waits comes first: signals, times that are over, other requests */
const LONGEST_SPELL = 20
let last = 0

/** Lets whatever waits have its turn, when it has not had one for a while. */
export async function giveWay(): Promise<void> {
  const now = performance.now()
  if (now - last < LONGEST_SPELL) return
  await setImmediate()
  last = performance.now()
}

/**
 * The entries of a folder, at most so many, read piece by piece: one with millions is not held whole. Throws the
 * system's error.
 */
export function entriesOf(
  folder: string,
  most: number,
): { readonly entries: readonly Dirent[]; readonly more: boolean } {
  const entries: Dirent[] = []
  const opened = opendirSync(folder, { bufferSize: 256 })
  try {
    for (let entry = opened.readSync(); entry !== null; entry = opened.readSync()) {
      if (entries.length >= most) return { entries, more: true }
      entries.push(entry)
    }
    return { entries, more: false }
  } finally {
    opened.closeSync()
  }
}
