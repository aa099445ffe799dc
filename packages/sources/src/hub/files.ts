import { limitTo } from '@unwash/core/at-once'
import type { ReleaseFile } from '@unwash/core/release/release'
import type { FileReader, Note } from '../files/gather.ts'
import { headerFormat } from '../headers/index.ts'
import type { Client } from '../http/client.ts'
import { AHEAD_BYTES } from '../http/limits.ts'
import { HubTrouble, isRefusal } from '../http/trouble.ts'
import type { HubAddress } from './address.ts'
import type { Beginning, KeptRepository } from './kept.ts'
import { AT_ONCE } from './limits.ts'

/** A repository at a commit, to be read. */
export interface Repository {
  readonly address: HubAddress
  readonly commit: string
  readonly files: readonly ReleaseFile[]
  /** null offline */
  readonly client: Client | null
  readonly kept: KeptRepository
  /** whoever refuses one file may refuse them all */
  readonly gated: boolean
  /** where a person asks for access */
  readonly page: string
}

/** Reads beginnings of a repository's files: from the cache, else from the hub, by range. */
interface HubReader extends FileReader {
  /** told once, however many files are refused */
  notes(): readonly Note[]
}

/** A reader of a repository. A repository whose files are refused is asked for one, and for no more of them. */
export function hubReaderOf(repository: Repository): HubReader {
  const { kept, client, page, gated } = repository
  const sizes = new Map(repository.files.map(({ path, size }) => [path, size]))
  const asked = new Map<string, Promise<Beginning>>()
  const short = new Set<string>()
  let refusal: HubTrouble | null = null

  const fetched = async (path: string, want: number, before: Beginning | null): Promise<Beginning> => {
    if (client === null) throw new Error('it is not in the cache, and nothing is asked for offline')
    const beginning = await ask(client, repository, path, { want, before, listed: sizes.get(path) ?? null })
    // what is shorter than it should be is asked for again another time
    if (isWhole(beginning, want)) await kept.writeFile(path, beginning)
    else short.add(path)
    return beginning
  }
  const begin = async (path: string, bytes: number, before: Beginning | null): Promise<Beginning> => {
    const size = sizes.get(path) ?? null
    if (size === 0) return { bytes: new Uint8Array(), size }
    if (before !== null && short.has(path)) return before
    const ahead = headerFormat(path) === undefined ? bytes : Math.max(bytes, AHEAD_BYTES)
    const want = size === null ? ahead : Math.min(ahead, size)
    const inCache = before ?? (await kept.readFile(path))
    const had = inCache !== null && inCache.size >= (size ?? 0) ? inCache : null
    return had !== null && isWhole(had, bytes) ? had : fetched(path, want, had)
  }
  const head: FileReader['head'] = async (path, bytes) => {
    if (refusal !== null) return null
    // what failed once is not asked for again
    const now = (asked.get(path) ?? Promise.resolve(null)).then(had => begin(path, bytes, had))
    asked.set(path, now)
    try {
      const beginning = await now
      return { bytes: beginning.bytes.subarray(0, bytes), size: beginning.size }
    } catch (error) {
      if (!isRefusal(error)) throw error
      refusal = error
      return null
    }
  }
  const prepare: FileReader['prepare'] = async wanted => {
    const [first] = wanted
    if (gated && first !== undefined) await head(first.path, first.limit).catch(() => null)
    const room = limitTo(AT_ONCE)
    const ask = async ({ path, limit }: (typeof wanted)[number]) => {
      if (refusal === null) await head(path, limit).catch(() => null)
    }
    await Promise.all(wanted.map(one => room.through(() => ask(one))))
  }
  return {
    head,
    why: () => (refusal === null ? null : { why: 'refused', says: `was refused without access: ${refusal.message}` }),
    prepare,
    prepareHeaders: paths => prepare(paths.map(path => ({ path, limit: AHEAD_BYTES }))),
    notes() {
      if (refusal === null) return []
      const why = refusal.code === null ? refusal.message : `${refusal.message} (${refusal.code})`
      return [{ says: `the files are refused without access, which is asked for at ${page}: ${why}` }]
    },
  }
}

/** Asks for what is still missing of a file's beginning. */
async function ask(
  client: Client,
  { address, commit }: Repository,
  path: string,
  {
    want,
    before,
    listed,
  }: { readonly want: number; readonly before: Beginning | null; readonly listed: number | null },
): Promise<Beginning> {
  const folder = address.kind === 'dataset' ? '/datasets' : ''
  const steps = path.split('/').map(encodeURIComponent).join('/')
  const from = before?.bytes.length ?? 0
  const whole = listed !== null && listed <= want && from === 0
  const answer = await client.get(`${folder}/${address.id}/resolve/${commit}/${steps}`, {
    most: want - from,
    ...(whole ? {} : { range: [from, want - 1] as const }),
  })
  if (answer.commit !== null && answer.commit !== commit)
    throw new HubTrouble(`it is of another commit than was asked for: ${answer.commit}`)
  const bytes = new Uint8Array(Buffer.concat([before?.bytes ?? new Uint8Array(), answer.bytes]))
  const said = answer.size ?? before?.size ?? listed ?? bytes.length
  // the list is of this commit: what is shorter is another file, or not all of it
  return { bytes, size: Math.max(said, listed ?? 0) }
}

const isWhole = ({ bytes, size }: Beginning, want: number) => bytes.length >= Math.min(want, size)
