import { opendir, readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { invalid } from '../../error.ts'
import { foundAt } from '../../sources/files/disk.ts'
import type { ListOfTargets, Targets } from './target.ts'

/** A folder of releases: each folder in it is one. */
export const releases = { accepts, list } satisfies ListOfTargets

function accepts(word: string): boolean {
  return foundAt(word)?.isDirectory() === true
}

async function list(word: string): Promise<Targets> {
  const folders: string[] = []
  let files = 0
  for await (const entry of await opendir(word)) {
    if (entry.isDirectory() && !entry.name.startsWith('.')) folders.push(entry.name)
    else if (entry.isFile()) files += 1
  }
  if (folders.length === 0) {
    throw invalid('no folders are in', word, `give the folder that holds releases; one alone: unwash ${word}`)
  }
  // by name, so that a survey goes the same way each time
  const kept: string[] = []
  for (const name of folders.sort()) {
    const entries = await readdir(join(word, name)).catch(() => ['unreadable'])
    if (entries.length > 0) kept.push(join(word, name))
  }
  const empty = folders.length - kept.length
  return {
    source: resolve(word),
    total: kept.length,
    notes: [
      ...(files > 0 ? [`${word}: files beside the folders left out (${files})`] : []),
      ...(empty > 0 ? [`${word}: empty folders left out (${empty})`] : []),
    ],
    each: async function* () {
      for (const target of kept) yield { target, facts: {} }
    },
  }
}
