import { open, opendir, readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { invalid } from '@unwash/core/error'
import { legalNameOf } from '@unwash/core/knowledge/legal-names'
import { loadLegalFiles } from '@unwash/knowledge/load'
import { foundAt } from '@unwash/sources/files/disk'
import { isEvidence } from '@unwash/sources/saved/begins'

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
    // the audit itself tells what cannot be read
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

/** what a release's own metadata says of itself, in one of these files */
const METADATA = /^(?:config|configuration|model_index|generation_config|adapter_config|metadata)\.json$/i
/** how far into a file what it is shows */
const BYTES_LOOKED_AT = 64

/**
 * Throws an UnwashError where a file is JSON that nothing of a release can be read from: neither evidence nor metadata
 * nor terms.
 */
export async function refuseJson(target: string): Promise<void> {
  const name = basename(target)
  if (!/\.json$/i.test(name) || METADATA.test(name) || legalNameOf(name, loadLegalFiles()) !== null) return
  if (!foundAt(target)?.isFile() || (await isEvidence(target))) return
  const handle = await open(target)
  const { buffer, bytesRead } = await handle
    .read(Buffer.alloc(BYTES_LOOKED_AT), 0, BYTES_LOOKED_AT, 0)
    .finally(() => handle.close())
  if (!/^\s*[[{]/.test(buffer.toString('utf8', 0, bytesRead))) return
  const todo = 'give the folder of a release, or evidence that was saved with --evidence'
  throw invalid('no release is in the JSON file', target, todo)
}
