import type { Evidence } from '../evidence/index.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { readDeclared } from '../licenses/declared.ts'
import { resolveId } from '../licenses/names.ts'
import type { Base } from '../lineage/bases.ts'
import { hasName } from '../lineage/named.ts'
import type { Conflict, LineageStep } from '../report.ts'
import type { ModelRights } from './rights.ts'
import { isOnePage } from './voices.ts'

/** The terms of bases laid over a model's own: a base restricts its derivatives, it never grants. */
export interface Inherited {
  readonly models: readonly ModelRights[]
  readonly lineage: readonly LineageStep[]
  readonly conflicts: readonly Conflict[]
}

/** Adds to each model the terms of the bases it starts from, and reports where a model is declared wider than its base. */
export function inherit(
  models: readonly ModelRights[],
  named: readonly Base[],
  evidence: Evidence,
  knowledge: Knowledge,
): Inherited {
  // on the page of one model, the bases of its siblings are theirs
  const bases = isOnePage(evidence)
    ? named
        .filter(base => base.of.length === 0 || base.of.includes(evidence.release.name))
        .map(base => ({ ...base, of: [] }))
    : named
  const conflicts: Conflict[] = []
  const apart = bases.filter(base => base.of.length > 0)
  const split: ModelRights[] = []
  for (const base of apart) split.push(...splitOff(base, [...models, ...split]))
  const all = [...models, ...split].flatMap(model => {
    const named = bases.filter(base => base.of.some(name => hasName(model.name, name)))
    // a table that gives a model its base says all of it
    const told = named.some(base => base.via === 'table')
    const reaching = told
      ? named.filter(base => base.via === 'table')
      : bases.filter(base => base.of.length === 0 || named.includes(base))
    const laid = reaching.reduce((rights, base) => layOver(rights, base, knowledge, conflicts), model)
    return evidence.weights.part === 'adapter' && laid !== model ? twoAnswers(model, laid) : [laid]
  })
  return { models: all, lineage: bases.map(base => stepOf(base)), conflicts }
}

/** An adapter gets two answers: for this file, and for the file with the base without which it does nothing. */
const twoAnswers = (alone: ModelRights, together: ModelRights): ModelRights[] => [
  { ...together, name: `${together.name} with its base` },
  { ...alone, name: `${alone.name}, the adapter alone` },
]

const stepOf = (base: Base): LineageStep => ({
  model: base.model,
  relation: base.relation,
  license: base.known?.version.license ?? 'NOASSERTION',
  cited: [...base.cited],
})

/** A model that is only named as somebody's derivative: it has the general terms until its base's are laid over. */
function splitOff(base: Base, models: readonly ModelRights[]): ModelRights[] {
  const general = models[0]
  if (!general) return []
  return base.of.filter(name => !models.some(model => hasName(model.name, name))).map(name => ({ ...general, name }))
}

function layOver(rights: ModelRights, base: Base, knowledge: Knowledge, conflicts: Conflict[]): ModelRights {
  const id = base.known?.version.license
  const resolved = id ? resolveId(id, null, knowledge) : null
  if (!resolved || rights.floor.length === 0) return rights
  const family = base.known?.family
  const fact = {
    fact: `${base.known?.version.name}: ${resolved.name}`,
    source: base.known?.version.source ?? family?.source ?? '',
    seenOn: base.known?.version.seenOn ?? family?.seenOn ?? knowledge.version,
  }
  const reading = readDeclared(resolved, [fact], knowledge)
  if (reading.openness === 'open' || reading.openness === 'unknown') return rights
  if (rights.bound.some(one => one.reading.license.id === resolved.id)) return rights
  // only open terms are wider than the base's; terms that nobody has read or approved may well hold its limits
  if (rights.floor.every(one => one.openness === 'open')) {
    const declared = rights.bound[0]
    conflicts.push({
      kind: 'lineage-wider',
      because: `${rights.name} is put under ${declared?.reading.license.name ?? 'open terms'}; it starts from ${base.model}, which comes under ${resolved.name}`,
      cited: [...base.cited, ...(declared?.cited.slice(0, 1) ?? [])],
    })
  }
  return {
    ...rights,
    floor: [...rights.floor, reading],
    ceiling: [...rights.ceiling, reading],
    bound: [...rights.bound, { reading, base: base.model, cited: [base.cited[0], fact] }],
  }
}
