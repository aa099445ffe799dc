import { HERE } from '../evidence/evidence.ts'
import type { Evidence } from '../evidence/index.ts'
import { folder, isCode } from '../evidence/paths.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { LicenseReading } from '../licenses/reading.ts'
import { calledOf } from '../release/origin.ts'
import type { Cited, Conflict } from '../report/report.ts'
import { lettersOf } from '../text/letters.ts'
import { agreeing, type BindingLicense, contradictions } from './agreement.ts'
import type { LegalTexts } from './files/texts.ts'
import { byName, type General, partsSpokenOf, termsKey } from './models/apart.ts'
import { knownElsewhere, liesUnlicensed, restrictedAt } from './models/elsewhere.ts'
import type { ModelRights } from './rights.ts'
import { isOfTools } from './statements/index.ts'
import type { Voice } from './voices.ts'

/** What the voices come to for the weights: per model where they name models, and for the rest. */
interface WeightsTerms {
  readonly models: readonly ModelRights[]
  readonly conflicts: readonly Conflict[]
}

/**
 * Concludes which terms reach the weights. The specific voice beats the general one; contradictions keep both readings.
 */
export function concludeWeights(
  evidence: Evidence,
  voices: readonly Voice[],
  texts: LegalTexts,
  knowledge: Knowledge,
): WeightsTerms {
  const general = generalVoices(evidence, voices, knowledge)
  const naming = voices.filter(namesModels)
  const { apart, differ } = partsSpokenOf(evidence, general, naming, knowledge)
  const named = byName([...naming, ...apart])
  // what a page of the whole takes without naming a model it takes of each
  const taking = general.voices.filter(
    ({ restricts, adds, via, about, cited }) =>
      restricts &&
      !adds &&
      via === 'prose' &&
      about.includes('weights') &&
      cited.every(at => 'path' in at && folder(at.path) === '') &&
      !apart.some(part => part.cited === cited),
  )
  const told = named.map(
    ({ name, voices: own }) => rightsOf(name, evidence, [...own, ...taking], 'stated', knowledge).rights,
  )
  const rest: General =
    apart.length > 0
      ? { voices: general.voices.filter(voice => !apart.some(part => part.cited === voice.cited)), reach: 'presumed' }
      : general
  const { rights, conflicts } = rightsOf(calledOf(evidence.release), evidence, rest.voices, rest.reach, knowledge)
  const unread = rights.floor.length > 0 && rights.floor.every(reading => reading.openness === 'unknown')
  const known =
    (general.reach === 'none' && HERE.has(evidence.weights.offer)) || (general.reach === 'stated' && !unread)
      ? []
      : knownElsewhere(evidence, texts, knowledge).filter(
          model => !told.some(other => bindsSame(other, model, knowledge)),
        )
  const models = [...told, ...known]
  // with every model spoken for by name, a rest that nobody speaks for is no model of its own; but where all of them
  // are open, terms beside them that are not stay in sight
  const open = (model: ModelRights) => model.floor.every(reading => reading.openness === 'open')
  const hides = models.every(open) && !open(rights)
  // cards further down speak of their own models, and only where all weights lie beside some are there no others
  const namedApart =
    known.length > 0 ||
    apart.length > 0 ||
    voices.some(voice => namesModels(voice) && voice.via !== 'card') ||
    haveCards(evidence, voices)
  // terms that could not be read are those that are known of the same model
  const isKnown = unread && known.some(({ name }) => lettersOf(name) === lettersOf(rights.name))
  // models beside them that nobody speaks of are under what is presumed, as everywhere
  const beside =
    rest.reach === 'presumed' &&
    rights.floor.length > 0 &&
    open(rights) &&
    !models.every(open) &&
    hasMore(evidence, models, knowledge)
  const isRest = isKnown || (namedApart && rest.reach !== 'stated' && !hides && !beside)
  return { models: isRest ? models : [rights, ...models], conflicts: isRest || differ ? [] : conflicts }
}

/** Whether every file of weights lies beside, or below, a card that is not the release's own. */
function haveCards({ weights: { offer, files } }: Evidence, voices: readonly Voice[]): boolean {
  const folders = voices.flatMap(({ via, cited: [at] }) =>
    via === 'card' && 'path' in at ? `${folder(at.path)}/` : [],
  )
  return offer === 'in-tree' && files.every(({ path }) => folders.some(of => path.startsWith(of)))
}

/** Whether the release leads to weights of its own that are none of some models, nor restricted by a fact. */
function hasMore({ weights }: Evidence, models: readonly ModelRights[], knowledge: Knowledge): boolean {
  const told = models.map(({ name }) => lettersOf(name))
  return weights.links.some(
    link =>
      link.own &&
      link.name !== null &&
      !told.some(name => lettersOf(link.name ?? '').includes(name) || name.includes(lettersOf(link.name ?? ''))) &&
      restrictedAt(link, knowledge) === null,
  )
}

/** A fact adds nothing to what the release itself tells: the same license, or only its family's name. */
function bindsSame(told: ModelRights, known: ModelRights, knowledge: Knowledge): boolean {
  const ids = known.bound.map(one => one.reading.license.id)
  return (
    told.bound.some(one => ids.includes(one.reading.license.id)) ||
    ids.every(id => id && knowledge.licenses.get(id)?.family)
  )
}

const namesModels = (voice: Voice) =>
  voice.models.length > 0 && voice.about.some(about => about === 'weights' || about === 'all')

/**
 * The voices that speak for weights in general: of weights; else of all; else a root license that nobody keeps for
 * code.
 */
function generalVoices(evidence: Evidence, voices: readonly Voice[], knowledge: Knowledge): General {
  const unnamed = voices.filter(voice => voice.models.length === 0)
  // a policy binds beside a license, and is none: it does not silence those who name one
  const policies = unnamed.filter(voice => voice.adds)
  const general = licensesInGeneral(
    evidence,
    unnamed.filter(voice => !voice.adds),
    knowledge,
  )
  return { ...general, voices: [...general.voices, ...policies] }
}

function licensesInGeneral(evidence: Evidence, unnamed: readonly Voice[], knowledge: Knowledge): General {
  const about = (scope: string) => unnamed.filter(voice => voice.about.some(one => one === scope))
  const ofWeights = about('weights')
  const metadata = about('all').filter(voice => voice.via === 'metadata')
  const roots = about('all').filter(voice => voice.via === 'root-file')
  const wholes = about('all').filter(voice => voice.via !== 'metadata' && voice.via !== 'root-file')
  // a hub's card speaks for the weights in its repository, and so does the license beside it, unless it is kept for
  // code
  const ofCode = unnamed.filter(
    voice => voice.about.includes('code') && !voice.about.includes('all') && !isOfTools(voice),
  )
  const kept = new Set(ofCode.flatMap(voice => voice.readings.map(termsKey)))
  const free = roots.filter(voice => !voice.readings.some(reading => kept.has(termsKey(reading))))
  // sentences that only restrict stand beside the license, and against it where it is open
  const beside = ofWeights.every(voice => voice.restricts) ? [...free, ...wholes] : []
  if (ofWeights.length > 0) return { voices: [...ofWeights, ...metadata, ...beside], reach: 'stated' }
  if (metadata.length > 0) return { voices: [...metadata, ...free, ...wholes], reach: 'stated' }
  const others = about('others')
  if (others.length > 0) return { voices: others, reach: 'stated' }
  const badges = wholes.filter(
    voice => voice.via === 'badge' && !voice.readings.some(reading => kept.has(termsKey(reading))),
  )
  const whole = [...wholes.filter(voice => voice.via !== 'badge'), ...free, ...badges]
  const here = HERE.has(evidence.weights.offer)
  const { complete, files } = evidence.release
  // where nothing lies but pages on models, a sentence on all of it is on them
  const ofPages = complete && !files.some(({ path }) => isCode(path)) && wholes.some(({ via }) => via === 'prose')
  if (whole.length > 0) return { voices: whole, reach: here ? 'beside' : ofPages ? 'stated' : 'presumed' }
  return { voices: [], reach: here || liesUnlicensed(evidence, knowledge) ? 'none' : 'not-looked' }
}

const OPENNESS = ['open', 'asks', 'unknown', 'restricted'] as const
const readingRank = (reading: LicenseReading) => OPENNESS.indexOf(reading.openness)

function rightsOf(
  name: string,
  evidence: Evidence,
  voices: readonly Voice[],
  reach: ModelRights['reach'],
  knowledge: Knowledge,
): { rights: ModelRights; conflicts: Conflict[] } {
  const bound = distinct(voices.filter(voice => !voice.adds))
  const added =
    bound.length === 0
      ? []
      : distinct(voices.filter(voice => voice.adds)).filter(
          one =>
            one.reading.openness === 'restricted' ||
            (one.reading.openness === 'unknown' && one.reading.license.text === null),
        )
  const cited: Cited = bound[0]
    ? [bound[0].cited[0], ...bound.slice(1, 6).map(one => one.cited[0])]
    : reach === 'none'
      ? evidence.looked.cited
      : evidence.weights.cited
  const groups = agreeing(bound, voices, knowledge)
  const sorted = [...groups].sort((one, other) => worst(other) - worst(one))
  const floor = [...(sorted[0] ?? []), ...added].map(one => one.reading)
  const ceiling = [...(sorted.at(-1) ?? []), ...added].map(one => one.reading)
  const places = [
    ...new Set([
      evidence.release.place,
      ...evidence.weights.links.filter(link => link.own && link.owner).map(link => link.url),
    ]),
  ].slice(0, 12)
  const rights: ModelRights = {
    name,
    places: places.slice(0, 12),
    floor,
    ceiling,
    reach: bound.length === 0 && reach === 'stated' ? 'none' : reach,
    bound: [...bound, ...added],
    cited,
  }
  return { rights, conflicts: contradictions(groups, voices, knowledge) }
}

const worst = (group: readonly BindingLicense[]) => Math.max(...group.map(one => readingRank(one.reading)))

/** more places that say the same add nothing */
const MAX_CITED = 8

/** Of a license named twice the last; sentences that say alike are one, with the clauses of both. */
function together(one: LicenseReading, other: LicenseReading): LicenseReading {
  if (other.license.text || other.license.id !== null) return other
  const clauses = [...one.license.clauses, ...other.license.clauses]
  return {
    ...other,
    license: { ...other.license, clauses, cited: [...one.license.cited, ...other.license.cited].slice(0, MAX_CITED) },
    bars: [...one.bars, ...other.bars],
    asks: [...one.asks, ...other.asks],
    // of one of which nothing is known anything may be
    ...(one.doubt && other.doubt
      ? { doubt: one.doubt.length && other.doubt.length ? [...one.doubt, ...other.doubt] : [] }
      : {}),
  }
}

/** One entry per license, the reading of a text before the mere name. */
function distinct(voices: readonly Voice[]): BindingLicense[] {
  const byKey = new Map<string, BindingLicense>()
  for (const voice of voices)
    for (const reading of voice.readings) {
      const key = termsKey(reading)
      const kept = byKey.get(key)
      if (!kept) byKey.set(key, { reading, base: null, cited: voice.cited })
      else
        byKey.set(key, {
          reading: kept.reading.license.text ? kept.reading : together(kept.reading, reading),
          base: null,
          cited:
            kept.cited.length < MAX_CITED
              ? [kept.cited[0], ...kept.cited.slice(1), ...voice.cited.slice(0, 2)]
              : kept.cited,
        })
    }
  return [...byKey.values()]
}
