import type { Evidence } from '../evidence/index.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { readDeclared } from '../licenses/declared.ts'
import { resolveId } from '../names/index.ts'
import { findModel, isRemembered, readAt } from '../names/models.ts'
import type { ModelRights } from './rights.ts'

/**
 * The publisher's own models whose weights lie elsewhere, where nothing in the release says under which terms but a
 * dated fact does. A fact only restricts here: it never makes weights open that the release is silent about.
 */
export function knownElsewhere(evidence: Evidence, knowledge: Knowledge): ModelRights[] {
  const models = new Map<string, ModelRights>()
  const { publisher, name, place } = evidence.release
  const itself = publisher ? [{ own: true, owner: publisher, name, url: place, cited: evidence.weights.cited }] : []
  for (const link of [...itself, ...evidence.weights.links]) {
    if (!link.own || !link.owner || !link.name) continue
    const known = findModel(knowledge, `${link.owner}/${link.name}`)
    const license = known?.own && known.version.license ? resolveId(known.version.license, null, knowledge) : null
    if (!known || !license || isRemembered(known) || models.has(license.id)) continue
    const fact = {
      fact: `${known.version.name}: ${license.name}`,
      ...readAt(known),
    }
    const reading = readDeclared(license, [fact], knowledge)
    if (reading.openness !== 'restricted') continue
    models.set(license.id, {
      // what is known of the release by its own name is known of the release
      name: link.url === place ? name : known.version.name,
      places: [link.url],
      floor: [reading],
      ceiling: [reading],
      reach: 'stated',
      bound: [{ reading, base: null, cited: [fact, link.cited[0]] }],
      cited: [fact, link.cited[0]],
    })
  }
  return [...models.values()]
}
