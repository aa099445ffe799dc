import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { invalid } from '../../error.ts'
import { legalNameOf } from '../../knowledge/legal-names.ts'
import { loadLegalFiles } from '../../knowledge/load.ts'
import { foundAt } from '../../sources/files/disk.ts'
import { isEvidence } from '../../sources/saved/begins.ts'

/** what a release's own metadata says of itself, in one of these files */
const METADATA = /^(?:config|configuration|model_index|generation_config|adapter_config|metadata)\.json$/i
/** how far into a file what it is shows */
const HEAD = 64

/**
 * Throws an UnwashError where a file is JSON that nothing of a release can be read from: neither evidence nor metadata
 * nor terms.
 */
export async function refuseJson(target: string): Promise<void> {
  const name = basename(target)
  if (!/\.json$/i.test(name) || METADATA.test(name) || legalNameOf(name, loadLegalFiles()) !== null) return
  if (!foundAt(target)?.isFile() || (await isEvidence(target))) return
  const handle = await open(target)
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0).finally(() => handle.close())
  if (!/^\s*[[{]/.test(buffer.toString('utf8', 0, bytesRead))) return
  const todo = 'give the folder of a release, or evidence that was saved with --evidence'
  throw invalid('no release is in the JSON file', target, todo)
}
