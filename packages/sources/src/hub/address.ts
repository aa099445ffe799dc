import { invalid } from '@unwash/core/error'
import { decoded } from '@unwash/core/text/address'
import { entryAt } from '../files/disk.ts'

/** A repository at a hub, as a target names it. */
export interface HubAddress {
  readonly kind: 'model' | 'dataset'
  /** `org/name`; of the oldest models a name alone */
  readonly id: string
  /** a branch, a tag or a commit; null for what the hub shows first */
  readonly revision: string | null
  /** the file or folder that an address on the web points at below the repository */
  readonly below: string | null
}

/** The hub itself; `HF_ENDPOINT` names another in its place. */
export const HUB = 'https://huggingface.co'
/** Its hosts. */
export const HUB_HOSTS: ReadonlySet<string> = new Set(['huggingface.co', 'www.huggingface.co', 'hf.co', 'www.hf.co'])

/** what the Hub allows in a name */
const HUB_NAME = /^\w[\w.-]{0,95}$/

/** what else the hub has pages of, by the first step of an address, and which release to give in its place */
const OTHER_PAGES: Readonly<Record<string, readonly [string, string]>> = {
  collections: ['a collection', 'give one of the models or datasets in it'],
  papers: ['a paper', 'give one of the models or datasets that cite it'],
  organizations: ['an organization', 'give one of its models as hf:org/model, or survey hub:author=ORG'],
  docs: ['documentation', 'give hf:org/model'],
  blog: ['an article', 'give the model it is about as hf:org/model'],
  models: ['a list', 'give hf:org/model, or survey hub:search=WORD'],
}

/** steps of an address on the web after which a revision comes */
const SHOWS_REVISION = new Set(['tree', 'blob', 'resolve', 'raw', 'commit', 'commits'])

/**
 * Reads a target as a repository at a hub; null when it is none. What is on this disk under the same words comes first.
 * @param endpoint of another hub, whose addresses on the web are understood as well
 */
export async function readAddress(target: string, endpoint: URL | null): Promise<HubAddress | null> {
  if (target.startsWith('hf:')) return readPrefixed(target)
  if (/^https?:\/\//i.test(target)) return readUrl(target, endpoint)
  const [id = '', ...rest] = target.split('@')
  if (!/^[^/]+\/[^/]+$/.test(id) || !isId(id) || entryAt(target) || entryAt(id)) return null
  return { kind: 'model', id, revision: revisionIn(rest, target), below: null }
}

function readPrefixed(target: string): HubAddress {
  const [path = '', ...rest] = target.slice('hf:'.length).split('@')
  const [, folder, id = ''] = /^(?:(models|datasets|spaces)\/)?(.*)$/s.exec(path) ?? []
  if (folder === 'spaces') {
    const todo = `give the address of its repository, such as ${HUB}/spaces/${id}`
    throw invalid('a program that runs at the hub, and no model or dataset, is', target, todo)
  }
  if (!isId(id)) throw noName(target)
  return { kind: folder === 'datasets' ? 'dataset' : 'model', id, revision: revisionIn(rest, target), below: null }
}

function readUrl(target: string, endpoint: URL | null): HubAddress | null {
  const url = URL.canParse(target) ? new URL(target) : null
  const path = url === null ? null : HUB_HOSTS.has(url.host) ? url.pathname : pathBelow(url, endpoint)
  if (path === null) return null
  const all = path.split('/').filter(step => step !== '')
  // a program that runs at the hub is a repository of code, which git reads
  if (all[0] === 'spaces') return null
  const page = Object.hasOwn(OTHER_PAGES, all[0] ?? '') ? OTHER_PAGES[all[0] ?? ''] : undefined
  if (page !== undefined) throw invalid(`no release, but ${page[0]}, is at`, target, page[1])
  const kind = all[0] === 'datasets' ? 'dataset' : 'model'
  const steps = kind === 'dataset' ? all.slice(1) : all
  const at = steps.findIndex((step, i) => i > 0 && SHOWS_REVISION.has(step))
  const [id = '', ...rest] = steps
    .slice(0, at < 0 ? 2 : Math.min(at, 2))
    .join('/')
    .split('@')
  if (!isId(id)) throw noName(target)
  const [revision, ...below] = at < 0 ? [] : steps.slice(at + 1).map(decoded)
  return { kind, id, revision: revision ?? revisionIn(rest, target), below: below.join('/') || null }
}

/** What follows the path that a hub's own address has; null at another place. */
function pathBelow(url: URL, endpoint: URL | null): string | null {
  const prefix = endpoint?.pathname.replace(/\/+$/, '') ?? ''
  return url.host === endpoint?.host && `${url.pathname}/`.startsWith(`${prefix}/`)
    ? url.pathname.slice(prefix.length)
    : null
}

const isId = (id: string) => id.split('/').length <= 2 && id.split('/').every(name => HUB_NAME.test(name))

function revisionIn(rest: readonly string[], target: string): string | null {
  if (rest.length === 0) return null
  const revision = rest.join('@')
  if (revision !== '' && !/[\s~^:?*[\\]|\.\.|^-/.test(revision) && revision.length <= 300) return revision
  throw invalid(`no revision "${revision.slice(0, 80)}" can be in`, target, 'give a branch, a tag or a commit')
}

const noName = (target: string) =>
  invalid('no model or dataset is named by', target, 'give hf:org/model or hf:datasets/org/name')
