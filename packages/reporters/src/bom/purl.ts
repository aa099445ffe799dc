import type { Report } from '@unwash/core/report/report'
import { PackageURL } from 'packageurl-js'

/** the hub that a package URL of type huggingface is of where it names no other */
const HUB = 'https://huggingface.co'

/** The host of each type of package URL that names a repository of git by owner and name. */
const GIT: Readonly<Record<string, string>> = { 'github.com': 'github', 'bitbucket.org': 'bitbucket' }

/**
 * A release as a package URL (ECMA-427): `pkg:huggingface/org/name@commit`, with `repository_url` of another hub. Null
 * for a
 * release that no type of them names, such as a folder or a data set.
 */
export function purlOf({ release, about }: Pick<Report, 'release' | 'about'>): string | null {
  const { source, places, publisher, name, revision } = release
  const at = urlOf(places[0])
  if (at === null || publisher === null) return null
  if (source === 'hub') {
    if (about?.kind === 'dataset') return null
    const hub = at.href.slice(0, -`/${publisher}/${name}`.length)
    return purl('huggingface', publisher, name, revision, hub === HUB ? null : hub)
  }
  const type = GIT[at.host]
  return source === 'git' && type ? purl(type, publisher, name, revision, null) : null
}

/** A model that another starts from, as it is named at the hub of that other; null where the name is none of a hub. */
export function basePurl(model: string, { release }: Pick<Report, 'release'>): string | null {
  const [publisher = '', name = '', ...more] = model.split('/')
  if (release.source !== 'hub' || more.length > 0 || ![publisher, name].every(step => /^\w[\w.-]{0,95}$/.test(step)))
    return null
  const own = `/${release.publisher}/${release.name}`
  const hub = release.places[0]?.endsWith(own) ? release.places[0].slice(0, -own.length) : HUB
  return purl('huggingface', publisher, name, null, hub === HUB ? null : hub)
}

function purl(type: string, namespace: string, name: string, version: string | null, hub: string | null): string {
  const qualifiers = hub === null ? undefined : { repository_url: hub }
  const url = new PackageURL(type, namespace, name, version?.toLowerCase(), qualifiers).toString()
  // a colon stands for itself (ECMA-427, character encoding), and the library writes it out
  return url.replaceAll('%3A', ':')
}

const urlOf = (place: string | undefined) => (place !== undefined && URL.canParse(place) ? new URL(place) : null)
