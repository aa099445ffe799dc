import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { whenTestEnds } from '../../../../test/ends.ts'

/** A blob of an invented artifact: what a manifest says of it, and its bytes. */
export interface Blob {
  readonly mediaType: string
  readonly bytes: Uint8Array
  readonly annotations?: Readonly<Record<string, string>>
}

export interface RegistrySetup {
  readonly repository: string
  readonly tag: string
  readonly manifestType: string
  readonly artifactType?: string
  readonly config: Blob
  readonly layers: readonly Blob[]
  /** of the manifest */
  readonly annotations?: Readonly<Record<string, string>>
  /** asks for an anonymous token first, as public registries do */
  readonly tokens?: boolean
  /** sends blobs on to a store, as public registries do */
  readonly store?: boolean
  /** gives other bytes for this layer than its digest says */
  readonly wrong?: number
}

export interface ServedRegistry {
  readonly host: string
  /** what was asked for: method, path, range and whether a token came with it */
  readonly asked: readonly string[]
}

const digestOf = (bytes: Uint8Array) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`
const describe = ({ mediaType, bytes, annotations }: Blob) => ({
  mediaType,
  digest: digestOf(bytes),
  size: bytes.length,
  ...(annotations ? { annotations } : {}),
})

/**
 * A registry with one artifact, as the OCI distribution specification has it: end-2 and end-3 of its table, errors as
 * JSON
 * with a code, `Docker-Content-Digest`, ranges (RFC 9110), Bearer challenges and redirects of blobs.
 */
export async function serveRegistry(setup: RegistrySetup): Promise<ServedRegistry> {
  const manifest = new TextEncoder().encode(
    JSON.stringify({
      schemaVersion: 2,
      ...(setup.annotations ? { annotations: setup.annotations } : {}),
      mediaType: setup.manifestType,
      ...(setup.artifactType ? { artifactType: setup.artifactType } : {}),
      config: describe(setup.config),
      layers: setup.layers.map(describe),
    }),
  )
  const blobs = new Map([setup.config, ...setup.layers].map(({ bytes }) => [digestOf(bytes), bytes]))
  const wrong = setup.wrong === undefined ? null : digestOf(setup.layers[setup.wrong]?.bytes ?? new Uint8Array())
  const asked: string[] = []
  const server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo
    const url = new URL(request.url ?? '/', `http://127.0.0.1:${port}`)
    const { range, authorization, accept } = request.headers
    asked.push([request.method, url.pathname, range ?? '', authorization ? 'token' : ''].join(' ').trim())
    const fail = (status: number, code: string, headers = {}) =>
      response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(JSON.stringify({ errors: [{ code, message: code }] }))
    if (url.pathname === '/token')
      return response.end(JSON.stringify({ token: url.searchParams.get('scope') ? 'anonymous-pull' : '' }))
    const isStore = url.pathname.startsWith('/store/')
    if (setup.tokens && !isStore && authorization !== 'Bearer anonymous-pull')
      return fail(401, 'UNAUTHORIZED', {
        'www-authenticate': `Bearer realm="http://127.0.0.1:${port}/token",service="registry",scope="repository:${setup.repository}:pull"`,
      })
    const [, kind, reference = ''] =
      new RegExp(`^/v2/${setup.repository}/(manifests|blobs)/(.+)$`).exec(url.pathname) ?? []
    if (kind === 'manifests') {
      if (reference !== setup.tag && reference !== digestOf(manifest)) return fail(404, 'MANIFEST_UNKNOWN')
      if (!accept?.includes(setup.manifestType)) return fail(404, 'MANIFEST_UNKNOWN')
      const headers = { 'content-type': setup.manifestType, 'docker-content-digest': digestOf(manifest) }
      return response.writeHead(200, headers).end(manifest)
    }
    const digest = isStore ? url.pathname.slice('/store/'.length) : reference
    const bytes = blobs.get(digest)
    if (!bytes || !(kind === 'blobs' || isStore)) return fail(404, 'BLOB_UNKNOWN')
    // a token is for the registry, and for no store
    if (isStore && authorization) return fail(400, 'UNSUPPORTED')
    if (setup.store && !isStore)
      return response
        .writeHead(307, { location: `http://127.0.0.1:${(away.address() as AddressInfo).port}/store/${digest}` })
        .end()
    const given = digest === wrong ? bytes.map(byte => byte ^ 1) : bytes
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? []
    if (from === undefined) return response.writeHead(200, { 'content-length': given.length }).end(given)
    const part = given.subarray(Number(from), Number(to) + 1)
    const last = Number(from) + part.length - 1
    return response.writeHead(206, { 'content-range': `bytes ${from}-${last}/${given.length}` }).end(part)
  })
  // the store is at another place than the registry
  const away = createServer((request, response) => server.emit('request', request, response))
  for (const one of [server, away]) {
    await new Promise<void>(resolve => one.listen(0, '127.0.0.1', resolve))
    whenTestEnds(() => new Promise(resolve => one.close(resolve)))
  }
  return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}

/** An archive of these files, as `tar --format=ustar` writes it. */
export function tarOf(files: Readonly<Record<string, string | { readonly link: string }>>): Uint8Array {
  const blocks = Object.entries(files).flatMap(([name, content]) => {
    const link = typeof content === 'string' ? null : content.link
    const body = Buffer.from(typeof content === 'string' ? content : '')
    const head = Buffer.alloc(512)
    head.write(name, 0, 100)
    head.write('0000644\0', 100)
    head.write(`${body.length.toString(8).padStart(11, '0')}\0`, 124)
    head.write('        ', 148)
    head.write(link === null ? '0' : '2', 156)
    head.write(link ?? '', 157)
    head.write('ustar\x0000', 257)
    const sum = head.reduce((total, byte) => total + byte, 0)
    head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
    return [head, body, Buffer.alloc((512 - (body.length % 512)) % 512)]
  })
  return new Uint8Array(Buffer.concat([...blocks, Buffer.alloc(1024)]))
}
