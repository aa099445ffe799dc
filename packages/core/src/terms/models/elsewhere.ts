import type { WeightsLink } from '../../evidence/evidence.ts'
import type { Evidence } from '../../evidence/index.ts'
import { isHostOf } from '../../knowledge/addresses.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { readDeclared } from '../../licenses/declared.ts'
import { resolveId } from '../../names/index.ts'
import { findModel, isRemembered, readAt } from '../../names/models.ts'
import type { HostKind } from '../../report/vocabulary.ts'
import type { LegalTexts } from '../files/texts.ts'
import type { ModelRights } from '../rights.ts'
import { heldText } from '../voices.ts'

/**
 * The publisher's own models whose weights lie elsewhere, where nothing in the release says under which terms but a
 * dated fact does; the text is read where the release holds it. A fact only restricts here.
 */
export function knownElsewhere(evidence: Evidence, texts: LegalTexts, knowledge: Knowledge): ModelRights[] {
  const models = new Map<string, ModelRights>()
  const { publisher, name, place } = evidence.release
  const itself = publisher ? [{ own: true, owner: publisher, name, url: place, cited: evidence.weights.cited }] : []
  for (const link of [...itself, ...evidence.weights.links]) {
    const told = restrictedAt(link, knowledge)
    if (!told || models.has(told.license.id)) continue
    const { known, fact, reading, license } = told
    const held = heldText(license, license.name, texts, knowledge)
    const readings = held.length > 0 ? held : [reading]
    models.set(license.id, {
      // what is known of the release by its own name is known of the release
      name: link.url === place ? name : known.version.name,
      places: [link.url],
      floor: readings,
      ceiling: readings,
      reach: 'stated',
      bound: readings.map(reading => ({ reading, base: null, cited: [fact, link.cited[0]] })),
      cited: [fact, link.cited[0]],
    })
  }
  return [...models.values()]
}

/** What a dated fact says of the publisher's own model at a link, where that restricts. */
export function restrictedAt({ own, owner, name }: Pick<WeightsLink, 'own' | 'owner' | 'name'>, knowledge: Knowledge) {
  const known = own && owner && name ? findModel(knowledge, `${owner}/${name}`) : null
  const license = known?.own && known.version.license ? resolveId(known.version.license, null, knowledge) : null
  if (!known || !license || isRemembered(known)) return null
  const fact = { fact: `${known.version.name}: ${license.name}`, ...readAt(known) }
  const reading = readDeclared(license, [fact], knowledge)
  return reading.openness === 'restricted' ? { known, license, fact, reading } : null
}

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
