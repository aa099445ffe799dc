import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Answering, answerHub } from './answers.ts'
import { findFile, sendFile } from './files.ts'
import { refuse } from './json.ts'
import { limitsOf, type Quota } from './limits.ts'
import { keyOf, type Repository, type RepositorySetup, repositoryOf } from './repository.ts'

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
  /** of the answer, once it has begun */
  status?: number
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
  /** the hub is at a path of its host */
  readonly prefix?: string
  /** the address that links to a next page begin with: a mirror passes on those of the hub behind it */
  readonly links?: string
  /** how often it may be asked, by what is asked for */
  readonly quotas?: Readonly<Record<string, Quota>>
  /** parts of files are given without saying which */
  readonly silentParts?: boolean
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
      const asked: Request = { at, path, token, range: request.headers.range ?? null }
      requests.push(asked)
      response.once('close', () => {
        asked.status = response.statusCode
      })
      const fault = faults.find(one => one.left > 0 && one.path.test(path))
      if (fault === undefined) return answer(request, response)
      fault.left -= 1
      misbehave(response, fault.fault)
    })

  const store = heard('store', (request, response) => {
    const url = new URL(request.url ?? '/', 'http://store')
    const file = findFile(history, url.pathname)
    if (file === null) return refuse(response, 404)
    sendFile(request, response, file, setup)
  })
  const storePort = await listen(store, 0)
  const limits = limitsOf(setup.quotas)
  let endpoint = ''
  const hub = heard('hub', (request, response) => {
    // another name for this machine is another host
    const store = `http://localhost:${storePort}`
    const answering: Answering = { ...setup, repositories, history, store, endpoint, links: setup.links ?? endpoint }
    answerHub(request, response, answering, limits)
  })
  endpoint = `http://127.0.0.1:${await listen(hub, setup.port ?? 0)}${setup.prefix ?? ''}`
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
