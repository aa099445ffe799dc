import { invalid } from '@unwash/core/error'
import { decoded } from '@unwash/core/text/address'
import { stepsOf, webAddress } from '../web-address.ts'

/** A release of a repository at GitHub, as a target names it. */
export interface GithubAddress {
  /** where its API is, without a slash at the end */
  readonly api: string
  /** where its pages and repositories are */
  readonly site: string
  readonly owner: string
  readonly name: string
  /** null for the latest */
  readonly tag: string | null
}

const API = 'https://api.github.com'
const SITE = 'https://github.com'
const GITHUB_HOSTS = new Set(['github.com', 'www.github.com'])

const OWNER = /^[A-Za-z0-9][\w-]{0,38}$/
const GITHUB_NAME = /^[\w.-]{1,100}$/

/**
 * Reads `github:owner/name@tag` and the pages of releases; null for any other target. `GITHUB_API_URL` and
 * `GITHUB_SERVER_URL` name a server of one's own, as they do in its workflows.
 */
export function readAddress(target: string, environment: NodeJS.ProcessEnv = process.env): GithubAddress | null {
  const given = (name: string, otherwise: string) => (environment[name]?.trim() || otherwise).replace(/\/+$/, '')
  const own = { api: given('GITHUB_API_URL', API), site: given('GITHUB_SERVER_URL', SITE) }
  if (target.startsWith('github:')) {
    const [, owner = '', name = '', tag = null] = /^github:([^/@]+)\/([^/@]+)(?:@(.*))?$/s.exec(target) ?? []
    if (isRepository(owner, name) && (tag === null || isTag(tag))) return { ...own, owner, name, tag }
    throw invalid('no release at GitHub is named by', target, 'give github:owner/name@tag, or github:owner/name')
  }
  const url = webAddress(target)
  const at =
    url === null ? null : GITHUB_HOSTS.has(url.host) ? { api: API, site: SITE } : url.origin === own.site ? own : null
  const steps = url === null ? [] : stepsOf(url)
  const [owner = '', name = '', page, verb, ...rest] = steps
  if (at === null || page !== 'releases' || !isRepository(owner, name)) return null
  if (verb === undefined || verb === 'latest') return { ...at, owner, name, tag: null }
  // after "download" the last step is a file
  const tag = decoded((verb === 'tag' ? rest : verb === 'download' ? rest.slice(0, -1) : []).join('/'))
  return isTag(tag) ? { ...at, owner, name, tag } : null
}

const isRepository = (owner: string, name: string) =>
  OWNER.test(owner) && GITHUB_NAME.test(name) && !/^\.{1,2}$/.test(name)

/** what git takes for the name of a tag, as far as it matters here */
const isTag = (tag: string) =>
  tag.length <= 250 && /^[^-\s~^:?*[\\@][^\s~^:?*[\\\p{Cc}]*$/u.test(tag) && !tag.includes('..')
