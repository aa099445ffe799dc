import { type ErrorCode, UnwashError } from '@unwash/core/error'
import { NOTES } from '@unwash/core/release/limits'
import type { Release } from '@unwash/core/release/release'
import * as z from 'zod'
import { type Gathered, gatherFiles, type Note } from '../files/gather.ts'
import { git } from '../git.ts'
import { sha256In } from '../hash.ts'
import { beginningsOf } from '../http/beginnings.ts'
import type { Client } from '../http/client.ts'
import { askJson, maybe } from '../http/json.ts'
import type { HubTrouble } from '../http/trouble.ts'
import { type HubTree, listingOf } from '../hub/tree.ts'
import { sourceOf, strangerAt } from '../place.ts'
import type { OpenOptions, Source } from '../source.ts'
import { type GithubAddress, readAddress } from './address.ts'

/** A release at GitHub (`github:owner/name@tag`): what is attached to it, its notes, and the repository at its tag. */
export const github: Source = sourceOf<GithubAddress>({
  id: 'github',
  called: 'GitHub',
  none: ['no release at GitHub is named by', 'give github:owner/name@tag'],
  readAddress,
  read,
  explain,
  endpoint: ({ api }) => api,
})

/** the notes of a release, as a file beside what is attached to it */
const RELEASE_NOTES = 'RELEASE_NOTES.md'
/** the most that a page of a list gives, and pages: a release takes no more than 1,000 assets */
const PAGE = 100
const RELEASE_PAGES = 10

const GithubAbout = z.object({
  id: z.number().int().nonnegative(),
  tag_name: z.string().min(1).max(300),
  html_url: z.string().max(2_000).catch(''),
  body: maybe(z.string()),
})

const Asset = z.object({
  id: z.number().int().nonnegative(),
  name: z.string().min(1),
  size: z.number().nonnegative(),
  state: z.string(),
  digest: maybe(z.string()),
})
type Asset = z.infer<typeof Asset>

async function read(address: GithubAddress, options: OpenOptions): Promise<Release> {
  const client = strangerAt(address.api, options)
  const asked = `/repos/${address.owner}/${address.name}/releases`
  const which = address.tag === null ? 'latest' : `tags/${encodeURIComponent(address.tag)}`
  const about = await askJson(client, `${asked}/${which}`, GithubAbout, 'a release', JSON_KIND)
  const { id, tag_name: tag, html_url: page } = about.data
  // a repository that was renamed answers under its old name, with its new one
  const [owner = address.owner, name = address.name] = ownerAndName(page) ?? []
  const repository = await repositoryAt({ ...address, owner, name }, tag, options)
  const assets = await assetsOf(client, `${asked}/${id}/assets`)
  const attached = await readAttached(client, asked, { ...assets, body: about.data.body ?? '' }, repository, options)
  const unread = [...(repository.unread ?? []), ...(attached.unread ?? [])]
  return {
    name,
    publisher: owner,
    source: 'github',
    place: `${address.site}/${owner}/${name}/releases/tag/${tag}`,
    revision: repository.commit ?? tag,
    files: [...repository.files, ...attached.files],
    complete: repository.complete && attached.complete,
    texts: new Map([...repository.texts, ...attached.texts]),
    headers: [...repository.headers, ...attached.headers],
    ...(unread.length > 0 ? { unread } : {}),
    notes: [...repository.notes, ...attached.notes].slice(0, NOTES),
  }
}

const JSON_KIND = 'application/vnd.github+json'

const ownerAndName = (page: string) => /^https?:\/\/[^/]+\/([\w.-]+)\/([\w.-]+)\/releases\//.exec(page)?.slice(1)

/** What is attached, with the release's notes as a text, under names that the repository has not taken. */
async function readAttached(
  client: Client,
  asked: string,
  { assets, rest, unfinished, body }: Assets & { readonly body: string },
  repository: Gathered,
  { signal }: OpenOptions,
): Promise<Gathered> {
  const taken = new Set(repository.files.map(({ path }) => path))
  const free = (path: string) => (taken.has(path) ? `release/${path}` : path)
  const byPath = new Map(assets.map(asset => [free(asset.name), asset]))
  const said = new TextEncoder().encode(body)
  const here = new Map(said.length > 0 && !byPath.has(RELEASE_NOTES) ? [[free(RELEASE_NOTES), said]] : [])
  const tree: HubTree = {
    files: [
      ...[...byPath].map(([path, { size, digest }]): HubTree['files'][number] => [
        path,
        size,
        sha256In(digest?.replace(/^sha256:/, '')),
      ]),
      ...[...here].map(([path, { length }]): HubTree['files'][number] => [path, length, null]),
    ],
    rest,
  }
  const reader = beginningsOf(
    tree.files,
    (path, asking) =>
      client.get(`${asked}/assets/${byPath.get(path)?.id}`, { ...asking, accept: 'application/octet-stream' }),
    here,
  )
  const notes: Note[] = unfinished.map(name => ({
    says: `${name} was begun and never wholly attached: it is not listed`,
  }))
  const listing = listingOf(tree)
  return gatherFiles({ ...listing, notes: [...notes, ...listing.notes] }, reader, signal)
}

interface Assets {
  readonly assets: readonly Asset[]
  /** why the rest is not listed; null where that is all */
  readonly rest: string | null
  /** names of what was begun to be attached */
  readonly unfinished: readonly string[]
}

async function assetsOf(client: Client, path: string): Promise<Assets> {
  const all: Asset[] = []
  for (let page = 1; page <= RELEASE_PAGES; page += 1) {
    const at = `${path}?per_page=${PAGE}&page=${page}`
    const listed = await askJson(client, at, z.array(Asset), 'a list of assets', JSON_KIND)
    all.push(...listed.data)
    if (listed.data.length < PAGE) return { ...apart(all), rest: null }
  }
  return { ...apart(all), rest: `more than ${RELEASE_PAGES * PAGE} files are attached` }
}

const apart = (all: readonly Asset[]) => ({
  assets: all.filter(({ state }) => state === 'uploaded'),
  unfinished: all.filter(({ state }) => state !== 'uploaded').map(({ name }) => name),
})

/** The repository at the tag, which every release there comes with, or why it could not be read. */
async function repositoryAt(
  { site, owner, name }: GithubAddress,
  tag: string,
  options: OpenOptions,
): Promise<Gathered & { readonly commit: string | null }> {
  try {
    const release = await git.open(`${site}/${owner}/${name}@${tag}`, options)
    const { files, complete, texts, headers, unread, notes, revision } = release
    return { files, complete, texts, headers, notes, commit: revision, ...(unread ? { unread } : {}) }
  } catch (error) {
    if (!(error instanceof UnwashError)) throw error
    const says = `the repository at its tag could not be read: ${error.message}`
    const unread = [{ path: './', why: 'failed', says: 'was not read: the repository at the tag' }] as const
    return { files: [], complete: false, texts: new Map(), headers: [], unread, notes: [{ says }], commit: null }
  }
}

function explain(
  { status }: HubTrouble,
  { api, owner, name, tag }: GithubAddress,
): readonly [string, string, ErrorCode?] | null {
  const { host } = new URL(api)
  if (status === 404)
    return [
      `no release ${tag === null ? '' : `"${tag}" `}of ${owner}/${name} is published at ${host}, as asked for by`,
      'check the name and the tag; a tag alone is read as gh:owner/name@tag',
    ]
  if (status === 403 || status === 429)
    return [`${host} answers strangers so many times an hour, and now refuses`, 'try again in an hour', 'network']
  return null
}
