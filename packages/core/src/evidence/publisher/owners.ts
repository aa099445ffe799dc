import type { Document } from '../../documents/index.ts'
import type { Hosts } from '../../knowledge/hosts.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { once } from '../../once.ts'
import type { Release } from '../../release/release.ts'
import { latinOf } from '../../text/letters.ts'

type Organizations = Knowledge['organizations']
const NONE: Organizations = []

/** The organization of each name and account that is known, in lower case. */
const byAccount = once(
  (all: Organizations) =>
    new Map(all.flatMap(one => [one.name, ...one.accounts].map(name => [name.toLowerCase(), one] as const))),
)

/** The first letters of a name of several words. */
export const initials = (name: string): string => {
  const words = name.toLowerCase().split(/[-_. ]+/)
  return words.length < 2 ? '' : words.map(word => word[0] ?? '').join('')
}

/** Whether two names or accounts are one owner's: the same letter for letter, or known to be one organization's. */
export function sameOwner(one: string, other: string, organizations: Organizations = NONE): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()]
  const known = byAccount(organizations).get(a)
  return a !== '' && (a === b || (known !== undefined && known === byAccount(organizations).get(b)))
}

/** Whether an account is the publisher's, by its name, by what is known, or by what the release shows. */
const isPublishers = (
  account: string,
  { publisher, accounts = [] }: Pick<Release, 'publisher' | 'accounts'>,
  { organizations }: Pick<Knowledge, 'organizations'>,
): boolean => [publisher ?? '', ...accounts].some(own => sameOwner(account, own, organizations))

/** Whether a model's name carries the release's name, or the other way round ("whisper" and "whisper-large-v3"). */
export function sameFamily(model: string, release: string): boolean {
  const a = latinOf(model)
  const b = latinOf(release)
  if (a.length < 3 || b.length < 3) return false
  if (a.includes(b) || b.includes(a)) return true
  const stem = /^[a-z]+/.exec(release.toLowerCase().replace(/[-_. ]/g, ''))?.[0] ?? ''
  return stem.length >= 4 && a.startsWith(stem)
}

/** Who publishes a release, for telling what is its own from others'. */
export interface Publisher {
  readonly publisher: string | null
  /** the same, where it is proven */
  readonly proven: string | null
  readonly name: string
  /** the title of its README, which may name its model */
  readonly title: string
  /** whether an account is the publisher's */
  readonly isOwner: (account: string) => boolean
}

/** Who publishes a release, as it and the first of its documents say. */
export const publisherOf = (release: Release, [first]: readonly Document[], knowledge: Knowledge): Publisher => ({
  publisher: release.publisher,
  proven: provenPublisher(release, knowledge.hosts),
  name: release.name,
  title: first?.blocks.find(({ kind }) => kind === 'heading')?.text ?? '',
  isOwner: account => isPublishers(account, release, knowledge),
})

/** Whether a title has the whole name of a model: "Code of Huginn-0125". */
const isInTitle = (name: string, title: string): boolean =>
  name.length > 4 && ` ${title.toLowerCase().replace(/[^\w.-]+/g, ' ')} `.includes(` ${name.toLowerCase()} `)

/** Whether what lies at a place is the publisher's own: by its account, else by its name. */
export function isOwn(
  target: { readonly owner: string | null; readonly name: string | null },
  who: Publisher,
): boolean {
  if (target.owner === null) return true
  if (who.isOwner(target.owner)) return true
  return target.name !== null && (sameFamily(target.name, who.name) || isInTitle(target.name, who.title))
}

/** "git@host:owner/name", as an address of the web has it */
const SCP = /^(?:[^\s/:@]{1,100}@)?([^\s/:@]{2,255}):(?!\/\/)/

/**
 * The publisher of a release, where it is proven: by the account at a known host that it was got from, or by whoever
 * asked and says so. The name of a folder, a vendor or any other address proves nothing.
 */
function provenPublisher({ publisher, source, place, named }: Release, { accounts }: Hosts): string | null {
  if (publisher === null || named) return publisher
  // which hub is asked, whoever asks has chosen
  if (source === 'hub') return publisher
  const address = place.replace(SCP, 'ssh://$1/')
  if (!URL.canParse(address)) return null
  const { protocol, host, pathname } = new URL(address)
  const owner = pathname.split('/').find(step => step !== '')
  const isTheirs = (protocol === 'https:' || protocol === 'ssh:') && accounts.includes(host.replace(/^www\./, ''))
  return isTheirs && owner?.toLowerCase() === publisher.toLowerCase() ? publisher : null
}
