import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { keyOf, type Repository, type RepositorySetup, repositoryOf, type ServedFile } from './repository.ts'

/** What a hub or its store does instead of answering. */
export type Fault =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  /** no answer at all */
  | 'silent'
  /** the beginning of an answer, and then nothing */
  | 'stalls'
  /** half of an answer, and the connection is gone */
  | 'cut'
  /** an answer without end */
  | 'endless'

export interface Request {
  /** which of the two servers was asked */
  readonly at: 'hub' | 'store'
  readonly path: string
  readonly token: string | null
  readonly range: string | null
}

/** A hub that is served on this machine, on two ports: the hub itself and the store of its large files. */
export interface ServedHub {
  readonly endpoint: string
  /** everything it was asked, in order */
  readonly requests: readonly Request[]
  /** forgets what it was asked */
  forget(): void
  /** puts a release there, in place of an older one of the name */
  publish(setup: RepositorySetup, on?: string): Repository
  /** does something else the next times a path that matches is asked for */
  fail(path: RegExp, fault: Fault, times?: number): () => void
  close(): Promise<void>
}

export interface HubSetup {
  readonly releases?: readonly RepositorySetup[]
  /** old names, and what they are called now */
  readonly moved?: Readonly<Record<string, string>>
  /** files on one page of a listing */
  readonly page?: number
  /** accounts that are an organization's; the others are persons' */
  readonly organizations?: readonly string[]
  /** tokens the hub knows */
  readonly tokens?: readonly string[]
  readonly port?: number
}

/** Serves a hub with the shape of the Hugging Face Hub's API. */
export async function serveHub(setup: HubSetup = {}): Promise<ServedHub> {
  const repositories = new Map<string, Repository>()
  const history = new Map<string, Repository>()
  const requests: Request[] = []
  const faults: { path: RegExp; fault: Fault; left: number }[] = []
  const publish = (one: RepositorySetup, on = '2026-01-01') => {
    const key = keyOf(one.kind ?? 'model', repositoryOf(one).id)
    const repository = { ...repositoryOf(one), date: `${on}T12:00:00.000Z`, before: repositories.get(key) ?? null }
    repositories.set(key, repository)
    history.set(`${key}/${repository.sha}`, repository)
    return repository
  }
  for (const one of setup.releases ?? []) publish(one)

  const heard = (at: Request['at'], answer: (request: IncomingMessage, response: ServerResponse) => void) =>
    createServer((request, response) => {
      const path = request.url ?? '/'
      const token = /^Bearer (.*)$/.exec(request.headers.authorization ?? '')?.[1] ?? null
      requests.push({ at, path, token, range: request.headers.range ?? null })
      const fault = faults.find(one => one.left > 0 && one.path.test(path))
      if (fault === undefined) return answer(request, response)
      fault.left -= 1
      misbehave(response, fault.fault)
    })

  const store = heard('store', (request, response) => {
    const url = new URL(request.url ?? '/', 'http://store')
    const file = findFile(history, url.pathname)
    if (file === null) return refuse(response, 404)
    sendFile(request, response, file)
  })
  const storePort = await listen(store, 0)
  const hub = heard('hub', (request, response) => {
    // another name for this machine is another host
    answerHub(request, response, { ...setup, repositories, history, store: `http://localhost:${storePort}` })
  })
  const endpoint = `http://127.0.0.1:${await listen(hub, setup.port ?? 0)}`
  return {
    endpoint,
    requests,
    forget: () => requests.splice(0),
    publish,
    fail: (path, fault, times = 1) => {
      const one = { path, fault, left: times }
      faults.push(one)
      return () => {
        one.left = 0
      }
    },
    close: async () => {
      for (const server of [hub, store]) server.closeAllConnections()
      await Promise.all([hub, store].map(server => new Promise(done => server.close(done))))
    },
  }
}

interface Answering extends HubSetup {
  readonly repositories: ReadonlyMap<string, Repository>
  /** every commit that was published */
  readonly history: ReadonlyMap<string, Repository>
  readonly store: string
}

const API = /^\/api\/(model|dataset)s\/((?:[^/]+\/)?[^/]+?)(?:\/(revision|tree|commits)\/([^/?]+))?$/
const ACCOUNT = /^\/api\/(organizations|users)\/([^/]+)\/overview$/
const RESOLVE = /^\/(datasets\/)?((?:[^/]+\/)?[^/]+?)\/resolve\/([^/]+)\/(.+)$/
const CACHE = /^\/api\/resolve-cache\/((?:model|dataset)s\/.+?)\/([0-9a-f]{40})\/(.+)$/

function answerHub(request: IncomingMessage, response: ServerResponse, hub: Answering) {
  const url = new URL(request.url ?? '/', `http://${request.headers.host}`)
  const token = /^Bearer (.*)$/.exec(request.headers.authorization ?? '')?.[1] ?? null
  response.setHeader('RateLimit', '"api";r=400;t=120')
  if (token !== null && !(hub.tokens ?? []).includes(token)) {
    return refuse(response, 401, undefined, 'Invalid credentials in Authorization header')
  }
  const cached = CACHE.exec(url.pathname)
  if (cached) {
    const file = findFile(hub.history, `/${cached[1]}/${cached[2]}/${cached[3]}`)
    return file === null ? refuse(response, 404, 'EntryNotFound') : sendFile(request, response, file)
  }
  if (url.pathname === '/api/models') return sendModels(response, url, hub)
  const account = ACCOUNT.exec(url.pathname)
  if (account) return sendAccount(response, account[1] === 'organizations', account[2] ?? '', hub)
  const asked = API.exec(url.pathname)
  const resolve = asked ? null : RESOLVE.exec(url.pathname)
  const kind = (asked?.[1] ?? (resolve?.[1] ? 'dataset' : 'model')) === 'dataset' ? 'dataset' : 'model'
  const id = asked?.[2] ?? resolve?.[2] ?? ''
  const now = hub.moved?.[id]
  if (now !== undefined) {
    response.writeHead(307, { location: `${url.pathname.replace(id, now)}${url.search}` }).end()
    return
  }
  const newest = hub.repositories.get(keyOf(kind, id))
  // strangers are not told whether there is a private one
  if (newest === undefined) return refuse(response, token === null ? 401 : 404, 'RepoNotFound', 'Repository not found')
  const revision = decodeURIComponent(asked?.[4] ?? resolve?.[3] ?? 'main')
  const known = ['main', 'HEAD', ...(newest.setup.revisions ?? [])]
  const repository = known.includes(revision) ? newest : hub.history.get(`${keyOf(kind, id)}/${revision}`)
  if (repository === undefined) return refuse(response, 404, 'RevisionNotFound', `Invalid rev id: ${revision}`)
  if (asked?.[3] === 'commits') return sendCommits(response, repository, url)
  if (asked && asked[3] !== 'tree') return sendInfo(response, repository, url)
  const { gated, granted, hidesTree } = repository.setup
  if (gated && (token === null || token !== granted) && (resolve || hidesTree)) {
    const message = `Access to ${kind} ${id} is restricted.`
    return refuse(response, token === null ? 401 : 403, 'GatedRepo', message)
  }
  if (asked) return sendTree(response, repository, url, hub.page ?? 1000)
  sendOn(response, repository, kind, decodeURIComponent(resolve?.[4] ?? ''), hub.store)
}

function sendInfo(response: ServerResponse, { id, sha, info }: Repository, url: URL) {
  const fields = url.searchParams.getAll('expand')
  const all: Readonly<Record<string, unknown>> = { ...info, sha }
  const some = fields.length === 0 ? all : Object.fromEntries(fields.map(field => [field, all[field]]))
  sendJson(response, { _id: '65f0', id, ...some })
}

/** Models by author and search, sorted, page after page. */
function sendModels(response: ServerResponse, url: URL, { repositories }: Answering) {
  const query = url.searchParams
  const sort = query.get('sort')
  if (sort !== null && !['downloads', 'likes', 'createdAt'].includes(sort))
    return refuse(response, 400, undefined, `Invalid sort: ${sort}`)
  const models = [...repositories.values()]
    .filter(({ setup, info }) => setup.kind !== 'dataset' && (query.get('author') ?? info.author) === info.author)
    .filter(({ id }) => id.includes(query.get('search') ?? ''))
    .sort((one, other) =>
      sort === null || one.info[sort] === other.info[sort] ? 0 : Number(other.info[sort]) - Number(one.info[sort]),
    )
  const from = Number(query.get('cursor') ?? 0)
  const limit = Math.min(Number(query.get('limit') ?? 1000), 2)
  if (from + limit < models.length) {
    query.set('cursor', String(from + limit))
    response.setHeader('link', `<${url.href}>; rel="next"`)
  }
  const fields = query.getAll('expand')
  sendJson(
    response,
    models.slice(from, from + limit).map(({ id, sha, info }) => {
      const all: Readonly<Record<string, unknown>> = { ...info, sha }
      return { _id: '65f0', id, ...Object.fromEntries(fields.map(field => [field, all[field]])) }
    }),
  )
}

function sendAccount(response: ServerResponse, asOrganization: boolean, name: string, hub: Answering) {
  const there = [...hub.repositories.values()].some(({ info }) => info.author === name)
  const is = (hub.organizations ?? []).includes(name)
  if (!there || is !== asOrganization) return refuse(response, 404, undefined, 'This account does not exist')
  sendJson(response, { name, fullname: name, type: asOrganization ? 'org' : 'user' })
}

/** One on each page, the newest first. */
function sendCommits(response: ServerResponse, newest: Repository, url: URL) {
  const all: Repository[] = []
  for (let at: Repository | null = newest; at !== null; at = at.before) all.push(at)
  const page = Number(url.searchParams.get('p') ?? 0)
  if (page + 1 < all.length) {
    url.searchParams.set('p', String(page + 1))
    response.setHeader('link', `<${url.href}>; rel="next"`)
  }
  sendJson(
    response,
    all.slice(page, page + 1).map(({ sha, date }) => ({ id: sha, title: 'Upload', message: '', authors: [], date })),
  )
}

function sendTree(response: ServerResponse, { files }: Repository, url: URL, page: number) {
  const from = Number(url.searchParams.get('cursor') ?? 0)
  const folders = from > 0 ? [] : new Set(files.flatMap(({ path }) => path.split('/').slice(0, -1)[0] ?? []))
  const entries = files.slice(from, from + page).map(({ path, size, stored }) => ({
    type: 'file',
    oid: '0'.repeat(40),
    size,
    path,
    ...(stored ? { lfs: { oid: '0'.repeat(64), size, pointerSize: 134 } } : {}),
  }))
  if (from + page < files.length) {
    url.searchParams.set('cursor', String(from + page))
    response.setHeader('link', `<${url.href}>; rel="next"`)
  }
  sendJson(response, [...[...folders].map(path => ({ type: 'directory', oid: '', size: 0, path })), ...entries])
}

/** A text is sent on to the hub's own cache, a large file to the store. */
function sendOn(response: ServerResponse, { id, sha, files }: Repository, kind: string, path: string, store: string) {
  const file = files.find(one => one.path === path)
  if (file === undefined) return refuse(response, 404, 'EntryNotFound', 'Entry not found')
  const place = `${kind}s/${id}/${sha}/${path.split('/').map(encodeURIComponent).join('/')}`
  const headers = { 'x-repo-commit': sha, 'x-linked-size': String(file.size) }
  if (file.stored) response.writeHead(302, { ...headers, location: `${store}/${place}?Signature=invented` }).end()
  else response.writeHead(307, { ...headers, location: `/api/resolve-cache/${place}` }).end()
}

function findFile(repositories: ReadonlyMap<string, Repository>, path: string): ServedFile | null {
  for (const [key, { files }] of repositories) {
    const start = `/${key}/`
    if (path.startsWith(start))
      return files.find(one => one.path === decodeURIComponent(path.slice(start.length))) ?? null
  }
  return null
}

function sendFile(request: IncomingMessage, response: ServerResponse, { size, bytes }: ServedFile) {
  const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '')
  const from = Number(range?.[1] ?? 0)
  const to = Math.min(Number(range?.[2] ?? size - 1), size - 1)
  if (from > to) return refuse(response, 416)
  const part = range ? { 'content-range': `bytes ${from}-${to}/${size}` } : {}
  response.writeHead(range ? 206 : 200, { 'content-length': to - from + 1, ...part })
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

function sendJson(response: ServerResponse, value: unknown) {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(value))
}

function refuse(response: ServerResponse, status: number, code?: string, message = 'Not found') {
  const headers = { ...(code ? { 'x-error-code': code } : {}), 'x-error-message': message }
  response.writeHead(status, { ...headers, 'content-type': 'application/json' }).end(JSON.stringify({ error: message }))
}

function misbehave(response: ServerResponse, fault: Fault): void {
  if (fault === 'silent') return
  if (typeof fault === 'object') {
    response.writeHead(fault.status, fault.headers).end(fault.body ?? '')
    return
  }
  response.writeHead(200, fault === 'endless' ? {} : { 'content-length': 1000 })
  response.write('[{"type":"fi')
  if (fault === 'cut') setTimeout(() => response.destroy(), 20)
  if (fault !== 'endless') return
  const piece = Buffer.alloc(1024 * 1024, ' ')
  const more = () => {
    while (!response.destroyed) if (!response.write(piece)) return response.once('drain', more)
    return response
  }
  more()
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}
