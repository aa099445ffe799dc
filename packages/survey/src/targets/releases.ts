import { opendir, readdir } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { invalid } from '@unwash/core/error'
import { foundAt, realPathOf } from '@unwash/sources/files/disk'
import type { ListOfTargets, Targets } from './target.ts'

/** A folder of releases: each folder in it is one. */
export const releases = { accepts, list } satisfies ListOfTargets

function accepts(word: string): boolean {
  return foundAt(word)?.isDirectory() === true
}

/** Whether a link leads to a folder that holds neither the link nor what the link stands among. */
function leadsOn(word: string, name: string): boolean {
  const [real, own] = [realPathOf(join(word, name)), realPathOf(word)]
  if (real === null || own === null || !foundAt(real)?.isDirectory()) return false
  // the folder itself, or one above it
  return relative(real, own).startsWith('..')
}

async function list(word: string): Promise<Targets> {
  const folders: string[] = []
  let files = 0
  let links = 0
  for await (const entry of await opendir(word)) {
    const link = entry.isSymbolicLink()
    if (entry.isFile()) files += 1
    else if (entry.name.startsWith('.')) continue
    else if (entry.isDirectory() || (link && leadsOn(word, entry.name))) folders.push(entry.name)
    else if (link) links += 1
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
      ...(links > 0 ? [`${word}: links that lead to no folder, or back, left out (${links})`] : []),
      ...(empty > 0 ? [`${word}: empty folders left out (${empty})`] : []),
    ],
    each: async function* () {
      for (const target of kept) yield { target, facts: {} }
    },
  }
}
