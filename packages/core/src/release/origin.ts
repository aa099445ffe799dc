import { addressAt } from '../knowledge/addresses.ts'
import type { Hosts } from '../knowledge/hosts.ts'

/** Who published a release and what it is called, as far as its place says. */
export interface Origin {
  readonly name: string
  readonly publisher: string | null
}

/** Splits a folder's name such as `org--name` or `owner__name`; any other name is a name alone. */
export function originOfFolder(folder: string): Origin {
  const at = folder.search(/--|__/)
  const name = folder.slice(at + 2)
  if (at < 1 || name === '') return { name: folder, publisher: null }
  return { name, publisher: folder.slice(0, at) }
}

/** What a release is called in a sentence. */
export const calledOf = ({ name }: Origin): string => name || 'this release'

/** The last step of where a release was found: what people call it who know no other name. */
export const placeName = (place: string): string =>
  place.split(/[\\/]/).findLast(step => step !== '' && step !== '.') ?? place

/** What a folder's name says, to be held against what lies in it. */
export const guessedFrom = (folder: string) => ({
  // "models--org--name", as a hub's client keeps it
  ...originOfFolder(folder.replace(/^(?:models|datasets|spaces)--(?=.+--)/, '')),
  guessed: true as const,
})

/** Reads what somebody says a release is called: `org/model`, or its name alone. */
export function originNamed(words: string): Origin {
  const slash = words.lastIndexOf('/')
  return { name: words.slice(slash + 1), publisher: slash > 0 ? words.slice(0, slash) : null }
}

/**
 * The name and publisher in a git URL: its last two steps, without `.git`; null for what is no URL. At a host that is
 * not known to give accounts the last step is a name, and nobody's.
 * Both `https://host/owner/name` and `git@host:owner/name` are understood.
 */
export function originOfUrl(url: string, hosts: Hosts): Origin | null {
  const scheme = /^([a-z][a-z0-9+.-]{0,20}):\/\/[^/]*\//i.exec(url)
  const scp = /^(?:[^\s/:@]{1,100}@)?[^\s/:@]{2,255}:(?!\/\/)/.exec(url)
  const start = scheme ?? scp
  if (start === null) return null
  const path = url.slice(start[0].length).split(/[?#]/, 1)[0] ?? ''
  const steps = path.split('/').filter(step => step !== '')
  const name = steps.at(-1)?.replace(/\.git$/, '') ?? ''
  if (name === '') return null
  // the folder above a repository on this disk publishes nothing
  if (scheme?.[1]?.toLowerCase() === 'file') return originOfFolder(name)
  const address = `https://${start[0].replace(/^.*\/\/|[:/]+$/g, '')}/${path}`
  const isForge = (['code', 'model', 'data'] as const).some(kind => addressAt(hosts, kind, address) !== null)
  return { name, publisher: (isForge && steps.at(-2)) || null }
}

/** A URL without the password or token in it, fit to be shown. */
export function withoutSecrets(url: string): string {
  return url.replace(/^([a-z][a-z0-9+.-]{0,20}:\/\/)[^/@\s]*@/i, (all, scheme: string) => {
    // ssh's user is part of the address, not a secret, unless a password follows it
    return scheme.toLowerCase() === 'ssh://' && !all.slice(scheme.length).includes(':') ? all : scheme
  })
}
