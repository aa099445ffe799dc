import type { Hosts } from '../../knowledge/hosts.ts'
import type { Release } from '../../sources/release.ts'

/** "git@host:owner/name", as an address of the web has it */
const SCP = /^(?:[^\s/:@]{1,100}@)?([^\s/:@]{2,255}):(?!\/\/)/

/**
 * The publisher of a release, where it is proven: by the account at a known host that it was got from, or by whoever
 * asked and says so. The name of a folder, a vendor or any other address proves nothing.
 */
export function provenPublisher({ publisher, source, place, named }: Release, { accounts }: Hosts): string | null {
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
