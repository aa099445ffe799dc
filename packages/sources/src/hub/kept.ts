import type { HubAddress } from './address.ts'
import type { Cache } from './cache.ts'

/** What is kept of one repository at one commit. */
export interface KeptRepository {
  read(name: string): Promise<Uint8Array | null>
  write(name: string, bytes: Uint8Array): Promise<void>
  /** the beginning of a file, and the size of the whole */
  readFile(path: string): Promise<Beginning | null>
  writeFile(path: string, beginning: Beginning): Promise<void>
}

/** The first bytes of a file, and how many it has. */
export interface Beginning {
  readonly bytes: Uint8Array
  readonly size: number
}

/** The place of a repository in the cache: by scheme, host, kind and name; two dots stand in no host's name. */
export function placeAt(endpoint: string, { kind, id }: Pick<HubAddress, 'kind' | 'id'>): readonly string[] {
  const { protocol, host, pathname } = new URL(endpoint)
  const at = `${host}${pathname.replace(/\/$/, '')}`.replace(/[:/]/g, '_')
  return ['hub', protocol === 'https:' ? at : `${protocol.slice(0, -1)}..${at}`, `${kind}s`, ...id.split('/')]
}

/** What the cache keeps of a repository at a commit. */
export function keptAt(cache: Cache, repository: readonly string[], commit: string): KeptRepository {
  const place = [...repository, commit]
  return {
    read: name => cache.read([...place, name]),
    write: (name, bytes) => cache.write([...place, name], bytes),
    async readFile(path) {
      const kept = await cache.read([...place, 'files', path])
      return kept === null ? null : unpack(path, kept)
    },
    writeFile: (path, beginning) => cache.write([...place, 'files', path], pack(path, beginning)),
  }
}

/** One line says which file it is, how long, and how much of it follows: a shortened file is none. */
function pack(path: string, { bytes, size }: Beginning): Uint8Array {
  const line = `${JSON.stringify({ path, size, kept: bytes.length })}\n`
  return new Uint8Array(Buffer.concat([Buffer.from(line), bytes]))
}

function unpack(path: string, kept: Uint8Array): Beginning | null {
  const end = kept.indexOf(10)
  const said = /"size":(\d{1,15}),"kept":(\d{1,15})\}$/.exec(
    new TextDecoder().decode(kept.subarray(0, Math.max(0, end))),
  )
  const size = Number(said?.[1] ?? Number.NaN)
  const bytes = kept.subarray(end + 1)
  const line = Buffer.from(`${JSON.stringify({ path, size, kept: bytes.length })}\n`)
  return line.equals(kept.subarray(0, end + 1)) ? { bytes, size } : null
}
