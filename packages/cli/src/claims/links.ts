import type { Document } from '@unwash/core/documents/index'
import { HUB_HOSTS } from '@unwash/sources/hub/address'
import { hostOf } from '@unwash/sources/hub/endpoint'

/** releases that are looked at; an announcement that links to more is a list */
const MOST_RELEASES = 5
/** at a hub, what stands where the name of a publisher would, and is none */
const HUB_PAGES: ReadonlySet<string> = new Set(
  (
    'blog docs collections papers spaces datasets models organizations settings learn posts join pricing tasks ' +
    'login api'
  ).split(' '),
)
const FORGES: ReadonlySet<string> = new Set(['github.com', 'gitlab.com', 'codeberg.org', 'gitee.com', 'gitcode.com'])

/**
 * The releases that documents link to, as targets of an audit: models at a hub, and repositories of code, each once.
 */
export function releasesLinked(documents: readonly Document[], environment: NodeJS.ProcessEnv): readonly string[] {
  const hub = hostOf(environment)
  const targets = documents
    .flatMap(({ blocks }) =>
      blocks.flatMap(({ links, text }) => [...links.map(link => link.url), ...addressesIn(text)]),
    )
    .flatMap(url => targetOf(url, hub) ?? [])
  return [...new Set(targets)].slice(0, MOST_RELEASES)
}

const addressesIn = (text: string) => text.match(/https?:\/\/[^\s<>"'()，。、）]{4,300}/g) ?? []

function targetOf(url: string, hub: string | null): string | null {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return null
  const { host, pathname, origin } = new URL(url)
  const [owner, name] = pathname.split('/').filter(step => step !== '')
  if (!owner || !name || !/^[\w.-]{1,96}$/.test(owner) || !/^[\w.-]{1,96}$/.test(name)) return null
  if (HUB_HOSTS.has(host) || host === hub) return HUB_PAGES.has(owner) ? null : `${owner}/${name.replace(/[.]+$/, '')}`
  return FORGES.has(host) ? `${origin}/${owner}/${name.replace(/[.]+$/, '')}` : null
}
