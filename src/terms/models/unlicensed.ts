import type { Evidence } from '../../evidence/index.ts'
import { isHostOf } from '../../knowledge/addresses.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { HostKind } from '../../report/vocabulary.ts'

/** places with pages of their own, which may state a license */
const WITH_PAGES = ['model', 'data', 'code', 'paper'] as const satisfies readonly HostKind[]

/**
 * Whether weights lie where no page can say under which license (a shared drive, a server of files), and nothing that
 * was read here, all of the release, has a word of licenses.
 */
export function liesUnlicensed({ release, weights }: Evidence, { hosts, legalFiles }: Knowledge): boolean {
  const places = weights.links.filter(({ own }) => own)
  const texts = [...release.texts.values()]
  return (
    weights.offer === 'linked' &&
    places.length > 0 &&
    places.every(({ owner, url }) => owner === null && !WITH_PAGES.some(kind => isHostOf(hosts, kind, url))) &&
    release.complete &&
    (release.unread ?? []).length === 0 &&
    texts.every(({ truncated }) => !truncated) &&
    [...texts.map(({ content }) => content), ...release.files.map(({ path }) => path)]
      .map(words => words.toLowerCase())
      .every(words => !legalFiles.letters.some(letters => words.includes(letters)))
  )
}
