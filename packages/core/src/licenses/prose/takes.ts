import { hearing } from '../../evidence/signs.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { saidIn } from '../../modality/said.ts'
import type { Clause } from '../../report/report.ts'
import type { LicenseClass } from '../../report/vocabulary.ts'
import { isSentence, type Sentence, type Surface } from '../../sentences/sentence.ts'
import { languageOf } from '../../text/language.ts'
import { harmlessKind, wordsOfTerms } from '../account/harmless.ts'
import { isNotice } from '../account/notices.ts'
import type { Known } from '../known.ts'
import type { ProseReading } from '../second-reader/index.ts'
import { readSentence } from './sentence.ts'
import { statementWordings } from './wordings.ts'

/** What a sentence takes from whoever has what it speaks of, where it names no license. */
export interface Takes {
  /** what it is called where it is shown */
  readonly name: string
  /** the class of terms that it makes; `unknown` where it was not understood */
  readonly makes: LicenseClass
  /** the clauses found in it, to be cited where it stands */
  readonly clauses: readonly Clause[]
  /** where it was not understood, or only suspected: kinds of clause that it may be */
  readonly suspects: readonly string[]
  /** whether it is sure enough to bind; what is only suspected is a doubt beside the answers */
  readonly sure: boolean
}

/** What a sentence speaks of. */
interface Spoken {
  /** whether it names a license as well */
  readonly named: boolean
  /** the weights, or the models */
  readonly ofWeights: boolean
  /** it begins by speaking of all that is released, whatever parts it names after */
  readonly ofWhole: boolean
}

/** What a value of metadata speaks of. */
export const OF_VALUE: Spoken = { named: false, ofWeights: true, ofWhole: false }

/** Whether a heading says that terms follow. */
export const isOfTerms = (heading: string, knowledge: Knowledge): boolean =>
  heading !== '' && hearing(knowledge)(heading).says('terms.heading')

/** where words that were not understood may be a sentence; what programs and titles are made of is none */
const SPEAKS: ReadonlySet<Surface> = new Set(['prose', 'row', 'label', 'comment', 'value', 'form', 'setting', 'header'])

/** longer sentences are read up to here */
const LONGEST_SENTENCE = 800

/**
 * What a sentence takes from whoever uses what it speaks of, read as the sentences of a license are; null where it
 * takes nothing. Under a heading of terms one that was not understood binds as what it is; elsewhere it is a doubt.
 */
export function takesIn(sentence: Sentence, about: () => Spoken, known: Known): Takes | null {
  const text = sentence.text.slice(0, LONGEST_SENTENCE)
  const { surface, heading, lead } = sentence
  const { knowledge } = known
  const { read } = knowledge.thresholds.prose
  const odds = known.second?.().prose({ text, heading, lead, surface }) ?? UNASKED
  const underTerms = (surface === 'label' ? [text] : [heading, lead]).some(words => isOfTerms(words, knowledge))
  if (!underTerms && odds.score < read.prose && odds.legal < read.legal) return null
  const takes = decided(
    { text, surface, heading, lead, isQuoted: isQuoted(sentence) },
    about(),
    odds,
    underTerms,
    known,
  )
  if (takes === null || known.isApproved?.(text) || isNotice(text, knowledge)) return null
  const isBarred = takes.makes !== 'unknown' || (underTerms && isDoubted(odds, known))
  if (isBarred || !harmlessKind(text, knowledge)) return takes
  // two readers that are both sure leave a doubt
  return odds.is === 'certain' ? { ...takes, sure: false } : null
}

interface Quoted {
  /** it goes on from a sentence in the same quotation marks */
  readonly isQuoted: boolean
}
const isQuoted = ({ within }: Sentence): boolean =>
  within !== undefined && (within.block.text.slice(0, within.start).match(/["“”]/g)?.length ?? 0) % 2 === 1

const isDoubted = ({ legal, is }: Odds, { knowledge }: Known) =>
  legal >= knowledge.thresholds.prose.sure || is === 'certain'

function decided(
  { text, surface, heading, lead, isQuoted }: Pick<Sentence, 'text' | 'surface' | 'heading' | 'lead'> & Quoted,
  about: Spoken,
  odds: Odds,
  underTerms: boolean,
  known: Known,
): Takes | null {
  const { score, legal, is } = odds
  const { mayBe, believed: least, doubted: suspicious } = known.knowledge.thresholds.prose
  const doubted = isDoubted(odds, known)
  const heard = hearing(known.knowledge)(text)
  const alone = () => heard.says('terms.alone')
  const spoken = saidIn({ text, heading: '', lead }, statementWordings(known.knowledge))
  const ofModel = about.ofWeights || underTerms || heard.says('terms.model')
  if ((spoken.has('limited') || heard.says('terms.for-some')) && ofModel)
    return taking('a sentence that restricts', 'non-commercial', [plainClause('purpose.noncommercial', 'ban', known)])
  if (spoken.has('permits') && !alone()) return null
  // of a service or of data, unless it is of the model too
  const served = underTerms ? 'terms.of-served' : 'terms.served'
  const apart = heard.says(served) && !about.ofWhole && !heard.says('terms.model')
  if (apart && heard.says('terms.of-served')) return null
  const advised = spoken.has('counsel') || (spoken.has('advice') && !alone())
  const speaks = SPEAKS.has(surface) && isSentence(text)
  const isLikely =
    surface === 'comment'
      ? is === 'certain'
      : score >= least[surface === 'code' || surface === 'heading' ? surface : 'prose']
  const believed = underTerms || isLikely
  const { clauses, bars, makes } = believed || doubted ? readSentence(text, { heading, lead }, known) : NOT_READ
  const found = bars.map(({ kind }) => kind)
  // a price in words that somebody is told to say is of a trip, or a cloud
  const isPrice =
    isQuoted &&
    !underTerms &&
    !heard.says('terms.model') &&
    wordsOfTerms(text, known.knowledge) === 0 &&
    found.length > 0 &&
    found.every(kind => known.knowledge.clauses.get(kind)?.uses?.buys)
  const suspects = found.length > 0 ? found : odds.kinds
  const suspected: Takes = { ...taking(NOT_UNDERSTOOD, 'unknown', []), suspects, sure: false }
  // access that is to be asked for is a gate, and told as one
  const gates = !underTerms && found.every(kind => kind.startsWith('entry.'))
  if (makes && !advised && believed && !gates && !isPrice)
    return apart ? suspected : taking(`a sentence: ${said(found[0], known)}`, makes, clauses)
  if (apart || advised || isPrice) return doubted && speaks ? suspected : null
  if (spoken.has('asked') && ofModel)
    return taking('a sentence: permission to be asked first', 'community-restricted', [
      plainClause('purpose.separate_commercial', 'duty', known),
    ])
  if (spoken.has('binds') && about.ofWeights)
    return taking('a sentence: a duty that is agreed to by use', 'use-restricted', [
      plainClause('use.restrictions', 'duty', known),
    ])
  if (!underTerms) {
    // what only names a license leaves no doubt beside it
    if (!speaks || (about.named && !heard.says('terms.narrows'))) return null
    if (is === 'certain') return { ...suspected, sure: true }
    // what no reader sees is mostly of the form that a card was made from
    return score >= suspicious && surface !== 'comment' ? suspected : null
  }
  if (surface === 'heading' || (surface === 'label' && !alone())) return null
  if (!doubted && (spoken.has('disclaims') || spoken.has('contact'))) return null
  const read = languageOf(text, FEW_WORDS).read !== 'other'
  if (!doubted && (surface === 'form' || (read && wordsOfTerms(text, known.knowledge) === 0))) return null
  const takesNothing = (read && legal < mayBe) || known.second?.().read({ text, heading, lead }).nothing
  if (takesNothing && !spoken.has('free-for-some')) return null
  // beside the name of a license only what narrows it is more than the name
  if (about.named && !alone()) return null
  return { ...suspected, clauses, sure: true }
}

/** What a second reader thinks of a sentence. */
type Odds = Pick<ProseReading, 'score' | 'legal' | 'is' | 'kinds'>
/** what is thought where there is none */
const UNASKED: Odds = { score: 0, legal: 0, is: 'nothing', kinds: [] }
const NOT_READ = { clauses: [], bars: [], makes: null } as const
/** small words enough to tell the language of a sentence */
const FEW_WORDS = 2
const NOT_UNDERSTOOD = 'a sentence that was not understood'

/** Words that were understood to take something. */
export const taking = (name: string, makes: LicenseClass, clauses: readonly Clause[]): Takes => ({
  name,
  makes,
  clauses,
  suspects: [],
  sure: true,
})

/** A clause of a kind, as it is when nothing more is said. */
export function plainClause(kind: string, mode: Clause['mode'], { knowledge }: Known): Clause {
  const { against = [], reaches = [] } = knowledge.clauses.get(kind) ?? {}
  return { kind, mode, parameters: {}, against: [...against], reaches: [...reaches], cited: [] }
}

const said = (kind: string | undefined, { knowledge }: Known): string =>
  (kind !== undefined && knowledge.clauses.get(kind)?.name.toLowerCase()) || 'restricts'

/** one of its words: far faster to look for than the whole */
const OF_LICENSES = /licen[cs]|terms|许可|协议/i

/** Whether a sentence says that the weights have terms of their own that are not here. */
export const saysTermsElsewhere = (sentence: string, { knowledge }: Known): boolean =>
  OF_LICENSES.test(sentence) &&
  saidIn(
    { text: sentence.slice(0, LONGEST_SENTENCE), heading: '', lead: '' },
    statementWordings(knowledge),
    'elsewhere',
  ).has('elsewhere')
