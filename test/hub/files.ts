import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Answering } from './answers.ts'
import { refuse } from './json.ts'
import { pointerOf, type Repository, type ServedFile } from './repository.ts'

/** The file of a repository at a path of the store: `models/org/name/SHA/path`. */
export function findFile(repositories: ReadonlyMap<string, Repository>, path: string): ServedFile | null {
  for (const [key, { files }] of repositories) {
    const start = `/${key}/`
    if (path.startsWith(start))
      return files.find(one => one.path === decodeURIComponent(path.slice(start.length))) ?? null
  }
  return null
}

/** the kind of answer that says how to ask the store of chunks, in place of the file */
const CHUNKS = 'application/vnd.xet-fileinfo+json'

/** A text is sent on to the hub's own cache, a large file to the store. */
export function sendOn(
  request: IncomingMessage,
  response: ServerResponse,
  { id, sha, files, setup }: Repository,
  path: string,
  { store, endpoint }: Answering,
) {
  const kind = `${setup.kind ?? 'model'}s`
  const file = files.find(one => one.path === path)
  response.setHeader('x-repo-commit', sha)
  if (file === undefined) return refuse(response, 404, 'EntryNotFound', 'Entry not found')
  const place = `${kind}/${id}/${sha}/${path.split('/').map(encodeURIComponent).join('/')}`
  response.setHeader('x-linked-size', file.size)
  response.setHeader('x-linked-etag', `"${file.stored ? file.sha256 : file.oid}"`)
  response.setHeader('accept-ranges', 'bytes')
  if (!file.stored) {
    const location = `${new URL(endpoint).pathname.replace(/\/$/, '')}/api/resolve-cache/${place}`
    response.writeHead(307, { etag: `"${file.oid}"`, location }).end()
    return
  }
  if (setup.xet) {
    const hash = chunkHash(file)
    const link = [`<${endpoint}/api/${kind}/${id}/xet-read-token/${sha}>; rel="xet-auth"`]
    link.push(`<${store}/v1/reconstructions/${hash}>; rel="xet-reconstruction-info"`)
    response.setHeader('x-xet-hash', hash)
    response.setHeader('link', link.join(', '))
    if (request.headers.accept?.includes(CHUNKS)) {
      response.writeHead(200, { 'content-type': CHUNKS, etag: `"${file.sha256}"` }).end(JSON.stringify({ hash }))
      return
    }
  }
  response.writeHead(302, { location: `${store}/${place}?Signature=invented` }).end()
}

/** The file that is in git: of a large one the pointer. */
export function sendRaw(
  request: IncomingMessage,
  response: ServerResponse,
  { files }: Repository,
  path: string,
  hub: Answering,
) {
  const file = files.find(one => one.path === path)
  if (file === undefined) return refuse(response, 404, 'EntryNotFound', 'Entry not found')
  const pointer = new TextEncoder().encode(pointerOf(file.sha256, file.size))
  const inGit = file.stored ? { ...file, stored: false, bytes: pointer, size: pointer.length } : file
  sendFile(request, response, inGit, hub)
}

/** The hash by which the store of chunks knows a file. */
export const chunkHash = ({ sha256 }: ServedFile) => sha256.split('').reverse().join('')

export function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  { size, bytes, stored, sha256, oid }: ServedFile,
  { silentParts }: Pick<Answering, 'silentParts'>,
) {
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '')
  const from = Number(range?.[1] ?? 0)
  const to = Math.min(range?.[2] ? Number(range[2]) : size - 1, size - 1)
  if (range && from > to) {
    response.setHeader('content-range', `bytes */${size}`)
    return refuse(response, 416)
  }
  const part = range && !silentParts ? { 'content-range': `bytes ${from}-${to}/${size}` } : {}
  const about = { etag: `"${stored ? sha256 : oid}"`, 'accept-ranges': 'bytes', 'content-length': to - from + 1 }
  response.writeHead(range ? 206 : 200, { ...about, ...part })
  if (request.method === 'HEAD') {
    response.end()
    return
  }
  const zeros = Buffer.alloc(64 * 1024)
  let at = from
  const more = () => {
    while (at <= to) {
      const piece = at < bytes.length ? bytes.subarray(at, to + 1) : zeros.subarray(0, to + 1 - at)
      at += piece.length
      if (!response.write(piece)) return response.once('drain', more)
    }
    return response.end()
  }
  more()
}
