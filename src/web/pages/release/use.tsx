import type { Report, Term } from '../../../report.ts'
import { leadOf } from '../../../reports/sections/lead.ts'
import { obligations } from '../../../reports/sections/lists.ts'
import { use } from '../../../reports/sections/use.ts'
import { capital, count } from '../../../reports/words/counts.ts'
import { plain } from '../../../reports/words/foreign.ts'
import { signersOf } from '../../../reports/words/signers.ts'
import type { StatedUse } from '../../../uses/stated.ts'
import { TERMS } from '../../../vocabulary.ts'
import { termAddress } from '../../addresses.ts'
import { Places } from '../citation.tsx'
import { anchorOf } from '../names.tsx'
import { useSetting } from '../setting.ts'
import { Blocks, Part } from '../spans.tsx'

/** What whoever uses it must do, and what the terms mean for a use that is stated. */
export function Obligations({
  report,
  address,
  stated,
}: {
  report: Report
  address: string
  stated: StatedUse | null
}) {
  const { served, names } = useSetting()
  const section = obligations(report, names)
  return (
    <section aria-labelledby="obligations">
      <h2 id="obligations">Obligations</h2>
      {section === null ? (
        <p class="faint">No obligation was read in the licenses of the weights.</p>
      ) : (
        <Blocks blocks={section.blocks} />
      )}
      {served ? <UseForm address={address} stated={stated} /> : <UseCommand name={report.release.name} />}
      <Part section={use(report, names)} id="use" />
    </section>
  )
}

/** Works without a script: what is chosen stands in the address. */
function UseForm({ address, stated }: { address: string; stated: StatedUse | null }) {
  const { knowledge, link } = useSetting()
  return (
    <form method="get" action={`${link(address)}#use`} class="use">
      <fieldset>
        <legend>How will you use it?</legend>
        <div class="choices">
          {knowledge.uses.actions.map(({ id, means }) => (
            <label key={id}>
              <input type="checkbox" name="do" value={id} checked={stated?.actions.has(id) ?? false} />
              <span>{capital(means)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div class="filters">
        <label>
          Users a month
          <input type="text" inputMode="numeric" name="users" value={stated?.users ?? ''} autocomplete="off" />
        </label>
        <label>
          Revenue a year
          <input type="text" inputMode="numeric" name="revenue" value={stated?.revenue ?? ''} autocomplete="off" />
        </label>
        <div class="go">
          <button type="submit">Show what it means</button>
        </div>
      </div>
    </form>
  )
}

function UseCommand({ name }: { name: string }) {
  return (
    <p class="small faint">
      For a use of your own: <code>unwash {plain(name)} --use commercial,eu,users=2e6</code>
    </p>
  )
}

/** The term, large and plain. */
export function TermOf({ report: { term } }: { report: Report }) {
  const { names, link } = useSetting()
  const beside = names.beside(term.id)
  return (
    <p id="term" class="term">
      <a href={link(termAddress(term.id))}>
        {names.term(term.id)}
        {names.proof(term)}
      </a>
      {beside === null ? null : <span class="beside">, {beside}</span>}
    </p>
  )
}

/** What is given, and how far the term stands proven. */
export function Standing({ report }: { report: Report }) {
  const { names } = useSetting()
  const { term } = report
  const signers = signersOf(report)
  return (
    <section aria-labelledby="standing">
      <h2 id="standing">The term</h2>
      <Blocks blocks={leadOf({ ...report, term: { ...term, facets: [] } }, names)} />
      {signers === null ? null : <p class="ask">{signers}</p>}
      <Scale term={term} />
    </section>
  )
}

/** Where the term stands among the terms: what is proven, and what it may be at most. */
function Scale({ term }: { term: Term }) {
  const { names, link } = useSetting()
  const floor = TERMS.indexOf(term.floor)
  const ceiling = TERMS.indexOf(term.ceiling)
  if (!SCALE.includes(term.floor)) return null
  return (
    <ol class="scale" aria-label="The terms, from the most open to the least">
      {SCALE.map(id => {
        const at = TERMS.indexOf(id)
        const state =
          at === floor ? 'proven' : at === ceiling ? 'at most' : at < floor && at > ceiling ? 'between' : null
        return (
          <li key={id} class={state === null ? undefined : state.replace(' ', '-')}>
            <a href={link(termAddress(id))}>{names.term(id)}</a>
            {state === 'proven' || state === 'at most' ? <span class="state">{state}</span> : null}
          </li>
        )
      })}
    </ol>
  )
}

/** the terms that stand in an order; the others say that there is nothing to put in it */
const SCALE = TERMS.slice(0, TERMS.indexOf('closed-ai') + 1)

/** The findings that no other part shows, so that each id leads somewhere. */
export function OtherFindings({ report }: { report: Report }) {
  const shown = new Set(report.term.because)
  const others = report.findings.filter(finding => !shown.has(finding.id))
  if (others.length === 0) return null
  return (
    <details class="others">
      <summary>{count(others.length, 'other finding')}</summary>
      <ul>
        {others.map(finding => (
          <li key={finding.id} id={anchorOf(finding.id)}>
            {plain(finding.says)} <Places cited={finding.cited} most={2} />
          </li>
        ))}
      </ul>
    </details>
  )
}
