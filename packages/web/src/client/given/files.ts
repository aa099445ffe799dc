import { DEPTH } from '@unwash/core/release/limits'
import type { SentText } from '../messages.ts'

/** files of a folder; more are no release that one drops on a page */
const FILES = 20_000

/** The files that were opened, a folder's with its folders. */
export const filesIn = (list: FileList | null): readonly SentText[] =>
  [...(list ?? [])].slice(0, FILES).map(file => ({ path: file.webkitRelativePath || file.name, content: file }))

/** The files that were dropped, and those of folders among them. */
export async function filesDropped({ items, files }: DataTransfer): Promise<readonly SentText[]> {
  // asked for at once: after the event nothing is there
  const entries = [...items].flatMap(item => item.webkitGetAsEntry() ?? [])
  if (!entries.some(({ isDirectory }) => isDirectory)) return filesIn(files)
  const found: SentText[] = []
  for (const entry of entries) await collect(entry, found)
  return found
}

async function collect(entry: FileSystemEntry, found: SentText[], depth = 0): Promise<void> {
  if (found.length >= FILES || depth > DEPTH) return
  if (entry instanceof FileSystemFileEntry || entry.isFile) {
    const file = await new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail))
    found.push({ path: entry.fullPath.replace(/^\//, ''), content: file })
    return
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  // a browser gives a hundred at a time
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail))
    if (some.length === 0) return
    for (const one of some) await collect(one, found, depth + 1)
  }
}
