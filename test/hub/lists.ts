import type { ServerResponse } from 'node:http'
import type { Answering } from './answers.ts'
import { chunkHash } from './files.ts'
import { refuse, sendJson } from './json.ts'
import type { Repository, ServedFile } from './repository.ts'

/** The next page is at the same path of the address that links begin with. */
function link(response: ServerResponse, url: URL, { links }: Answering, key: string, value: string) {
  url.searchParams.set(key, value)
  response.setHeader('link', `<${links}${url.pathname}${url.search}>; rel="next"`)
}

/** fields that a list has unless it is asked for others */
const USUAL = ['likes', 'private', 'downloads', 'tags', 'pipeline_tag', 'library_name', 'createdAt']

/** What a hub says of a repository: the fields asked for, or those it gives anybody. */
export function infoOf({ id, sha, info, date, files }: Repository, query: URLSearchParams, usual?: readonly string[]) {
  const siblings = files.map(one => ({
    rfilename: one.path,
    ...(query.get('blobs') === 'true' ? { blobId: one.oid, size: one.size, ...(one.stored ? lfsOf(one) : {}) } : {}),
  }))
  const all: Readonly<Record<string, unknown>> = { ...info, sha, lastModified: date, siblings }
  const fields = [...query.getAll('expand'), ...query.getAll('expand[]')]
  const chosen = fields.length > 0 ? fields : (usual ?? Object.keys(all))
  return { _id: '65f0', id, ...Object.fromEntries(chosen.map(field => [field, all[field]])) }
}

/** Repositories by author, tag and search, sorted, page after page. */
export function sendList(response: ServerResponse, kind: 'model' | 'dataset', url: URL, hub: Answering) {
  const query = url.searchParams
  const sort = query.get('sort')
  if (sort !== null && !['downloads', 'likes', 'createdAt', 'lastModified'].includes(sort))
    return refuse(response, 400, undefined, `Invalid sort: ${sort}`)
  const tags = query.getAll('filter').flatMap(word => word.split(','))
  const sorted = ({ info, date }: Repository) => (sort === 'lastModified' ? date : info[sort ?? ''])
  const found = [...hub.repositories.values()]
    .filter(
      ({ setup, info }) => (setup.kind ?? 'model') === kind && (query.get('author') ?? info.author) === info.author,
    )
    .filter(({ id }) => id.includes(query.get('search') ?? ''))
    .filter(({ info }) => (query.get('pipeline_tag') ?? info.pipeline_tag) === info.pipeline_tag)
    .filter(({ info }) => tags.every(tag => Array.isArray(info.tags) && info.tags.includes(tag)))
    .sort((one, other) => {
      const [a, b] = [sorted(one), sorted(other)]
      return sort === null || a === b ? 0 : Number(b) - Number(a) || (String(a) < String(b) ? 1 : -1)
    })
  const from = Number(query.get('cursor') ?? 0)
  const limit = Math.min(Number(query.get('limit') ?? 1000), 2)
  if (from + limit < found.length) link(response, url, hub, 'cursor', String(from + limit))
  const full = query.get('full') === 'true'
  sendJson(
    response,
    found.slice(from, from + limit).map(one => infoOf(one, query, full ? undefined : USUAL)),
  )
}

/** One on each page, the newest first. */
export function sendCommits(response: ServerResponse, newest: Repository, url: URL, hub: Answering) {
  const all: Repository[] = []
  for (let at: Repository | null = newest; at !== null; at = at.before) all.push(at)
  const page = Number(url.searchParams.get('p') ?? 0)
  response.setHeader('x-total-count', all.length)
  if (page + 1 < all.length) link(response, url, hub, 'p', String(page + 1))
  const authors = [{ user: 'someone', avatar: '/avatars/invented.svg' }]
  sendJson(
    response,
    all.slice(page, page + 1).map(({ sha, date }) => ({ id: sha, title: 'Upload', message: '', authors, date })),
  )
}

/** The files and folders of a folder; those in its folders too where it is asked for. */
export function sendTree(response: ServerResponse, repository: Repository, url: URL, folder: string, hub: Answering) {
  const start = folder === '' ? '' : `${folder}/`
  const inside = repository.files.filter(({ path }) => path.startsWith(start))
  if (inside.length === 0 && folder !== '') return refuse(response, 404, 'EntryNotFound', `${folder} does not exist`)
  const deep = url.searchParams.get('recursive') === 'true'
  const all = inside.filter(({ path }) => deep || !path.slice(start.length).includes('/'))
  const page = hub.page ?? 1000
  const from = Number(url.searchParams.get('cursor') ?? 0)
  const expand = url.searchParams.get('expand') === 'true'
  const steps = inside.flatMap(({ path }) => foldersOf(path.slice(start.length)).map(one => start + one))
  const folders = from > 0 ? [] : [...new Set(steps)].filter(one => deep || !one.slice(start.length).includes('/'))
  if (from + page < all.length) link(response, url, hub, 'cursor', String(from + page))
  const entries = [...folders, ...all.slice(from, from + page)]
  sendJson(
    response,
    entries.map(one => entryOf(repository, one, expand)),
  )
}

/** The folders that a path leads through. */
const foldersOf = (path: string) => {
  const steps = path.split('/').slice(0, -1)
  return steps.map((_, at) => steps.slice(0, at + 1).join('/'))
}

const lfsOf = ({ sha256, size }: ServedFile) => ({ lfs: { sha256, oid: sha256, size, pointerSize: 134 } })

function entryOf({ sha, date, setup }: Repository, one: ServedFile | string, expand: boolean) {
  const commit = expand ? { lastCommit: { id: sha, title: 'Upload', date } } : {}
  if (typeof one === 'string') return { type: 'directory', oid: sha, size: 0, path: one, ...commit }
  const { oid, size, path, stored, sha256 } = one
  const lfs = stored ? { lfs: { oid: sha256, size, pointerSize: 134 } } : {}
  const chunks = stored && setup.xet ? { xetHash: chunkHash(one) } : {}
  return { type: 'file', oid, size, path, ...lfs, ...chunks, ...commit }
}

/** What is at the paths that are asked for; of those that are not there nothing is said. */
export function sendPaths(response: ServerResponse, repository: Repository, body: Readonly<Record<string, unknown>>) {
  const wanted = [body.paths ?? []].flat().map(String)
  const expand = [body.expand ?? false].flat().some(one => /^true$/i.test(String(one)))
  const folders = new Set(repository.files.flatMap(({ path }) => foldersOf(path)))
  const found = wanted.flatMap((path): readonly (ServedFile | string)[] => {
    const file = repository.files.find(one => one.path === path)
    return file ? [file] : folders.has(path) ? [path] : []
  })
  sendJson(
    response,
    found.map(one => entryOf(repository, one, expand)),
  )
}
