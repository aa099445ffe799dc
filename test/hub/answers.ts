import type { IncomingMessage, ServerResponse } from 'node:http'
import { findFile, sendFile, sendOn, sendRaw } from './files.ts'
import { bodyOf, refuse, sendJson } from './json.ts'
import type { Limits } from './limits.ts'
import { infoOf, sendCommits, sendList, sendPaths, sendTree } from './lists.ts'
import { keyOf, type Repository } from './repository.ts'
import type { HubSetup } from './server.ts'

/** A hub at the moment it is asked. */
export interface Answering extends HubSetup {
  readonly repositories: ReadonlyMap<string, Repository>
  /** every commit that was published */
  readonly history: ReadonlyMap<string, Repository>
  readonly store: string
  readonly endpoint: string
  readonly links: string
}

const WHAT = 'revision|tree|commits|paths-info|refs|auth-check|xet-read-token'
const API = new RegExp(`^/api/(model|dataset)s/((?:[^/]+/)?[^/]+?)(?:/(${WHAT})(?:/([^/]+)(?:/(.+))?)?)?$`)
const ACCOUNT = /^\/api\/(organizations|users)\/([^/]+)\/overview$/
const FILE = /^\/(datasets\/)?((?:[^/]+\/)?[^/]+?)\/(resolve|raw)\/([^/]+)\/(.+)$/
const CACHE = /^\/api\/resolve-cache\/((?:model|dataset)s\/.+?)\/([0-9a-f]{40})\/(.+)$/

/** Answers as the Hugging Face Hub does. */
export function answerHub(request: IncomingMessage, response: ServerResponse, hub: Answering, limits: Limits) {
  const prefix = hub.prefix ?? ''
  const url = new URL(request.url ?? '/', `http://${request.headers.host}`)
  if (!url.pathname.startsWith(`${prefix}/`)) return refuse(response, 404)
  url.pathname = url.pathname.slice(prefix.length)
  const kind = /\/resolve\//.test(url.pathname) ? 'resolvers' : url.pathname.startsWith('/api/') ? 'api' : 'pages'
  if (!limits(kind, response)) return refuse(response, 429, undefined, 'Too many requests')
  const token = /^Bearer (.*)$/.exec(request.headers.authorization ?? '')?.[1] ?? null
  if (token !== null && !(hub.tokens ?? []).includes(token)) {
    return refuse(response, 401, undefined, 'Invalid credentials in Authorization header')
  }
  const cached = CACHE.exec(url.pathname)
  if (cached) {
    const file = findFile(hub.history, `/${cached[1]}/${cached[2]}/${cached[3]}`)
    response.setHeader('x-repo-commit', cached[2] ?? '')
    return file === null ? refuse(response, 404, 'EntryNotFound') : sendFile(request, response, file, hub)
  }
  if (url.pathname === '/api/models') return sendList(response, 'model', url, hub)
  if (url.pathname === '/api/datasets') return sendList(response, 'dataset', url, hub)
  if (url.pathname === '/api/whoami-v2') return sendWho(response, token)
  const account = ACCOUNT.exec(url.pathname)
  if (account) return sendAccount(response, account[1] === 'organizations', account[2] ?? '', hub)
  answerRepository(request, response, url, token, hub)
}

function answerRepository(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  token: string | null,
  hub: Answering,
) {
  const asked = API.exec(url.pathname)
  const file = asked ? null : FILE.exec(url.pathname)
  const kind = (asked?.[1] ?? (file?.[1] ? 'dataset' : 'model')) === 'dataset' ? 'dataset' : 'model'
  const id = asked?.[2] ?? file?.[2] ?? ''
  const now = hub.moved?.[id]
  if (now !== undefined) {
    response.writeHead(307, { location: `${hub.prefix ?? ''}${url.pathname.replace(id, now)}${url.search}` }).end()
    return
  }
  const newest = hub.repositories.get(keyOf(kind, id))
  // strangers are not told whether there is a private one
  if (newest === undefined) return refuse(response, token === null ? 401 : 404, 'RepoNotFound', 'Repository not found')
  const what = asked?.[3] ?? ''
  const revision = decodeURIComponent(asked?.[4] ?? file?.[4] ?? 'main')
  const known = ['main', 'HEAD', ...(newest.setup.revisions ?? [])]
  const repository = known.includes(revision) ? newest : hub.history.get(`${keyOf(kind, id)}/${revision}`)
  if (repository === undefined) return refuse(response, 404, 'RevisionNotFound', `Invalid rev id: ${revision}`)
  const { gated, granted, hidesTree, revisions = [] } = repository.setup
  const closed = gated !== undefined && (token === null || token !== granted)
  if (closed && (file || what === 'auth-check' || what === 'xet-read-token' || (what === 'tree' && hidesTree))) {
    const message = `Access to ${kind} ${id} is restricted.`
    return refuse(response, token === null ? 401 : 403, 'GatedRepo', message)
  }
  const path = decodeURIComponent(asked?.[5] ?? file?.[5] ?? '')
  if (file) return (file[3] === 'raw' ? sendRaw : sendOn)(request, response, repository, path, hub)
  if (what === 'commits') return sendCommits(response, repository, url, hub)
  if (what === 'tree') return sendTree(response, repository, url, path, hub)
  if (what === 'auth-check') return sendJson(response, {})
  if (what === 'xet-read-token') return sendJson(response, { accessToken: 'invented', exp: 0, casUrl: hub.store })
  if (what === 'refs') {
    const refOf = (folder: string) => (name: string) => ({
      name,
      ref: `refs/${folder}/${name}`,
      targetCommit: newest.sha,
    })
    return sendJson(response, { branches: [refOf('heads')('main')], tags: revisions.map(refOf('tags')), converts: [] })
  }
  if (what === 'paths-info')
    return void bodyOf(request).then(
      body => sendPaths(response, repository, body),
      () => refuse(response, 400, undefined, 'Invalid body'),
    )
  sendJson(response, infoOf(repository, url.searchParams))
}

function sendWho(response: ServerResponse, token: string | null) {
  if (token === null) return refuse(response, 401, undefined, 'Invalid username or password.')
  const auth = { type: 'access_token', accessToken: { displayName: 'invented', role: 'read' } }
  sendJson(response, { type: 'user', id: '65f0', name: 'someone', fullname: 'Some One', isPro: false, orgs: [], auth })
}

function sendAccount(response: ServerResponse, asOrganization: boolean, name: string, hub: Answering) {
  const there = [...hub.repositories.values()].some(({ info }) => info.author === name)
  const is = (hub.organizations ?? []).includes(name)
  if (!there || is !== asOrganization) return refuse(response, 404, undefined, 'This account does not exist')
  sendJson(response, { name, fullname: name, type: asOrganization ? 'org' : 'user' })
}
