import type { Evidence } from '../../evidence/index.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { readDeclared, readUnread } from '../../licenses/declared.ts'
import type { LicenseReading } from '../../licenses/reading.ts'
import { isHint } from '../../lineage/hints.ts'
import { hasName } from '../../lineage/named.ts'
import type { Base } from '../../lineage/relation.ts'
import { placeholderOf, resolveId, resolveName } from '../../names/index.ts'
import { type FoundModel, hasNameWithin, isRemembered, readAt } from '../../names/models.ts'
import type { HubBase } from '../../release/release.ts'
import type { Cited, Conflict, LineageStep } from '../../report/report.ts'
import { isDerived, type Standing } from '../../report/vocabulary.ts'
import { lettersOf } from '../../text/letters.ts'
import type { ModelRights } from '../rights.ts'
import { conflictOf, missingCopy, type ReadBase } from './conflicts.ts'
import { cannotMerge, standingOf, worst } from './standing.ts'
import { noticesOf, travellingDuties } from './travels.ts'

/** The terms of bases laid over a model's own: a base restricts its derivatives, it never grants. */
interface Inherited {
  readonly models: readonly ModelRights[]
  readonly lineage: readonly LineageStep[]
  /** what is built in, what taught, and what is the publisher's own and unknown: nothing is judged by these */
  readonly beside: readonly LineageStep[]
  readonly conflicts: readonly Conflict[]
}

/**
 * Adds to each model the terms of the bases it starts from, and reports where the terms declared here do not stand
 * beside them.
 */
export function inherit(
  models: readonly ModelRights[],
  named: readonly Base[],
  evidence: Evidence,
  knowledge: Knowledge,
  texts: readonly LicenseReading[],
): Inherited {
  // on the page of one model, the bases of its siblings are theirs
  const bases = (evidence.isOnePage ? ofPage(named, evidence.release.name) : named).map(base => {
    const read = readBase(base, knowledge)
    // what is not shipped here may be fetched from its own publisher
    return base.relation === 'part' && evidence.weights.offer !== 'in-tree' ? { ...read, asks: true } : read
  })
  const apart = bases.filter(
    ({ base, reading }) => base.of.length > 0 && (!isHint(base) || reading?.openness === 'restricted'),
  )
  const split: ModelRights[] = []
  for (const { base } of apart) split.push(...splitOff(base, [...models, ...split]))
  const standings = new Map<ReadBase, Standing[]>(bases.map(base => [base, []]))
  const conflicts: Conflict[] = []
  const reached = [...models, ...split].flatMap(model => {
    const named = bases.filter(({ base }) => base.of.some(name => isNamed(model, name)))
    // a table that gives a model its base says all of it
    const told = named.some(({ base }) => base.via === 'table')
    const reaching = told
      ? named.filter(({ base }) => base.via === 'table')
      : bases.filter(base => base.base.of.length === 0 || named.includes(base))
    for (const one of reaching) {
      const standing = standingAmong(model, one, reaching, evidence, knowledge)
      standings.get(one)?.push(standing)
      const conflict = carriesTerms(one.base) ? conflictOf(standing, model, one) : null
      // the nearest base stands for those behind it
      const told = reaching.slice(0, reaching.indexOf(one)).some(before => licenseOf(before) === licenseOf(one))
      if (conflict && !told) conflicts.push(conflict)
    }
    const laid = reaching.reduce(layOver, model)
    const all = evidence.weights.part === 'adapter' && laid !== model ? twoAnswers(model, laid) : [laid]
    return all.map(rights => ({ rights, reaching }))
  })
  const notices = noticesOf(evidence.release.texts)
  const at = { evidence, notices, texts, legal: knowledge.legalFiles }
  const lineage = bases.map(
    (one): LineageStep => ({
      model: one.base.model,
      relation: one.base.relation,
      ...(one.base.own ? { own: true } : {}),
      ...(one.base.of.length > 0 ? { of: [...one.base.of] } : {}),
      license: one.reading?.license.id ?? 'NOASSERTION',
      stands: carriesTerms(one.base) ? worst(standings.get(one) ?? []) : kept(worst(standings.get(one) ?? [])),
      travels: one.reading ? travellingDuties(one.reading, { ...at, relation: one.base.relation }) : [],
      cited: one.base.atHub ? [...one.base.cited, lookedUp(one.base.atHub)] : [...one.base.cited],
    }),
  )
  const uncopied = bases.flatMap(
    (one, step) => missingCopy(one, lineage[step], evidence.weights.offer, notices, knowledge) ?? [],
  )
  // one model that is told of twice is one step
  const judged = new Set(
    lineage.flatMap((step, at) => (bases[at] && isJudgedBy(bases[at].base) ? [stepKey(step)] : [])),
  )
  const isJudged = (step: LineageStep) => judged.has(stepKey(step))
  const all = steps(lineage)
  // what is said of none that is told here may be of any
  const isOfAny = ({ base: { of } }: ReadBase) => of.every(name => !reached.some(({ rights }) => isNamed(rights, name)))
  return {
    models: reached.map(({ rights, reaching }) => {
      const own = lineage.filter((_, at) => bases[at] && (reaching.includes(bases[at]) || isOfAny(bases[at])))
      return { ...rights, lineage: steps(own).filter(isJudged) }
    }),
    lineage: all.filter(isJudged),
    beside: all.filter(step => !isJudged(step)),
    conflicts: [...conflicts, ...uncopied],
  }
}

/** Terms of what binds nothing here are not widened: how they stand is not known. */
const kept = (standing: Standing): Standing =>
  standing === 'same' || standing === 'narrower' || standing === 'both-open' ? standing : 'unknown'

/** Whether a model is as open as a base at most: of what its publisher made before, only where that is known. */
const isJudgedBy = (base: Base) => isDerived(base) && (!base.own || isStated(base) || base.known !== null)

/** A model of one name, whoever keeps a copy of it. */
const stepKey = ({ model, relation, license }: LineageStep) =>
  `${lettersOf(model.slice(model.lastIndexOf('/') + 1))} ${relation} ${license}`

/** Each base once, with all that is cited for it. */
function steps(all: readonly LineageStep[]): LineageStep[] {
  const once = new Map<string, LineageStep>()
  for (const step of all) {
    const key = stepKey(step)
    const before = once.get(key)
    const cited = [...(before?.cited ?? []), ...step.cited].slice(0, CITED)
    const { of, ...one } = before ?? step
    // what is said of all is said of each
    const those = of && step.of ? { of: [...new Set([...of, ...step.of])] } : {}
    once.set(key, { ...one, ...those, stands: worst([step.stands, one.stands]), cited })
  }
  return [...once.values()]
}
/** more places that name a base add nothing */
const CITED = 8

/** Of the bases that a page names, those of its one model: where a table gives it its own, it says all of them. */
function ofPage(named: readonly Base[], name: string): Base[] {
  const own = named.filter(({ of }) => of.some(one => lettersOf(one) === lettersOf(name)))
  const told = own.filter(({ via }) => via === 'table')
  const all = told.length > 0 ? told : named.filter(base => base.of.length === 0 || own.includes(base))
  return all.map(base => ({ ...base, of: [] }))
}

const licenseOf = ({ reading }: ReadBase) => reading?.license.id ?? null

/** A base's license: by a dated fact, else as the hub had it when it was looked up, else as it is remembered. */
function readBase(base: Base, knowledge: Knowledge): ReadBase {
  const { known, atHub } = base
  const id = known?.version.license
  const resolved = id ? resolveId(id, null, knowledge) : null
  const fact = known && resolved ? readDeclared(resolved, [factOf(known, resolved.name)], knowledge) : null
  // open terms say nothing of what else was made under them
  const isOther = known !== null && fact?.openness === 'open' && hasNameWithin(knowledge, base.model, known)
  if (fact && !isOther && known && !isRemembered(known)) return { base, reading: fact, asks: isHint(base) }
  const declared = declaredAtHub(atHub, knowledge)
  if (!atHub || !declared) return { base, reading: isOther ? null : fact, asks: isHint(base) || fact !== null }
  return { base, reading: readDeclared(declared, [lookedUp(atHub)], knowledge), asks: isHint(base) }
}

/** Where the card says "other", the license goes by its name. */
function declaredAtHub(base: HubBase | null, knowledge: Knowledge) {
  const named = base?.license && placeholderOf(base.license) ? base.licenseName : base?.license
  return named ? resolveName(named, knowledge) : null
}

const lookedUp = ({ model, license, licenseName, api, seenOn }: HubBase) => ({
  fact: `${model}: license ${[license ?? 'none', ...(licenseName ? [licenseName] : [])].join(', ')}`,
  source: api,
  seenOn: seenOn ?? '',
})

const factOf = (known: FoundModel, license: string) => ({ fact: `${known.version.name}: ${license}`, ...readAt(known) })

function standingAmong(
  model: ModelRights,
  one: ReadBase,
  all: readonly ReadBase[],
  evidence: Evidence,
  knowledge: Knowledge,
): Standing {
  const { reading } = one
  // a name asks, and so does what is only remembered: neither says what terms could be measured by
  if (!reading || one.asks) return 'unknown'
  const merged = one.base.relation === 'merge'
  const clashes = all.some(
    other =>
      other !== one &&
      other.base.relation === 'merge' &&
      other.reading &&
      !other.asks &&
      cannotMerge(reading, other.reading),
  )
  if (merged && clashes) return 'incompatible'
  const standing = standingOf(model, reading, one.base.known?.version.name ?? one.base.model, evidence, knowledge)
  // terms that are those of another base are for what starts from that one
  const ofOther = all.some(other => other !== one && model.floor.some(({ license }) => license.id === licenseOf(other)))
  return standing === 'missing' && ofOther ? 'unknown' : standing
}

/** An adapter gets two answers: for this file, and for the file with the base without which it does nothing. */
const twoAnswers = (alone: ModelRights, together: ModelRights): ModelRights[] => [
  { ...together, name: `${together.name} with its base` },
  { ...alone, name: `${alone.name}, the adapter alone`, alone: true },
]

/** A model that is only named as somebody's derivative: it has the general terms until its base's are laid over. */
function splitOff(base: Base, models: readonly ModelRights[]): ModelRights[] {
  const general = models[0]
  if (!general) return []
  return base.of.filter(name => !models.some(model => isNamed(model, name))).map(name => ({ ...general, name }))
}

const isNamed = (model: ModelRights, name: string): boolean =>
  hasName(model.name, name) || lettersOf(model.name) === lettersOf(name)

/** Whether the release's own metadata say that it starts from a model: what prose and facts tell is less sure. */
const isStated = ({ via, of, cited: [first] }: Base) => via === 'metadata' && of.length === 0 && 'path' in first

const unknownTerms = ({ model, cited }: Base) => readUnread(`the terms of ${model} (not known)`, 'unknown', cited)

/**
 * Whether what was made from a base is under its terms: a part keeps its own, and a publisher may give its own anew.
 */
const carriesTerms = (base: Base) => base.own !== true && isDerived(base)

/** Whether terms reach what was only taught by the model that they are of. */
const reachesTaught = ({ license }: LicenseReading) =>
  license.clauses.some(({ reaches }) => reaches.includes('trained-on-outputs'))

/** A restricted base binds beside what the model itself is under. */
function layOver(rights: ModelRights, { base, reading: known, asks }: ReadBase): ModelRights {
  if (rights.floor.length === 0 || (base.own && !isStated(base))) return rights
  if (base.relation === 'teacher' && !(known && reachesTaught(known))) return rights
  const reading = known ?? (isStated(base) ? unknownTerms(base) : null)
  if (!reading || reading.openness === 'open') return rights
  // nobody knows what terms that were not read restrict
  if (reading.openness === 'unknown') {
    if (!isStated(base)) return rights
    const bound = { reading, base: base.model, cited: base.cited }
    return { ...rights, floor: [...rights.floor, reading], bound: [...rights.bound, bound] }
  }
  // a question keeps a model from being called open, and binds to nothing
  // a family's name brings no terms: its versions came under several
  if (asks && base.known?.version.versionless) return rights
  if (asks && rights.floor.some(({ license }) => license.id === reading.license.id)) return rights
  if (asks) return { ...rights, floor: [...rights.floor, reading] }
  if (rights.bound.some(one => one.reading.license.id === reading.license.id)) return rights
  const cited: Cited = [base.cited[0], ...reading.license.cited]
  return {
    ...rights,
    floor: [...rights.floor, reading],
    ceiling: [...rights.ceiling, reading],
    bound: [...rights.bound, { reading, base: base.model, cited }],
  }
}
