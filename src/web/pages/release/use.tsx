import { withCommas } from '../../../licenses/digits.ts'
import type { Report, Use } from '../../../report.ts'
import { capital, count } from '../../../reports/counts.ts'
import { plain } from '../../../reports/foreign.ts'
import type { StatedUse } from '../../../uses/stated.ts'
import { Places } from '../citation.tsx'
import { ClauseName } from '../names.tsx'
import { useSetting } from '../setting.ts'
import { Table } from '../spans.tsx'

const LABELS = {
  'not-allowed': 'not allowed',
  must: 'must',
  check: 'check',
  know: 'know',
} as const satisfies Record<Use['points'][number]['result'], string>
const LOOKS = { 'not-allowed': 'bad', must: 'strong', check: 'ask', know: 'faint' } as const
/** duties shown at once */
const SHOWN = 8

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
  const { served } = useSetting()
  const all = report.obligations
  const more = all.slice(SHOWN)
  const duty = ({ when, do: what, cited }: Report['obligations'][number], at: number) => (
    <li key={at}>
      When {plain(when)}: <strong>{plain(what)}</strong> <Places cited={cited} most={1} />
    </li>
  )
  return (
    <section aria-labelledby="obligations">
      <h2 id="obligations">Obligations</h2>
      {all.length === 0 ? (
        <p class="faint">No duty was read in the licenses of the weights.</p>
      ) : (
        <ul>{all.slice(0, SHOWN).map(duty)}</ul>
      )}
      {more.length > 0 ? (
        <details>
          <summary>{count(more.length, 'more duty', 'more duties')}</summary>
          <ul>{more.map(duty)}</ul>
        </details>
      ) : null}
      {served ? <UseForm address={address} stated={stated} /> : <UseCommand name={report.release.name} />}
      {report.use ? <ForUse use={report.use} /> : null}
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

function ForUse({ use }: { use: Use }) {
  const { users, revenue, actions } = use.stated
  const words = [
    ...actions,
    ...(users === null ? [] : [`${withCommas(users)} users a month`]),
    ...(revenue === null ? [] : [`revenue ${withCommas(revenue)}`]),
  ].join(', ')
  return (
    <div id="use" class="for-use">
      <h3>For your use{words === '' ? '' : `: ${words}`}</h3>
      {use.points.length === 0 ? (
        <p>No clause that was read asks or bars anything for this use.</p>
      ) : (
        <Table
          caption="What the clauses mean for this use"
          head={['', 'clause', 'for this use', 'see']}
          rows={use.points.map(point => [
            <span key="result" class={LOOKS[point.result]}>
              {LABELS[point.result]}
            </span>,
            <ClauseName key="clause" kind={point.clause} />,
            capital(plain(point.says)),
            <Places key="places" cited={point.cited} most={2} />,
          ])}
        />
      )}
      {use.roles.length > 0 ? (
        <ul>
          {use.roles.map(role => (
            <li key={role.says}>
              Under the AI Act {plain(role.says)} <Places cited={role.cited} most={2} />
              <div>You would owe: {plain(role.owes)}</div>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
