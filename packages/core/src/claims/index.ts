import type { Document } from '../documents/index.ts'
import type { Evidence } from '../evidence/index.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { type Answers, NO_ANSWERS } from '../readings/answers.ts'
import type { Citation, Claim, License, Note } from '../report/report.ts'
import { speakerOf } from '../terms/statements/speaker.ts'
import type { Findings } from '../verdict/index.ts'
import { type SaidClaim, saidAs, type Voice } from './claim.ts'
import { type Facts, isApproved, licenseName, opennessOf } from './facts.ts'
import { findClaims } from './find.ts'
import { checkClaim } from './parts/index.ts'
import { type Rechecking, type Rewording, reword, suggest } from './suggest/index.ts'

/** what a license's own text may call itself that can be tested */
const TESTED = new Set(['open source', 'permissive'])

/**
 * "additional terms, permissive or not, may be stated" speaks of no license as a whole: the word stands beside
 * "license" where it is one's own.
 */
function speaksOfItself([cited]: License['selfLabels'][number]['cited'], says: string): boolean {
  if (!cited || !('quote' in cited) || cited.quote === '') return true
  const words = says.replace(' ', '[\\s-]')
  return new RegExp(
    `${words}\\W+(?:\\w+\\W+){0,2}(?:licen[cs]e|agreement)\\b|(?:licen[cs]e|agreement) (?:is|as)\\b.{0,20}${words}`,
    'is',
  ).test(cited.quote)
}

/** License texts that call themselves open source: claims too, about the license. */
function selfLabelClaims(licenses: readonly License[], findings: Findings, knowledge: Knowledge): Claim[] {
  return licenses.flatMap(license =>
    license.selfLabels.flatMap((label): Claim[] => {
      if (!TESTED.has(label.says) || !speaksOfItself(label.cited, label.says)) return []
      const [first] = license.cited
      const because = findings.add(
        'claimed-license',
        `${licenseName(license)} calls itself “${label.says}”; its class is ${license.class}`,
        [first ?? { looked: ['the license'] }],
        'a text without the clauses that restrict',
      )
      const openness = opennessOf(license, knowledge)
      const check =
        openness === 'restricted' ? 'contradicted' : isApproved(license, knowledge) ? 'supported' : 'undetermined'
      return [
        {
          says: label.says,
          kind: label.says === 'permissive' ? 'permissive' : 'open-source',
          about: ['license'],
          language: license.language?.startsWith('Chinese') ? 'zh-Hans' : 'en',
          cited: [...label.cited],
          check,
          because: [because],
          strength: check === 'contradicted' ? 'flat' : check === 'undetermined' ? 'scope' : null,
          suggestion: null,
        },
      ]
    }),
  )
}

export type { SaidClaim, Voice } from './claim.ts'
export { unchecked } from './claim.ts'
export type { Facts } from './facts.ts'
export { findClaims, unclaimedIn } from './find.ts'
export { factsOfKnown } from './known-model.ts'
export { rewordRaw } from './suggest/index.ts'
export { hubsOf } from './whose/names.ts'
export { wordingOf } from './wording/index.ts'

/** more claims than a release's own documents make */
const MAX_CLAIMS = 500

/**
 * The claims that a release makes of itself, in its documents and license texts, checked; and where they differ from
 * each other.
 */
export function releaseClaims(
  evidence: Evidence,
  facts: Facts,
  findings: Findings,
  knowledge: Knowledge,
): { readonly claims: readonly Claim[]; readonly notes: readonly Note[] } {
  const { documents, answers } = evidence
  const said = claimsOf(documents, { voice: voiceOf(evidence, facts, knowledge), facts, findings }, knowledge, answers)
  const claims = [...said.map(one => one.claim), ...selfLabelClaims(facts.licenses, findings, knowledge)]
  return { claims, notes: inconsistencies(claims) }
}

/** Who speaks in a release's documents. */
function voiceOf(evidence: Evidence, facts: Facts, knowledge: Knowledge): Voice {
  const { release, weights } = evidence
  const own = weights.links.filter(link => link.own)
  const names = [
    release.name,
    release.publisher,
    ...facts.models.map(model => model.name),
    ...own.map(link => link.name),
  ]
  const owners = [release.publisher, ...own.map(link => link.owner)]
  const given = (list: readonly (string | null)[]) =>
    [...new Set(list.flatMap(name => (name ? [name] : [])))].slice(0, MAX_NAMES)
  const mine = new Set([release.name, ...facts.models.flatMap(({ name }) => name.split(/, | and /))])
  const siblings = own.flatMap(({ name }) => (name === null || mine.has(name) ? [] : [name]))
  const models = [...facts.models.map(model => model.name), ...own.map(link => link.name)]
  return {
    names: given(names),
    siblings,
    owners: given(owners),
    models: given(models),
    speaker: speakerOf(evidence, knowledge),
  }
}

/** names that tell the speaker; a publisher's index links to hundreds */
const MAX_NAMES = 100

/** The claims of documents, checked. */
export function claimsOf(
  documents: readonly Document[],
  again: Rechecking,
  knowledge: Knowledge,
  answers = NO_ANSWERS,
): readonly { readonly said: SaidClaim; readonly claim: Claim }[] {
  return documents
    .flatMap(document => findClaims(document, knowledge, again.voice))
    .flatMap(said => asAnswered(said, answers))
    .slice(0, MAX_CLAIMS)
    .map(said => ({ said, claim: checked(said, again, knowledge) }))
}

/** A claim as somebody read it: proven to be of this release, or none. */
function asAnswered(said: SaidClaim, answers: Answers): readonly SaidClaim[] {
  const answer = said.doubt === null ? undefined : answers.of('claims', claimKey(said.words, said.cited))
  return answer === 'no' ? [] : [answer === 'yes' ? { ...said, doubt: null } : said]
}

/** What a question whether words are a claim is about: the words, in their sentence. */
export const claimKey = (words: string, [at]: readonly Citation[]): string =>
  `${words} | ${at && 'quote' in at ? at.quote : ''}`

/**
 * A contradicted sentence, how it would be made true, and what can be said in its place; null where no words can be
 * replaced.
 */
interface Reworded {
  readonly said: SaidClaim
  readonly rewording: Rewording | null
  readonly instead: string | null
}

/** The contradicted sentences of a release's documents, and how each would be made true. */
export function releaseRewordings(
  evidence: Evidence,
  facts: Facts,
  findings: Findings,
  knowledge: Knowledge,
): readonly Reworded[] {
  const voice = voiceOf(evidence, facts, knowledge)
  return evidence.documents
    .flatMap(document => findClaims(document, knowledge, voice))
    .flatMap(said => {
      const result = checkClaim(said, { facts, findings, knowledge })
      const again = { voice, facts, findings }
      return result.check === 'contradicted'
        ? [
            {
              said,
              rewording: reword(said, result, again, knowledge),
              instead: suggest(said, result, again, knowledge),
            },
          ]
        : []
    })
}

/** One claim, checked against the facts. */
export function checked(said: SaidClaim, again: Rechecking, knowledge: Knowledge): Claim {
  const { facts, findings } = again
  const result = checkClaim(said, { facts, findings, knowledge })
  return {
    ...saidAs(said),
    check: result.check,
    because: [...result.because],
    strength: result.strength,
    suggestion: suggest(said, result, again, knowledge),
    ...(result.parts.length === 0
      ? {}
      : { parts: result.parts.map(({ part, state, because }) => ({ part, state, because: [...because] })) }),
    ...(result.holds === undefined ? {} : { holds: result.holds }),
  }
}

/** Claims of a release that do not say the same: open source in one place, open weights in another. */
function inconsistencies(claims: readonly Claim[]): Note[] {
  const ofModel = claims.filter(claim =>
    claim.about.some(about => about === 'model' || about === 'weights' || about === 'all'),
  )
  const source = ofModel.find(
    claim => claim.kind === 'open-source' || claim.kind === 'fully-open' || claim.kind === 'truly-open',
  )
  const weights = ofModel.find(claim => claim.kind === 'open-weights')
  if (!source || !weights) return []
  return [
    {
      says:
        `the release says “${source.says}” (${claimPlace(source)}) and “${weights.says}” (${claimPlace(weights)}); ` +
        'the two words do not mean the same',
      ...('path' in (source.cited[0] ?? {}) ? { path: pathOf(source) } : {}),
    },
  ]
}

function claimPlace(claim: Claim): string {
  const [cited] = claim.cited
  return cited && 'path' in cited ? `${cited.path}${'line' in cited && cited.line ? `:${cited.line}` : ''}` : ''
}

function pathOf(claim: Claim): string {
  const [cited] = claim.cited
  return cited && 'path' in cited ? cited.path : ''
}
