import { withoutCounts } from '../../evidence/compute/index.ts'
import { fileName } from '../../evidence/paths.ts'
import { licensesMentionedIn } from '../../names/index.ts'
import type { ClaimPart } from '../../report/claim-parts.ts'
import type { License, Term } from '../../report/report.ts'
import { type ComponentId, TERMS, type TermId } from '../../report/vocabulary.ts'
import { lettersOf } from '../../text/letters.ts'
import type { SaidClaim } from '../claim.ts'
import { type Facts, licenseName, licensesOf, namesOfModel, opennessOf } from '../facts.ts'
import { type Checking, met, missing, type NamedModel, type PartStanding, unknown } from './part.ts'

const termRank = (term: TermId) => TERMS.indexOf(term)
/** terms that say how a model is offered */
const OFFERED: readonly TermId[] = TERMS.filter(term => term !== 'no-model' && term !== 'undetermined')
/** findings named for one part */
const BECAUSE = 4

/** How the parts of one model stand that words may need, by its term. */
export const MODEL_PARTS: Readonly<
  Partial<Record<ClaimPart, (term: Term, said: SaidClaim, checking: Checking) => PartStanding>>
> = {
  weights: (term, { sentence }, checking) => {
    const because = ofKind(term, ['offer'], checking)
    if (isOffered(term.floor) && term.floor !== 'closed-ai') return met(because)
    // what the sentence links was not followed
    const isTold = isOffered(term.ceiling) && term.ceiling === 'closed-ai' && !LINK.test(sentence)
    return isTold ? missing(because, 'closed-ai', { key: 'no-weights' }) : unknown(because)
  },
  'open-terms': (term, said, checking) => {
    const because = term.because.slice(0, BECAUSE)
    if (reaches(term.floor, 'open-weights-ai')) return met(because)
    const falls = isOffered(term.ceiling) && !reaches(term.ceiling, 'open-weights-ai') && term.ceiling !== 'closed-ai'
    if (!falls || !isProven(term, said, checking)) {
      // where a person must weigh a clause, the term that can be said rests on that
      const asks = term.floor === 'weights-available-ai' ? because.filter(id => id.startsWith('ask-')) : []
      return asks.length > 0 ? { ...unknown(asks), reason: licenseOf(checking) } : unknown(because)
    }
    const proven = isOffered(term.floor) ? term.floor : term.ceiling
    return term.ceiling === 'unlicensed-weights'
      ? missing(because, proven, { key: 'no-license' })
      : missing(because, proven, licenseOf(checking))
  },
  data: (term, _, checking) => ofSource(term, 'datasets', 'open-source-ai', checking),
  'public-data': (term, _, checking) => ofSource(term, 'datasets', 'open-source-ai-with-open-data', checking),
  'training-code': (term, _, checking) => ofSource(term, 'training-code', 'open-source-ai', checking),
  'released-data': (...of) => released('datasets', 'open-source-ai-with-open-data', of),
  'released-training-code': (...of) => released('training-code', 'open-source-ai', of),
}

const LINK = /\]\(|https?:\/\//
const isOffered = (term: TermId) => OFFERED.includes(term)
const reaches = (term: TermId, required: TermId) => isOffered(term) && termRank(term) <= termRank(required)

function ofKind(term: Term, kinds: readonly string[], { findings }: Checking): readonly string[] {
  const of = new Set(term.because)
  const ids = findings.all.filter(({ id, kind }) => of.has(id) && kinds.includes(kind)).map(({ id }) => id)
  return (ids.length > 0 ? ids : term.because).slice(0, BECAUSE)
}

/** Training data or code is missing where neither it nor a link to it is there, and the term can rise no further. */
function ofSource(term: Term, id: ComponentId, required: TermId, checking: Checking): PartStanding {
  const key = id === 'datasets' ? 'data' : 'training-code'
  const kind = id === 'datasets' ? 'training-data' : 'training-code'
  const because = ofKind(term, [kind], checking)
  const { components, open, onCard } = checking.facts
  if (reaches(term.floor, required) || (onCard && open?.includes(id))) return met(because)
  const { presence: there, ladder } = components.find(component => component.id === id) ?? {}
  // of a model that was not looked at only what a fact says is missing
  const told = checking.findings.all.some(one => one.kind === kind && because.includes(one.id))
  // what a page of code says is open was not looked at
  if (components.length === 0 && (!told || open?.includes(id))) return unknown(because)
  if (there === 'linked' || there === 'released' || there === 'unknown') return unknown(because)
  if (!isOffered(term.ceiling) || reaches(term.ceiling, required)) return unknown(because)
  // what is named may be had where it comes from
  return missing(because, isOffered(term.floor) ? term.floor : null, ladder === 'listed' ? undefined : { key })
}

/**
 * Whether a part is given: what is here is, whatever its terms are. Of data only what trained the model is looked for,
 * and what the sentence links was not followed.
 */
function released(id: ComponentId, required: TermId, [term, said, checking]: readonly [Term, SaidClaim, Checking]) {
  const found = ofSource(term, id, required, checking)
  if (checking.facts.components.some(one => one.id === id && one.presence === 'released')) return met(found.because)
  const [at] = said.cited
  const isLinked = at !== undefined && 'quote' in at && LINK.test(at.quote)
  const isOther = id === 'datasets' && !said.tongue.training?.test(said.sentence)
  return isLinked || isOther ? unknown(found.because) : { ...found, instead: null }
}

function licenseOf({ facts, knowledge }: Checking) {
  const weights = licensesOf(facts, 'weights')
  const of = (openness: string) => weights.find(one => opennessOf(one, knowledge) === openness)
  const license = of('restricted') ?? of('asks') ?? weights[0]
  return license && { key: 'license', license: licenseName(license) }
}

/** Whether terms that restrict are proven to reach the weights that a sentence speaks of. */
function isProven(term: Term, said: SaidClaim, checking: Checking): boolean {
  if (term.basis !== 'presumed') return term.id !== 'undetermined'
  return nothingIsOpen(checking) && !namesVersion(said, checking)
}

/** Whichever part a sentence means, it is under terms that restrict: the release has no others. */
export function nothingIsOpen({ facts, knowledge }: Checking): boolean {
  const { licenses, models } = facts
  const restricts = (license: License) => opennessOf(license, knowledge) === 'restricted'
  const restricted = licenses.filter(restricts)
  const covers = (part: string) => restricted.some(license => license.covers.some(own => own === part))
  // terms that nobody read, of what is under terms that restrict anyway, open nothing
  const addsTo = (license: License) => license.class === 'unknown' && license.covers.every(covers)
  return models.length > 0 && covers('code') && licenses.every(license => restricts(license) || addsTo(license))
}

/** "Wren 1.5" of a release that is called Wren: a version, which may have come under other terms. */
function namesVersion({ sentence }: SaidClaim, { facts }: Checking): boolean {
  const letters = lettersOf(sentence)
  const names = modelsNamedIn(sentence, facts)
  return (
    names.length > 0 &&
    names.every(name => /^(?:v\d|\d(?!\d*b))/.test(letters.slice(letters.indexOf(name) + name.length)))
  )
}

/** Models that a sentence speaks of, and whether it names each of them, or none and so speaks of all. */
export interface Meant {
  readonly models: readonly NamedModel[]
  readonly each: boolean
}

/** The models that the sentence names; all where it names none. Null where it may speak of others than were read. */
export function modelsMeant(said: SaidClaim, { facts }: Pick<Checking, 'facts'>): Meant | null {
  const { models } = facts
  const near = modelsNamedIn(partOf(said), facts)
  const inSentence = near.length > 0 ? near : modelsNamedIn(said.sentence, facts)
  // a card that is called like a model is of that
  const spoken = inSentence.length > 0 ? inSentence : modelsNamedIn(fileName(said.path), facts)
  // a name that is the beginning of others speaks of those too, unless it is all of one's, and stands alone
  const alone = SEVERAL.test(said.sentence) ? [] : spoken.filter(name => standsAlone(name, said.sentence))
  const of = (name: string) => {
    const exact = alone.includes(name) ? models.filter(model => namesOfModel(model).includes(name)) : []
    return exact.length > 0 ? exact : models.filter(model => namesOfModel(model).some(own => own.includes(name)))
  }
  const meant = new Set(spoken.flatMap(of))
  const named = models.filter(model => meant.has(model))
  const sizes = sizesIn(said.sentence)
  const sized = (named.length > 0 ? named : models).filter(({ name }) => sizesIn(name).some(one => sizes.includes(one)))
  const chosen = sized.length > 1 ? sized : named.length > 0 ? named : models
  if (chosen.length === 0) return { models: [facts], each: true }
  if (speaksOfOtherSizes(said, chosen, facts)) return null
  return {
    models: chosen,
    each:
      sized.length > 1 ||
      (chosen.length === models.length && SEVERAL.test(said.sentence)) ||
      (spoken.length === 0 && sizes.length === 0) ||
      chosen.every(model => namesOfModel(model).some(own => spoken.includes(own))),
  }
}

/** "the Wren series", "Wren models": those whose names begin so */
const SEVERAL = /series|famil|models|checkpoints|versions|variants|系列|家族|シリーズ|시리즈|famille|serie|сери/i

/** Whether a name, as letters and digits alone, ends where it stands: "Heron", but not "Heron-Small". */
function standsAlone(name: string, sentence: string): boolean {
  const wanted = [...name]
  const letters = [...sentence.matchAll(/[\p{L}\p{N}]/gu)]
  const endOf = (at: number) => (letters[at]?.index ?? 0) + (letters[at]?.[0].length ?? 0)
  const isSpelled = (at: number) =>
    wanted.every((letter, of) => letters[at + of]?.[0].toLowerCase() === letter) &&
    wanted.every((_, of) => of === 0 || (letters[at + of]?.index ?? 0) - endOf(at + of - 1) <= 3)
  return letters.some(
    (_, at) => isSpelled(at) && !/^[-_.]?[A-Za-z\d]/.test(sentence.slice(endOf(at + wanted.length - 1))),
  )
}

/** What is known of the models that a sentence means; one that names several licenses tells of more than one. */
export function factsMeant(said: SaidClaim, { facts, knowledge }: Omit<Checking, 'findings'>): Facts {
  const names = new Set(modelsMeant(said, { facts })?.models.map(({ name }) => name))
  const models = facts.models.filter(({ name }) => names.has(name))
  return factsOf(facts, models, licensesMentionedIn(said.sentence, knowledge).length < 2)
}

/** What is known of some models alone: their terms, and the licenses that bind them, where these can be told. */
export function factsOf(facts: Facts, models: Facts['models'], told = true): Facts {
  const [first] = models.toSorted((one, other) => termRank(other.term.floor) - termRank(one.term.floor))
  if (!first || models.length === facts.models.length) return facts
  const bound = new Set(models.flatMap(({ licenses = [] }) => licenses))
  const binds = (license: License, at: number) =>
    !told || bound.size === 0 || bound.has(at) || license.class === 'unknown'
  return {
    ...facts,
    name: models.length === 1 ? first.name : facts.name,
    term: first.term,
    some: true,
    models,
    licenses: facts.licenses.map((license, at) =>
      binds(license, at) ? license : { ...license, covers: license.covers.filter(part => !part.includes('weights')) },
    ),
  }
}

/** "Wren is …; Wren-3B: open weights, which is part of Heron": what stands between semicolons is said for itself. */
const partOf = ({ sentence, start }: SaidClaim) =>
  [/[^;；]*$/.exec(sentence.slice(0, start)), /^(?:(?!, which\b)[^;；])*/.exec(sentence.slice(start))].join('')

/** The names of a release's models that stand in a sentence, however they are spelled, and not only in longer ones. */
function modelsNamedIn(sentence: string, { models }: Facts): readonly string[] {
  let letters = lettersOf(sentence)
  const names = [...new Set(models.flatMap(namesOfModel))].toSorted((one, other) => other.length - one.length)
  return names.filter(name => {
    const stands = name.length > 3 && letters.includes(name)
    if (stands) letters = letters.replaceAll(name, '\0')
    return stands
  })
}

/**
 * "building on the open-sourced 1B, this brings a 3B": the sizes of its own clause are meant, and none of them was
 * read.
 */
export function speaksOfOtherSizes({ sentence, start }: SaidClaim, chosen: Facts['models'], { name }: Facts): boolean {
  const known = [name, ...chosen.map(model => model.name)].flatMap(sizesIn)
  const clause =
    sentence
      .slice(0, start)
      .split(/[,;，；。]/)
      .at(-1) + (/^[^,;，；。]*/.exec(sentence.slice(start))?.[0] ?? '')
  const own = sizesIn(clause)
  const near = own.length > 0 ? own : sizesIn(sentence)
  return known.length > 0 && near.length > 0 && !near.some(size => known.includes(size))
}

const sizesIn = (text: string) => [...withoutCounts(text).matchAll(SIZE)].map(match => (match[1] ?? '').toUpperCase())
/** how large a model is */
const SIZE = /(?<![\d.])(\d{1,4}(?:[._]\d{1,3})?[BM])(?![A-Za-z\d])/gi
