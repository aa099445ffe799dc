import type { Clause, License, Report } from '../../../report.ts'
import { count, inWords } from '../../../reports/counts.ts'
import { plain } from '../../../reports/foreign.ts'
import {
  CLASS_LABELS,
  GRANT_LABELS,
  MATCH_LABELS,
  MODE_LABELS,
  RESIDUE_LABELS,
  SCOPE_LABELS,
} from '../../../reports/labels.ts'
import { quoted } from '../../../reports/quoted.ts'
import { detailsOf } from '../../../reports/sections/details.ts'
import { limitsSomething, mergedClauses } from '../../../reports/sections/limits.ts'
import { titleOf } from '../../../reports/sections/title.ts'
import { licenseAddress } from '../../addresses.ts'
import { Place, Places } from '../citation.tsx'
import { ClauseName } from '../names.tsx'
import { useSetting } from '../setting.ts'
import { Table } from '../spans.tsx'

/** changed passages of a text that are shown */
const CHANGES = 12
/** clauses shown at once */
const CLAUSES = 12
/** licenses shown in full; a collection of models may have hundreds */
const LICENSES = 30

/** The licenses found: what each is, what it covers, how its text compares with the known one, and what limits. */
export function Licenses({ report }: { report: Report }) {
  if (report.licenses.length === 0) return null
  const more = report.licenses.length - LICENSES
  return (
    <section aria-labelledby="licenses">
      <h2 id="licenses">Licenses</h2>
      {report.licenses.slice(0, LICENSES).map((license, at) => (
        <One key={at} license={license} />
      ))}
      {more > 0 ? <p class="faint">and {count(more, 'more license')} in the JSON of this report</p> : null}
    </section>
  )
}

function One({ license }: { license: License }) {
  const { names, knowledge, link } = useSetting()
  const title = plain(titleOf(license, names))
  const limiting = mergedClauses(license.clauses.filter(limitsSomething))
  const others = license.clauses.filter(clause => !limitsSomething(clause))
  const { covers, missingGrants = [], defects = [], selfLabels } = license
  return (
    <article class="license">
      <h3>
        {license.id !== null && knowledge.licenses.has(license.id) ? (
          <a href={link(licenseAddress(license.id))}>{title}</a>
        ) : (
          title
        )}
      </h3>
      <p>
        {CLASS_LABELS[license.class]};{' '}
        {covers.length > 0
          ? `covers ${inWords(covers.map(scope => SCOPE_LABELS[scope]))}`
          : 'covers nothing that is here'}{' '}
        <Places cited={license.cited} most={2} />
      </p>
      <TextOf license={license} />
      {missingGrants.length > 0 ? (
        <p class="ask">No grant was found to {inWords(missingGrants.map(grant => GRANT_LABELS[grant]))}.</p>
      ) : null}
      {selfLabels.length > 0 ? (
        <p class="small">
          It calls itself{' '}
          {selfLabels.slice(0, 3).map((label, at) => (
            <>
              {at > 0 ? ', ' : ''}“{plain(label.says)}” <Places cited={label.cited} most={1} />
            </>
          ))}
        </p>
      ) : null}
      {defects.slice(0, 3).map((defect, at) => (
        <p key={at} class="small ask">
          {plain(defect.says)} <Places cited={defect.cited} most={1} />
        </p>
      ))}
      {limiting.length > 0 ? <Clauses caption="Clauses that limit" clauses={limiting.slice(0, CLAUSES)} /> : null}
      {others.length + limiting.length > CLAUSES || others.length > 0 ? (
        <details>
          <summary>{count(Math.max(0, limiting.length - CLAUSES) + others.length, 'other clause')}</summary>
          <Clauses
            caption="Other clauses"
            clauses={[...limiting.slice(CLAUSES), ...mergedClauses(others)].slice(0, 60)}
          />
        </details>
      ) : null}
    </article>
  )
}

function Clauses({ caption, clauses }: { caption: string; clauses: readonly Clause[] }) {
  return (
    <Table
      caption={caption}
      head={['', 'clause', 'detail', 'see']}
      rows={clauses.map(clause => [
        <span key="mode" class={clause.mode === 'ban' ? 'bad' : clause.mode === 'duty' ? 'ask' : 'faint'}>
          {MODE_LABELS[clause.mode]}
        </span>,
        <ClauseName key="kind" kind={clause.kind} />,
        plain(detailsOf(clause.parameters)),
        <Places key="places" cited={clause.cited} most={2} />,
      ])}
    />
  )
}

/** How the text compares with a known one; every changed passage with how it reads. */
function TextOf({ license }: { license: License }) {
  const { names } = useSetting()
  const { text, match } = license
  if (text === null) return <p class="small faint">Declared; license text not found.</p>
  const nearest = match.nearest === null || match.nearest === license.id ? '' : ` (${names.license(match.nearest)})`
  return (
    <>
      <p class="small">
        {MATCH_LABELS[match.kind]}
        {nearest}: <Place cited={text} />
      </p>
      {match.residue.length > 0 ? (
        <ul class="small">
          {match.residue.slice(0, CHANGES).map((change, at) => (
            <li key={at}>
              <span class={change.reads === 'condition' ? 'bad' : 'ask'}>
                {change.side} {count(change.words, 'word')}
              </span>
              , read as {RESIDUE_LABELS[change.reads]}
              {change.quote ? `: “${quoted(change.quote)}”` : ''}{' '}
              <Place cited={{ ...text, line: change.line, endLine: change.endLine, quote: change.quote ?? '' }} />
            </li>
          ))}
          {match.residue.length > CHANGES ? (
            <li class="faint">and {count(match.residue.length - CHANGES, 'more change')}</li>
          ) : null}
        </ul>
      ) : null}
    </>
  )
}
