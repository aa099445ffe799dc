import type { Knowledge } from '../../../knowledge/knowledge.ts'
import type { GivenText } from '../../../licenses/given/given.ts'
import type { Clause, License } from '../../../report.ts'
import type { Names } from '../../../reports/names.ts'
import { detailsOf } from '../../../reports/sections/details.ts'
import { inWords } from '../../../reports/words/counts.ts'
import { GRANT_LABELS, MODE_LABELS } from '../../../reports/words/labels.ts'
import { grantedIn } from './granted.ts'
import type { ClauseView } from './view.ts'

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

function lineOf({ cited }: Clause): number | null {
  const [first] = cited
  return first && 'quote' in first ? first.line : null
}
