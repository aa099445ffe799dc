import type { Allowed, Report } from '@unwash/core/report/report'
import { plain } from '@unwash/core/text/foreign'
import { capital } from '@unwash/core/text/phrase'
import type { StatedUse } from '@unwash/core/uses/stated'
import { limitingOf } from '@unwash/reporters/sections/limits'
import { obligations } from '@unwash/reporters/sections/lists'
import { eachModel, pointsOf, verdictOn } from '@unwash/reporters/sections/use'
import { alike, askOf, whichOf } from '@unwash/reporters/sections/verdict'
import { signOf } from '@unwash/reporters/tones'
import { count } from '@unwash/reporters/words/counts'
import { anchorOfClause, inARow } from '../names.tsx'
import type { Shown } from '../setting.ts'
import { useSetting } from '../setting.ts'
import { Blocks, Places, Spans } from '../spans.tsx'

/** kinds of clauses that are named as what decides */
const KINDS_NAMED = 4

/** Can I: what is allowed, what on a condition, what not; for a use that is stated, of that use. */
export function AnswersPart({ shown, address }: { shown: Shown; address: string }) {
  const { names } = useSetting()
  const { report, stated, rows } = shown
  const duties = obligations(report, names)
  const general = <Groups uses={report.uses ?? []} report={report} />
  return (
    <section aria-labelledby="can-i" class="can-i" data-mount="uses">
      <h2 id="can-i">Can I …</h2>
      <details class="part" open={stated !== null}>
        <summary>For your use: say what you want to do</summary>
        <UseForm address={address} name={report.release.name} stated={stated} />
      </details>
      <div id="use" aria-live="polite">
        {stated === null ? (
          general
        ) : (
          <>
            <Stated report={report} />
            <Groups uses={rows} report={report} folded />
            <Points report={report} />
            <details>
              <summary>Whatever the use</summary>
              {general}
            </details>
          </>
        )}
      </div>
      {duties === null ? (
        <p class="small faint">No obligation was read in the licenses of the weights.</p>
      ) : (
        <details id="obligations">
          <summary>What you must do: {count(report.obligations.length, 'duty', 'duties')}</summary>
          <Blocks blocks={duties.blocks} />
        </details>
      )}
    </section>
  )
}

/** The answers in columns, of several models for those that are answered alike. */
function Groups(props: { uses: readonly Allowed[]; report: Report; folded?: boolean }) {
  const { uses, report, folded = false } = props
  const groups = alike({ uses })
  if (groups.length === 0) return <p class="faint">No weights are offered here, so there is nothing to use.</p>
  const [only, ...more] = groups
  if (only && more.length === 0) return <Columns rows={only.uses} report={report} />
  return (
    <>
      {groups.map(({ models, uses }, at) => (
        <details key={at} open={at === 0 && !folded}>
          <summary>{whichOf(models)}</summary>
          <Columns rows={uses} report={report} />
        </details>
      ))}
    </>
  )
}

/** The answer for the use that was stated, and of several models that of each. */
function Stated({ report: { use } }: { report: Report }) {
  const verdict = use && verdictOn(use)
  if (!verdict) return null
  return (
    <>
      <p class="lead">
        <Spans line={verdict} />
      </p>
      <Blocks blocks={eachModel(use)} />
    </>
  )
}

/** The clauses that bear on the use that was stated. */
function Points({ report: { use } }: { report: Report }) {
  const { names } = useSetting()
  return use ? (
    <details>
      <summary>The clauses for your use</summary>
      <Blocks blocks={pointsOf(use, names)} />
    </details>
  ) : null
}

const COLUMNS = [
  ['Can', ['yes', 'presumably']],
  ['If', ['if']],
  ['Cannot', ['no']],
  ['Not known', ['unknown']],
] as const satisfies readonly (readonly [string, readonly Allowed['answer'][]])[]

/** The answers in columns by what they are, each with what decides it. */
export function Columns({ rows, report }: { rows: readonly Allowed[]; report: Report }) {
  const shown = new Set(limitingOf(report).map(({ kind }) => kind))
  return (
    <div class="columns">
      {COLUMNS.map(([name, answers]) => {
        const those = rows.filter(({ answer }) => answers.some(one => one === answer))
        if (those.length === 0) return null
        return (
          <div key={name}>
            <h3>{name}</h3>
            <ul>
              {those.map(row => (
                <AnswerRow key={row.ask} row={row} shown={shown} />
              ))}
            </ul>
          </div>
        )
      })}
    </div>
  )
}

function AnswerRow({ row, shown }: { row: Allowed; shown: ReadonlySet<string> }) {
  const { names } = useSetting()
  const { answer, says, clauses, cited } = row
  const beside = clauses.filter(kind => shown.has(kind)).slice(0, KINDS_NAMED)
  return (
    <li>
      <span class="sign" aria-hidden="true">
        <Spans line={[signOf(answer)]} />
      </span>
      <strong>{capital(plain(askOf(row)))}</strong>
      {answer === 'presumably' ? ', presumably' : ''}
      {says === '' ? '' : `: ${plain(says)}`} <Places cited={cited} most={1} />
      {beside.length > 1 || (beside.length === 1 && answer !== 'yes') ? (
        <span class="small faint because">
          {inARow(
            beside.map(kind => (
              <a key={kind} href={`#${anchorOfClause(kind)}`}>
                {plain(names.clause(kind))}
              </a>
            )),
          )}
        </span>
      ) : null}
    </li>
  )
}

/** Works without a script: what is chosen stands in the address. */
function UseForm(props: { address: string; name: string; stated: StatedUse | null }) {
  const { address, name: called, stated } = props
  const { knowledge, link, served } = useSetting()
  const amounts = [
    ['users', 'users a month'],
    ['revenue', 'revenue a year'],
  ] as const
  return (
    <form method="get" action={`${link(address)}#use`} class="use">
      <fieldset>
        <legend class="hidden">For your use</legend>
        {knowledge.uses.actions.map(({ id, means }) => (
          <label key={id}>
            <input type="checkbox" name="do" value={id} checked={stated?.actions.has(id) ?? false} /> {means}
          </label>
        ))}
        {amounts.map(([name, words]) => (
          <label key={name}>
            {words} <input type="text" inputMode="numeric" size={9} name={name} value={stated?.[name] ?? ''} />
          </label>
        ))}
        <button type="submit">What applies to me?</button>
      </fieldset>
      {/* without a server a script answers, which reads the report that lies beside the page */}
      {served ? null : (
        <noscript>
          <p class="small faint">
            This asks for a script. On the command line:{' '}
            <code>unwash {plain(called)} --use commercial,eu,users=2e6</code>
          </p>
        </noscript>
      )}
    </form>
  )
}
