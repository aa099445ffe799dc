import type { ClaimSubject } from '../../knowledge/claim-language.ts'
import type { ClaimPart } from '../../report/claim-parts.ts'
import type { UseAnswer } from '../../report/vocabulary.ts'
import { conditionsInWords, effectsOn } from '../../uses/answers.ts'
import { NO_SIZES } from '../../uses/effects.ts'
import type { SaidClaim } from '../claim.ts'
import { licenseName, opennessOf } from '../facts.ts'
import { findLicenses, licensesSaid, quotesIn, tellClauses } from './license.ts'
import { type Checking, type LookedPart, met, missing, type PartStanding, unknown } from './part.ts'

/** "free for commercial use": commerce is allowed, be it to some. */
const commerce: AnsweredPart = (model, said, checking) => {
  const { answer, told, instead, denied, asks } = answered(model, said, checking)
  if (answer === 'no' || denied.some(kind => asks.includes(kind)))
    return told(missing([], 'limited-commercial', instead))
  // who denies what is asked for elsewhere, of copies alone, may be right of use
  const isAsked = licensesSaid(said, checking).some(({ clauses }) => clauses.some(({ kind }) => denied.includes(kind)))
  return told(answer === 'if' || (answer === 'yes' && !isAsked) ? met([]) : unknown([]))
}

/** And to all of any size. */
const anyCommerce: AnsweredPart = (model, said, checking) => {
  const { answer, told, instead, holds } = answered(model, said, checking)
  if (answer !== 'if') return told(answer === 'yes' ? met([]) : unknown([]))
  return { ...told(missing([], 'limited-commercial', instead)), holds }
}

/** Looks at what is answered for one model; null where the claim is of a part that is none. */
type AnsweredPart = (model: string | null, ...of: Parameters<LookedPart>) => PartStanding

/** Whether one may use it commercially: as it is answered for the model, else by what its licenses do to that. */
function answered(model: string | null, said: SaidClaim, checking: Checking) {
  const { facts, findings, knowledge } = checking
  const meant = licensesSaid(said, checking)
  const row = facts.uses?.find(one => said.license === null && one.use === COMMERCIAL && one.model === model)
  const byLicense = () => {
    const effects = effectsOn([COMMERCIAL], meant, NO_SIZES, knowledge)
    const decisive = effects.filter(({ does }) => does === effects[0]?.does && does !== 'informs')
    const known = meant.length > 0 && meant.every(license => opennessOf(license, knowledge) !== 'unknown')
    const isMeant = said.license === null || meant.some(({ id }) => id === said.license)
    const does = decisive[0]?.does
    const answer: UseAnswer =
      !isMeant || (!does && !known) ? 'unknown' : does === 'forbids' ? 'no' : does === 'conditions' ? 'if' : 'yes'
    const clauses = decisive.map(({ clause }) => clause.kind)
    return { answer, clauses, says: conditionsInWords(decisive), cited: decisive.flatMap(({ clause }) => clause.cited) }
  }
  const { answer: ofUse, clauses: asks, says, cited } = row ?? byLicense()
  const ofOutputs = said.about.includes('output')
  const onOutputs = meant.flatMap(license =>
    license.clauses.flatMap(clause => (ofOutputs && clause.reaches.includes('outputs') ? { license, clause } : [])),
  )
  // who claims no outputs takes none of their uses, but for a use of the model that may not be made
  const free = onOutputs.filter(({ clause }) => clause.against.length === 0)
  const answer: UseAnswer =
    !ofOutputs || ofUse === 'yes' ? ofUse : ofUse === 'if' && free.length > 0 ? 'yes' : 'unknown'
  const [first, ...others] = cited
  const words = { yes: 'may', presumably: 'presumably may', if: 'may on a condition', no: 'may not', unknown: '' }[
    answer
  ]
  const because = ofOutputs
    ? [...tellClauses(free.length > 0 ? free : onOutputs, checking), ...findLicenses(meant, checking)]
    : first && words
      ? [
          findings.add(
            'claimed-license',
            `Whoever has it ${words} use it commercially${says ? `: ${says}` : ''}`,
            [first, ...others],
            'other terms for it',
          ),
        ]
      : findLicenses(meant, checking)
  const [license] = meant.filter(one => opennessOf(one, knowledge) !== 'open')
  return {
    answer,
    asks,
    denied: said.tongue.denies.flatMap(({ what, words }) =>
      words.test(said.sentence) ? knowledge.claimParts.denied[what] : [],
    ),
    told: (standing: PartStanding): PartStanding => ({ ...standing, because }),
    instead: license && { key: 'commerce', license: licenseName(license) },
    holds: knowledge.claimParts.holds.but.replace('{clauses}', quotesIn(cited) || says),
  }
}
const COMMERCIAL = 'commercial'

/** The parts that are answered for each model, and of which subjects. */
export const ANSWERED: Readonly<Partial<Record<ClaimPart, AnsweredPart>>> = { commerce, 'any-commerce': anyCommerce }
/** What is answered for each model, and not by the licenses of a part. */
export const ANSWERED_OF: ReadonlySet<ClaimSubject> = new Set(['weights', 'model', 'all', 'license', 'output'])
