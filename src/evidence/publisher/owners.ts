import type { Knowledge } from '../../knowledge/knowledge.ts'
import { once } from '../../once.ts'
import type { Release } from '../../sources/release.ts'
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
export const isPublishers = (
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
