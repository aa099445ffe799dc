import type { Report } from '../../../report.ts'
import { capital } from '../../../reports/counts.ts'
import { plain } from '../../../reports/foreign.ts'
import { obligations } from '../../../reports/sections/lists.ts'
import { use } from '../../../reports/sections/use.ts'
import type { StatedUse } from '../../../uses/assess.ts'
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
