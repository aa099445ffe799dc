import type { Document } from '../../documents/index.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { findModel } from '../../names/models.ts'
import type { Release } from '../../release/release.ts'
import { lettersOf } from '../../text/letters.ts'
import { kindOf } from '../metadata/index.ts'
import type { SpokenPlace } from '../weights/places.ts'
import { sameFamily, sameOwner } from './owners.ts'

/** letters of a name that nobody has by chance */
const SHORTEST = 5
/** what a link under a title may lead to, and is not of the release */
const OF_OTHERS = /(?<![a-z])base(?:d|line)?(?![a-z])|backbone|teacher|powered|built|thank/i

/**
 * The accounts at hubs that a release elsewhere shows to be its publisher's: called as the publisher or the release is;
 * those to which the links under its title lead, or files that say where it lies; else those at which what has its
 * name is called its own. Where one is called as the publisher, all that are only led to are others'.
 */
export function accountsShown(
  { publisher, name, source, hub }: Release,
  [page]: readonly Document[],
  places: readonly SpokenPlace[],
  knowledge: Knowledge,
): string[] {
  // at a hub the account is the publisher, and a card that was copied leads to whom it was copied from
  if (!page || hub || source === 'hub' || source === 'modelscope' || kindOf(page.frontMatter)) return []
  const { organizations, models } = knowledge
  const [own, called] = [lettersOf(publisher ?? ''), lettersOf(name)]
  const isTheirs = (account: string) => publisher !== null && sameOwner(account, publisher, organizations)
  const isKnown = (account: string) => models.some(family => family.organizations.includes(account.toLowerCase()))
  const isCalled = (account: string) => {
    const letters = lettersOf(account)
    if (letters.length < SHORTEST || isKnown(account)) return false
    return letters === own || (called.startsWith(letters) && /^v?\d*$/.test(called.slice(letters.length)))
  }
  const isOfOthers = (label: string) =>
    OF_OTHERS.test(label) || (findModel(knowledge, label) !== null && !sameFamily(label, name))
  const isShown = ({ publisher: account, name: model, filed, shownAs }: SpokenPlace) =>
    (filed || shownAs.some(label => !isOfOthers(label))) && (model === '' || !isKnown(account))
  const isOurs = ({ publisher: account, name: model, ours }: SpokenPlace) =>
    ours && called.length >= SHORTEST && lettersOf(model).includes(called) && !isKnown(account)
  const hubs = places.filter(({ at }) => at === 'model')
  const isHome = hubs.some(one => isTheirs(one.publisher) || lettersOf(one.publisher) === own)
  const sure = hubs.filter(one => isCalled(one.publisher) || (!isHome && isShown(one)))
  const found = isHome || sure.length > 0 ? sure : hubs.filter(isOurs)
  const accounts = new Set(found.map(one => one.publisher.toLowerCase()))
  return [...accounts].filter(account => !isTheirs(account))
}
