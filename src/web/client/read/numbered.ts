import { quoteSentence } from '../../../documents/cite.ts'
import { passagesOf } from '../../../documents/legal/index.ts'
import type { Knowledge } from '../../../knowledge/knowledge.ts'
import { readPassages } from '../../../licenses/clauses/find.ts'
import type { GivenText } from '../../../licenses/given/given.ts'
import { firstGranting } from '../../../licenses/grants.ts'
import type { Clause, License } from '../../../report.ts'
import { unreadParts } from '../../../reports/licenses/unread.ts'
import type { Names } from '../../../reports/names.ts'
import { detailsOf } from '../../../reports/sections/details.ts'
import { inWords } from '../../../reports/words/counts.ts'
import { GRANT_LABELS, MODE_LABELS } from '../../../reports/words/labels.ts'
import { marked } from '../../../reports/words/quoted.ts'
import type { ClauseView, UnreadLook } from './view.ts'

/** A clause and what the page shows of it. */
export interface NumberedClause {
  readonly clause: Clause
  readonly license: License
  readonly view: ClauseView
}

/** Numbers the clauses and grants of all licenses in the order they stand, from 1. */
export function viewClauses(
  licenses: readonly License[],
  texts: readonly GivenText[],
  knowledge: Knowledge,
  names: Names,
): readonly NumberedClause[] {
  return licenses
    .flatMap(license => [
      ...license.clauses.map(clause => ofClause(clause, license, knowledge, names)),
      ...grantsOf(license, texts, knowledge),
    ])
    .sort(
      (one, other) => places(one, licenses) - places(other, licenses) || (one.view.line ?? 0) - (other.view.line ?? 0),
    )
    .map((one, index) => ({ ...one, view: { ...one.view, number: index + 1 } }))
}

const places = ({ license }: NumberedClause, licenses: readonly License[]) => licenses.indexOf(license)

function ofClause(clause: Clause, license: License, knowledge: Knowledge, names: Names): NumberedClause {
  const limits = clause.mode === 'grant' && clause.against.length > 0
  return {
    clause,
    license,
    view: {
      number: 0,
      ...(limits ? { look: 'limit', says: 'limits' } : { look: clause.mode, says: MODE_LABELS[clause.mode] }),
      name: names.clause(clause.kind),
      details: detailsOf(clause.parameters),
      meaning: knowledge.clauses.get(clause.kind)?.definition ?? '',
      against: clause.mode === 'plea' ? [] : clause.against,
      line: lineOf(clause),
    },
  }
}

/** what the text gives to whoever receives the work is no kind of clause, and is marked like one */
function grantsOf(license: License, texts: readonly GivenText[], knowledge: Knowledge): readonly NumberedClause[] {
  const text = texts.find(({ path }) => path === license.text?.path)
  return (text ? grantedIn(text, license, knowledge) : []).map(({ grants, cited }) => ({
    clause: { kind: 'grant', mode: 'grant', parameters: {}, against: [], reaches: [], cited: [cited] },
    license,
    view: {
      number: 0,
      look: 'grant',
      says: 'grants',
      name: `You may ${inWords(grants.map(grant => GRANT_LABELS[grant]))}`,
      details: '',
      meaning: '',
      against: [],
      line: cited.line,
    },
  }))
}

function lineOf({ cited: [first] }: Clause): number | null {
  return first && 'quote' in first ? first.line : null
}

/** Where a text grants what its license grants; nothing of a page or a card, whose plain text has other lines. */
function grantedIn({ path, content, page, card }: GivenText, { grants }: License, knowledge: Knowledge) {
  if (page || card?.document.frontMatter) return []
  const lines = content.split('\n')
  const passages = passagesOf(content)
  const all = firstGranting(readPassages(content, passages, knowledge).granting)
  return [...new Set(all.values())].flatMap(number => {
    const own = grants.filter(grant => all.get(grant) === number)
    const passage = passages[number]
    if (own.length === 0 || passage === undefined) return []
    return [{ grants: own, cited: { path, ...quoteSentence(lines, passage.line, passage.endLine, passage.text) } }]
  })
}

/** A part that was not understood and what the page shows of it. */
export type NumberedPart = ReturnType<typeof viewUnread>[number]

/** Numbers what was not understood of all licenses, license by license in the order it stands, after the clauses. */
export const viewUnread = (licenses: readonly License[], clauses: number) =>
  licenses
    .flatMap(license => unreadParts(license).map(part => ({ part, license })))
    .map(({ part, license }, index) => {
      const look: UnreadLook = part.is === 'possible' ? 'possible' : 'unread'
      /** what it may be, or why it could not be read; null where there is nothing to tell */
      const says = look === 'possible' ? `may be: ${part.why ?? 'a restriction'}` : (part.why ?? null)
      const { line, quote = '', cut } = part
      return { part, license, view: { number: clauses + index + 1, look, says, line, quote: marked({ quote, cut }) } }
    })
