import { wordsOfTerms } from '../../licenses/account/harmless.ts'
import { isNotice } from '../../licenses/account/notices.ts'
import type { Known } from '../../licenses/known.ts'
import { readSentence } from '../../licenses/sentence.ts'
import { saidIn } from '../../modality/said.ts'
import type { Clause } from '../../report.ts'
import type { LicenseClass } from '../../vocabulary.ts'
import { statementWordings } from './wordings.ts'

/** What a sentence that names no license does to what it speaks of. */
export interface Restriction {
  /** what it is called where it is shown */
  readonly name: string
  /** the class of terms that it makes; `unknown` where it was not understood */
  readonly makes: LicenseClass
  /** the clauses found in it, to be cited where it stands */
  readonly clauses: readonly Clause[]
  /** where it was not understood: kinds of clause that it may be */
  readonly suspects: readonly string[]
}

/** Where a sentence of prose stands. */
export interface Place {
  readonly heading: string
  readonly lead: string
  /** whether it names a license as well */
  readonly named: boolean
  /** whether the weights, or the models, are what it speaks of */
  readonly ofWeights: boolean
  /** it begins by speaking of all that is released, whatever parts it names after */
  readonly ofWhole?: boolean
  /** words of a picture: they are a name more often than a sentence */
  readonly label?: true
  /** words of a form: that it asks who somebody is restricts nothing */
  readonly asks?: true
}

/** a heading under which the terms of what is released stand */
const OF_TERMS =
  /\blicen[cs](?:e|es|ing)\b|\bterms\b|\blegal\b|\bconditions of use\b|\b(?:use|usage) (?:polic(?:y|ies)|restrictions?|terms)\b|\b(?:prohibited|unacceptable|forbidden) uses?\b|许可|协议|授权|ライセンス|라이선스|라이센스|лиценз|\b(?:lizenz|licencia|licen[çc]a|licenza)\b/i
/** Whether a heading says that terms follow. */
export const isOfTerms = (heading: string): boolean => OF_TERMS.test(heading)

/** text about a service, a demo or somebody's data, not about the weights */
const NOT_THE_MODEL = /\b(?:demo|service|website|server|api|space|datasets?|images?|videos?|survey|newsletter)\b/i
/** the same, where it is what the sentence speaks of */
const OF_A_SERVICE =
  /^(?:the|this|our|its)? ?(?:\w+ )?(?:demo|service|website|server|api|space|datasets?|images?|videos?|survey|newsletter)\b/i
const THE_MODEL = /\b(?:models?|weights?|checkpoints?)\b|模型|权重/i
const ALONE = /\b(?:only|solely|exclusively|strictly|must|shall|not|no|prohibit\w*|forbid\w*)\b|仅|只|不得|禁止/i
/** without one of these a sentence takes nothing */
const MAY_TAKE =
  /\b(?:only|not|n['’]t|no|never|cannot|must|shall|prohibit\w*|forbid\w*|forbidden|restrict\w*|exclusive\w*|solely|strictly|limited|requir\w*|permission|authori[sz]\w*|consent|contact|apply|request|non-?commercial\w*|except|unless|licen[cs]\w*|agree\w*)\b|不|禁|仅|只|限|须|需|请|非|申请|授权/i
/** below these odds a sentence of prose is not taken for one that takes something */
const MAY_BE = -1
/** from these odds a second reader is believed that a sentence takes something, whatever else speaks for it */
const SURE = 2.5
/** clauses that a sentence outside of a part on terms may be: what it is for, where, and for whom */
const OF_USE = /^(?:purpose|geo|persons|scale|fee|field\.(?!values))\b/
/**
 * How a sentence restricts what may be done with the release, read as the sentences of a license are; null where it
 * does not. Under a heading of terms, or of the weights, one that was not understood is said to be so.
 */
export function restrictionIn(
  sentence: string,
  { heading, lead, named, ofWeights, ofWhole, label, asks }: Place,
  known: Known,
): Restriction | null {
  const text = sentence.slice(0, 800)
  const underTerms = isOfTerms(heading)
  const spoken = saidIn({ text, heading: '', lead }, statementWordings(known.knowledge))
  if (spoken.has('limited') && (ofWeights || underTerms || THE_MODEL.test(text)))
    return restriction('a sentence that restricts', 'non-commercial', [
      plainClause('purpose.noncommercial', 'ban', known),
    ])
  if (!underTerms && !MAY_TAKE.test(text) && !MAY_TAKE.test(lead)) return null
  if (!underTerms && !ofWeights && !THE_MODEL.test(text)) return null
  if ((underTerms ? OF_A_SERVICE : NOT_THE_MODEL).test(text) && !ofWhole && !THE_MODEL.test(text)) return null
  const { clauses, bars, makes, harmless, read, takes } = readSentence(text, { heading, lead }, known)
  const doubted = takes >= SURE
  if (known.isApproved?.(text) || isNotice(text, known.knowledge)) return null
  if (harmless && bars.length === 0 && !(underTerms && doubted)) return null
  if (spoken.has('permits') && !ALONE.test(text)) return null
  const advised = spoken.has('counsel') || (spoken.has('advice') && !ALONE.test(text))
  const counts = underTerms || bars.some(({ kind }) => OF_USE.test(kind))
  if (makes && counts && !advised) return restriction(`a sentence: ${said(bars[0]?.kind, known)}`, makes, clauses)
  if (spoken.has('asked') && !advised)
    return restriction('a sentence: permission to be asked first', 'community-restricted', [
      plainClause('purpose.separate_commercial', 'duty', known),
    ])
  if (spoken.has('binds') && ofWeights && !advised)
    return restriction('a sentence: a duty that is agreed to by use', 'use-restricted', [
      plainClause('use.restrictions', 'duty', known),
    ])
  if (!underTerms || advised || (label && !ALONE.test(text))) return null
  if (!doubted && (spoken.has('disclaims') || spoken.has('contact'))) return null
  if (!doubted && (asks || (read && wordsOfTerms(text, known.knowledge) === 0))) return null
  const second = known.second?.().read({ text, heading, lead })
  const takesNothing = (read && takes < MAY_BE) || second?.nothing
  if (takesNothing && !spoken.has('free-for-some')) return null
  // beside the name of a license only what narrows it is more than the name
  if (named && !ALONE.test(text)) return null
  const suspects = second?.possible.map(({ kind }) => kind) ?? []
  return { ...restriction('a sentence that was not understood', 'unknown', clauses), suspects }
}

const restriction = (name: string, makes: LicenseClass, clauses: readonly Clause[]): Restriction => ({
  name,
  makes,
  clauses,
  suspects: [],
})

/** A clause that statement wordings tell of, as its kind is when nothing more is said. */
function plainClause(kind: string, mode: Clause['mode'], { knowledge }: Known): Clause {
  const { against = [], reaches = [] } = knowledge.clauses.get(kind) ?? {}
  return { kind, mode, parameters: {}, against: [...against], reaches: [...reaches], cited: [] }
}

const said = (kind: string | undefined, { knowledge }: Known): string =>
  (kind !== undefined && knowledge.clauses.get(kind)?.name.toLowerCase()) || 'restricts'

/** Whether a sentence says that the weights have terms of their own that are not here. */
export const saysTermsElsewhere = (sentence: string, { knowledge }: Known): boolean =>
  saidIn({ text: sentence.slice(0, 800), heading: '', lead: '' }, statementWordings(knowledge), 'elsewhere').has(
    'elsewhere',
  )
