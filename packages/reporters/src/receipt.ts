import type { Citation, Claim, Finding, Report } from '@unwash/core/report/report'
import { sha256Of } from '@unwash/core/text/sha256'
import { partsOf } from './sections/verdict.ts'
import { placeInWords } from './words/places.ts'

/** letters of an id */
const DIGITS = 10

/** The id of a claim: the same as long as the same words stand in the same file. */
export function receiptId({ kind, says, cited: [at] }: Pick<Claim, 'kind' | 'says' | 'cited'>): string {
  const path = at && 'path' in at ? at.path : ''
  const sentence = at && 'quote' in at ? at.quote : ''
  return sha256Of(JSON.stringify([kind, says, path, sentence])).slice(0, DIGITS)
}

/** A claim that is contradicted or goes too far, beside what it meets. */
export interface Receipt {
  readonly id: string
  readonly claim: Claim
  /** what does not hold of it, each with its places; the clause that decides comes first */
  readonly against: readonly Finding[]
  /** the person who read the sentence as a claim of this release, and the day; null where nobody did */
  readonly confirmed: { readonly by: string; readonly on: string } | null
}

/** letters of an ISO day */
const DAY = 10

/** The receipts of a report: one for each claim that does not hold as it stands. */
export function receiptsOf(report: Report): readonly Receipt[] {
  const { claims, findings, readings = [] } = report
  const failing = new Map(
    claims.filter(({ check }) => check === 'contradicted').map(claim => [receiptId(claim), claim]),
  )
  return [...failing].map(([id, claim]) => {
    const missing = (claim.parts ?? []).filter(({ state }) => state === 'missing').flatMap(({ because }) => because)
    const bars = claim.because.filter(one => BAR.test(one))
    const ids = missing.length > 0 ? [...bars, ...missing] : claim.because
    const reading = readings.find(
      ({ kind, by, answer, of }) =>
        kind === 'claims' && by.kind === 'person' && answer === 'yes' && claim.cited[0] && same(of, claim.cited[0]),
    )
    return {
      id,
      claim,
      against: decisiveFirst(
        [...new Set(ids)].flatMap(one => findings.find(finding => finding.id === one) ?? []),
        report,
      ),
      confirmed: reading ? { by: reading.by.name, on: reading.at.slice(0, DAY) } : null,
    }
  })
}

/**
 * What stands against a claim, that clause of the texts it meets first that takes most: what it is that one may not, or
 * else on which condition. It is cited where it bans, and not where a right is granted within it.
 */
function decisiveFirst(against: readonly Finding[], { uses = [], licenses }: Report): readonly Finding[] {
  const texts = new Set(against.filter(({ kind }) => BAR.test(kind)).flatMap(({ cited }) => textsOf(cited)))
  const ofText = uses.filter(({ clause, cited }) => clause !== null && textsOf(cited).some(text => texts.has(text)))
  // a clause that stands against the words comes before others of its text
  const named = ofText.filter(({ clause }) => against.some(({ kind }) => kind.replace(BAR, '') === clause))
  const asked = named.length > 0 ? named : ofText
  const use = asked.find(({ answer }) => answer === 'no') ?? asked.find(({ answer }) => answer === 'if')
  const bar = against.find(({ kind }) => BAR.test(kind))
  if (!use || !bar) return against
  const clauses = licenses.flatMap(one => one.clauses).filter(({ cited }) => cited.some(at => texts.has(citedText(at))))
  const banning = new Set(clauses.filter(({ mode }) => mode === 'ban').flatMap(({ cited }) => cited.map(placeInWords)))
  const [ban] = clauses.filter(
    ({ kind, cited: [at] }) => kind === use.clause && at !== undefined && banning.has(placeInWords(at)),
  )
  const [part] = partsOf([use])
  const kind = bar.kind.replace(/-.*/, `-${use.clause}`)
  const says = `${part?.says}${use.answer === 'no' ? `: ${use.says}` : ''}`
  return [{ ...bar, id: kind, kind, says, cited: ban?.cited ?? use.cited }, ...against.filter(one => one.kind !== kind)]
}

/** how the kinds of findings begin that tell of a clause, and their ids */
const BAR = /^(?:bar|ask)-/
/** the text that words stand in: here, or elsewhere */
const citedText = (at: Citation) => ('path' in at ? at.path : 'fact' in at ? (at.text?.name ?? at.fact) : '')
const textsOf = (cited: readonly Citation[]) => cited.slice(0, 1).map(citedText)

const same = (one: Finding['cited'][number], other: Finding['cited'][number]) =>
  placeInWords(one) === placeInWords(other)
