import { type Redline, redline } from '../../../changes/redline.ts'
import { isOpenClass } from '../../../licenses/class.ts'
import type { GivenText } from '../../../licenses/given/given.ts'
import type { License, Obligation } from '../../../report.ts'
import { unreadDecides, unreadMeans } from '../../../reports/licenses/unread.ts'
import type { Names } from '../../../reports/names.ts'
import { titleOf } from '../../../reports/sections/lead.ts'
import { limitsSomething } from '../../../reports/sections/limits.ts'
import {
  ANSWER_LABELS,
  CLASS_LABELS,
  GRANT_LABELS,
  MATCH_LABELS,
  RESIDUE_LABELS,
} from '../../../reports/words/labels.ts'
import { marked } from '../../../reports/words/quoted.ts'
import type { Loaded } from '../worker/load.ts'
import type { NumberedClause, NumberedPart } from './numbered.ts'

/** What the page shows of one license, with the numbers of its clauses and of what was not understood. */
export function viewLicense(
  license: License,
  numbered: readonly NumberedClause[],
  unread: readonly NumberedPart[],
  names: Names,
  texts: readonly GivenText[],
  loaded: Loaded,
) {
  const own = numbered.filter(one => one.license === license)
  const numbersOf = (kind: string) => own.filter(({ clause }) => clause.kind === kind).map(({ view }) => view.number)
  const limiting = new Set(license.clauses.filter(limitsSomething).map(({ kind }) => kind))
  const { match } = license
  return {
    title: titleOf(license, names),
    className: CLASS_LABELS[license.class],
    open: isOpenClass(license.class),
    language: license.language ?? null,
    hasText: license.text !== null,
    match: license.text === null ? 'a name without its text' : MATCH_LABELS[match.kind],
    exact: match.kind === 'exact',
    nearest: match.nearest === null || match.nearest === license.id ? null : names.license(match.nearest),
    twins: (match.twins ?? []).map(names.license),
    grants: license.grants.map(grant => GRANT_LABELS[grant]),
    missingGrants: (license.missingGrants ?? []).map(grant => GRANT_LABELS[grant]),
    limits: [...limiting].map(kind => ({ name: names.clause(kind), clauses: numbersOf(kind) })),
    unread: unread.filter(one => one.license === license).map(({ view }) => view),
    unreadDecides: unreadDecides(license),
    unreadMeans: unreadMeans(license),
    calls: license.selfLabels.map(({ says }) => says),
    readWith: license.readWith ?? [],
    frameworks: (license.frameworks ?? []).map(reading => ({
      name: reading.framework.toUpperCase(),
      verdict: reading.verdict,
      answer: ANSWER_LABELS[reading.verdict],
      says: reading.says,
      because: reading.because.map(kind => ({ name: names.clause(kind), clauses: numbersOf(kind) })),
    })),
    obligations: (license.obligations ?? []).map(duty => ({
      ...duty,
      clauses: own.filter(({ clause }) => restsOn(duty, clause)).map(({ view }) => view.number),
    })),
    changes: match.residue.map(({ quote = '', cut, ...change }) => ({
      ...change,
      quote: marked({ quote, cut }),
      as: RESIDUE_LABELS[change.reads],
    })),
    difference: differenceOf(license, texts, names, loaded),
    flaws: (license.defects ?? []).map(({ says, cited: [first] }) => ({
      says,
      line: first && 'quote' in first ? first.line : null,
    })),
  }
}

/** A duty rests on the clauses of its kind that stand where it is cited. */
const restsOn = ({ clause: kind, cited }: Obligation, clause: NumberedClause['clause']) =>
  clause.kind === kind &&
  clause.cited.some(place => cited.some(other => JSON.stringify(other) === JSON.stringify(place)))

function differenceOf(
  { match, text }: License,
  texts: readonly GivenText[],
  names: Names,
  { knowledge, texts: known }: Loaded,
): Redline | null {
  if (match.nearest === null || match.kind === 'exact' || match.kind === 'none') return null
  const given = texts.find(({ path }) => path === text?.path)
  const ids = [match.nearest, ...(knowledge.licenses.get(match.nearest)?.spdx ?? [])]
  const nearest = ids.map(id => known.get(id)).find(one => one !== undefined)
  return given && nearest ? redline(nearest.text, given.content, names.license(match.nearest)) : null
}
