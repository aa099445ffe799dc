import { quoteSentence } from '@unwash/core/documents/cite'
import { passagesOf } from '@unwash/core/documents/legal/index'
import { groupsBy } from '@unwash/core/groups'
import type { Knowledge } from '@unwash/core/knowledge/knowledge'
import { readPassages } from '@unwash/core/licenses/clauses/find'
import type { GivenText } from '@unwash/core/licenses/given/given'
import { firstGranting } from '@unwash/core/licenses/grants'
import type { Citation, Claim, Finding, License } from '@unwash/core/report/report'
import { inWords } from '@unwash/core/text/phrase'
import { unreadParts } from '@unwash/reporters/licenses/unread'
import type { Names } from '@unwash/reporters/names'
import { type Line, look } from '@unwash/reporters/page'
import { reasonsOf } from '@unwash/reporters/sections/claims'
import { detailsOf } from '@unwash/reporters/sections/details'
import { inQuotes } from '@unwash/reporters/sections/limits'
import { standing, standsOf } from '@unwash/reporters/words/checks'
import { GRANT_LABELS, MODE_LABELS } from '@unwash/reporters/words/labels'

/** What is marked in a text: a clause, a claim, or words that were not understood. */
export interface Mark {
  readonly look: string
  /** forbids, requires …, and what */
  readonly does: string
  readonly name: string
  readonly lines: readonly Line[]
  readonly cited: readonly Citation[]
  /** of what is cited the words that are meant */
  readonly words?: string
}

/** what is said of words that nobody has understood */
export const NOT_UNDERSTOOD = 'not understood'

/**
 * Whether a text that is not known is terms: it says more of what one may than of what a release is. What it grants in
 * the words of a claim is no claim.
 */
export function speakOfTerms(terms: readonly Mark[], claims: readonly Mark[]): boolean {
  const placeOf = ({ cited: [at] }: Mark) => (at && 'line' in at ? `${at.path}:${at.line}` : '')
  const granted = new Set(terms.filter(({ look }) => look === 'grant').map(placeOf))
  const claimed = claims.filter(claim => !granted.has(placeOf(claim))).length
  return claims.length === 0 ? terms.length > 0 : terms.filter(({ does }) => does !== NOT_UNDERSTOOD).length > claimed
}

/** The clauses and grants of licenses in the order they stand, and after them what was not understood. */
export function licenseMarks(
  licenses: readonly License[],
  texts: readonly GivenText[],
  knowledge: Knowledge,
  names: Names,
): readonly Mark[] {
  const clauses = licenses.flatMap(license =>
    [...clausesIn(license, knowledge, names), ...grantsIn(license, texts, knowledge)].toSorted(
      (one, other) => lineOf(one) - lineOf(other),
    ),
  )
  return [...clauses, ...licenses.flatMap(unreadMarks)]
}

const lineOf = ({ cited: [first] }: Mark) => (first && 'quote' in first ? first.line : 0)

const clausesIn = ({ clauses }: License, knowledge: Knowledge, names: Names) =>
  clauses.map(({ kind, mode, against, parameters, cited }): Mark => {
    // a right of the licensor that takes from the reader limits
    const limits = mode === 'grant' && against.length > 0
    const details = detailsOf(parameters)
    const means = knowledge.clauses.get(kind)?.definition ?? ''
    const takes = mode === 'plea' || against.length === 0 ? '' : ` Against the freedom to ${against.join(', ')}.`
    return {
      ...(limits ? { look: 'limit', does: 'limits' } : { look: mode, does: MODE_LABELS[mode] }),
      name: names.clause(kind),
      lines: [...(details ? [[details]] : []), [look('faint', means + takes)]],
      cited,
    }
  })

/** What the text gives to whoever receives the work is no kind of clause; nothing of a page or a card is found so. */
function grantsIn({ grants, text }: License, texts: readonly GivenText[], knowledge: Knowledge): readonly Mark[] {
  const given = texts.find(({ path }) => path === text?.path)
  if (!given || given.page || given.card?.document.frontMatter) return []
  const { path, content } = given
  const passages = passagesOf(content)
  const first = firstGranting(readPassages(content, passages, knowledge).granting)
  const own = groupsBy(
    grants.filter(grant => first.has(grant)),
    grant => first.get(grant),
  )
  return [...own].flatMap(([number, all]): Mark[] => {
    const passage = passages[number ?? -1]
    if (passage === undefined) return []
    const name = `You may ${inWords(all.map(grant => GRANT_LABELS[grant]))}`
    const cited = [{ path, ...quoteSentence(content.split('\n'), passage.line, passage.endLine, passage.text) }]
    return [{ look: 'grant', does: 'grants', name, lines: [], cited }]
  })
}

/** What was not understood of a license. */
export const unreadMarks = (license: License): readonly Mark[] =>
  unreadParts(license).map(({ is, why, line, endLine, quote = '', cut }) => ({
    look: is,
    does: NOT_UNDERSTOOD,
    name: is === 'possible' ? `may be: ${why ?? 'a restriction'}` : (why ?? ''),
    lines: [inQuotes({ quote, cut })],
    cited: [{ path: license.text?.path ?? '', line, endLine, quote, cut }],
  }))

/** The claims of an announcement in the order they stand. */
export const claimMarks = (claims: readonly Claim[], findings: readonly Finding[]): readonly Mark[] =>
  claims.map(claim => ({
    look: standsOf(claim) === 'goes too far' ? 'limit' : claim.check,
    does: standing(claim),
    name: `“${claim.says}”`,
    lines: [...reasonsOf(claim, findings, quotesOf(claim)), ...toTell(claim, findings)],
    cited: claim.cited,
    words: claim.says,
  }))

/** The words of the release that a finding rests on: once where several rest on the same. */
function quotesOf({ cited: said }: Claim): (finding: Finding) => readonly Line[] {
  const told = new Set(said.flatMap(one => ('quote' in one ? one.quote : [])))
  return ({ cited: [first] }) => {
    if (!first || !('quote' in first) || first.quote === '' || told.has(first.quote)) return []
    told.add(first.quote)
    return [inQuotes(first)]
  }
}

/** What is missing to tell a claim that could not be told. */
function toTell({ check, kind, because: [id] }: Claim, findings: readonly Finding[]): readonly Line[] {
  if (check !== 'undetermined') return []
  const missing = kind === 'open-model' ? OF_WORDS : findings.find(one => one.id === id)?.wouldChange
  return missing === undefined ? [] : [[look('faint', 'could be told with: '), missing]]
}
const OF_WORDS = 'words that say what is open, the weights, the code or the data, and under which license'
