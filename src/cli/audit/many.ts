import { opendir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { invalid } from '../../error.ts'
import { foundAt } from '../../sources/files/disk.ts'

/** fewer folders with a card or a license of their own may be parts of one release */
const SEVERAL = 3
/** folders of folders looked into */
const SORTED = 8
/** folders looked into; a corpus has more */
const LOOKED_AT = 200
/** what tells a release by its names */
const OWN = /^(?:readme|licen[cs]e|copying|model_?card|config\.json|model_index\.json)/i

/**
 * Throws an UnwashError where a folder holds many releases and is none itself: each in a folder of its own, and nothing
 * beside them.
 */
export async function refuseMany(target: string, within = 1): Promise<void> {
  if (!foundAt(target)?.isDirectory()) return
  const own: string[] = []
  const folders: string[] = []
  let looked = 0
  for await (const entry of await opendir(target)) {
    if (entry.name.startsWith('.') && entry.name !== '.git') continue
    // a file of its own, or a repository: it may be one
    if (!entry.isDirectory() || entry.name === '.git' || entry.name === 'snapshots') return
    if (looked === LOOKED_AT) break
    looked++
    folders.push(join(target, entry.name))
    const names = await readdir(join(target, entry.name)).catch(() => [])
    if (names.some(name => OWN.test(name))) own.push(entry.name)
  }
  const [first] = own.sort()
  // one step deeper, where nothing here looks like a release: they may be sorted by where they are from
  if (own.length === 0 && within > 0)
    for (const folder of folders.slice(0, SORTED)) await refuseMany(folder, within - 1)
  if (own.length < SEVERAL || first === undefined || own.length < looked / 2) return
  const todo = `use survey for all of them: unwash survey ${target}; for one: unwash ${join(target, first)}`
  throw invalid(`${looked}${looked === LOOKED_AT ? ' or more' : ''} releases and not one are in`, target, todo)
}
