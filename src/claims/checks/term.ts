import type { Term } from '../../report.ts'
import { lettersOf } from '../../text/letters.ts'
import { TERMS, type TermId } from '../../vocabulary.ts'
import type { SaidClaim } from '../claim.ts'
import { type Facts, licensesOf, nameOf, namesOf, opennessOf } from '../facts.ts'
import { type Check, type Checked, type Checking, supported, undetermined } from './check.ts'

const rank = (term: TermId) => TERMS.indexOf(term)
/** terms that say how a model is offered */
const OFFERED: readonly TermId[] = TERMS.filter(term => term !== 'no-model' && term !== 'undetermined')
/** findings named for one claim */
const BECAUSE = 4

/** A claim about the model itself holds if its floor is this term or a more open one, and falls if its ceiling is less open. */
export const needsTerm =
  (required: TermId, possible: TermId = required): Check =>
  (said, checking) => {
    const terms = termsMeant(said, checking)
    const judged = terms.map(term => judge(term, required, possible))
    const because = [...new Set(terms.flatMap(term => term.because))].slice(0, BECAUSE)
    if (judged.every(one => one === 'holds')) return supported(because)
    if (!judged.every(one => one === 'falls') || mayBeFreer(said, terms, checking)) return undetermined(because)
    return contradicted(terms, because, checking)
  }

function judge(term: Term, required: TermId, possible: TermId): 'holds' | 'falls' | 'open' {
  if (OFFERED.includes(term.floor) && rank(term.floor) <= rank(required)) return 'holds'
  return OFFERED.includes(term.ceiling) && rank(term.ceiling) > rank(possible) ? 'falls' : 'open'
}

/** Whether the models of a release differ and a sentence that names none of them may speak of another. */
export function maySpeakOfAnother({ sentence }: SaidClaim, { facts }: Checking): boolean {
  const [first, ...more] = facts.models
  if (first === undefined || namesIn(sentence, facts).length > 0) return false
  if (more.length > 0) return more.some(({ term }) => term.id !== first.term.id)
  return [first.name, facts.name, sentence].map(text => sizesIn(text).length > 0).join() === 'true,false,false'
}

/** Whether a sentence names one of a release's models. */
export const namesModel = ({ sentence }: SaidClaim, { facts }: Checking): boolean => namesIn(sentence, facts).length > 0

/** "Wren 1.5" of a release that is called Wren: a version, which may have come under other terms. */
export function namesVersion({ sentence }: SaidClaim, { facts }: Checking): boolean {
  const letters = lettersOf(sentence)
  const names = namesIn(sentence, facts)
  return (
    names.length > 0 &&
    names.every(name => /^(?:v\d|\d(?!\d*b))/.test(letters.slice(letters.indexOf(name) + name.length)))
  )
}

/** The names of a release's models that stand in a sentence, however they are spelled. */
function namesIn(sentence: string, { models }: Facts): readonly string[] {
  const letters = lettersOf(sentence)
  return models.flatMap(namesOf).filter(name => name.length > 3 && letters.includes(name))
}

/** The models that the sentence names; all where it names none. */
function termsMeant(said: SaidClaim, { facts }: Checking): readonly Term[] {
  const spoken = namesIn(said.sentence, facts)
  // a name that is the beginning of others speaks of those too
  const named = facts.models.filter(model => spoken.some(name => namesOf(model).some(own => own.includes(name))))
  const chosen = named.length > 0 ? named : facts.models
  return chosen.length > 0 ? chosen.map(model => model.term) : [facts.term]
}

/** Where some of the weights are under open terms, a sentence about sizes that no model was told by may speak of those. */
function mayBeFreer({ sentence, start }: SaidClaim, terms: readonly Term[], { facts, knowledge }: Checking): boolean {
  const spoken = sizesIn(sentence)
  const known = facts.models.filter(({ term }) => terms.includes(term)).flatMap(({ name }) => sizesIn(name))
  // "building on the open-sourced 1B, this brings a 3B": the sizes of its own clause are meant
  const behind = sizesIn(/^[^,;，；。]*/.exec(sentence.slice(start))?.[0] ?? '')
  const near = behind.length > 0 ? behind : spoken
  return (
    spoken.length > 0 &&
    !known.some(size => near.includes(size)) &&
    terms.every(term => rank(term.ceiling) >= rank('weights-available-ai')) &&
    (known.length > 0 ||
      // a sentence that names several speaks of all
      (new Set(spoken).size === 1 &&
        licensesOf(facts, 'weights').some(license => opennessOf(license, knowledge) === 'open')))
  )
}

const sizesIn = (text: string) => [...text.matchAll(SIZE)].map(match => (match[1] ?? '').toUpperCase())
/** how large a model is */
const SIZE = /(?<![\d.])(\d{1,4}(?:[._]\d{1,3})?[BM])(?![A-Za-z\d])/gi

function contradicted(terms: readonly Term[], because: readonly string[], checking: Checking): Checked {
  const restricted = (term: Term) => rank(term.ceiling) >= rank('weights-available-ai')
  const least = [...terms].sort((one, other) => rank(other.floor) - rank(one.floor))[0]
  const proven = least && OFFERED.includes(least.floor) ? least.floor : (least?.ceiling ?? 'open-weights-ai')
  const reasons = reasonsFor(proven, checking)
  const flat = terms.every(restricted)
  return {
    check: 'contradicted',
    strength: flat ? 'flat' : 'scope',
    because,
    instead: proven,
    ...(flat ? {} : { holds: holdsOf(reasons, checking) }),
    reasons,
  }
}

/** "true of the weights (Apache License 2.0); training data and training code are not here" */
function holdsOf(reasons: Checked['reasons'], { facts, knowledge }: Checking): string {
  const [license] = licensesOf(facts, 'weights').filter(one => opennessOf(one, knowledge) === 'open')
  const missing = reasons.flatMap(({ key }) => MISSING[key] ?? [])
  const weights = `true of the weights${license ? ` (${nameOf(license)})` : ''}`
  return missing.length === 0
    ? weights
    : `${weights}; ${missing.join(' and ')} ${missing.length > 1 || missing[0] === MISSING.data ? 'are' : 'is'} not here`
}

const MISSING: Readonly<Record<string, string>> = { data: 'training data', 'training-code': 'training code' }

/** Why a release is no more open than its term. */
function reasonsFor(term: TermId, { facts, findings, knowledge }: Checking): Checked['reasons'] {
  const of = new Set(facts.term.because)
  const kinds = new Set(findings.all.filter(finding => of.has(finding.id)).map(finding => finding.kind))
  if (term === 'closed-ai') return [{ key: 'no-weights' }]
  if (term === 'unlicensed-weights') return [{ key: 'no-license' }]
  if (term === 'weights-available-ai') {
    const weights = licensesOf(facts, 'weights')
    const license = weights.find(one => opennessOf(one, knowledge) === 'restricted') ?? weights[0]
    return license ? [{ key: 'license', license: nameOf(license) }] : []
  }
  const missing = [
    ...(kinds.has('training-data') ? [{ key: 'data' }] : []),
    ...(kinds.has('training-code') ? [{ key: 'training-code' }] : []),
  ]
  return missing.length > 0 ? missing : [{ key: 'data' }]
}
