import type { Component, DataSource, Report } from '../../../report.ts'
import { inWords } from '../../../reports/counts.ts'
import { plain } from '../../../reports/foreign.ts'
import { COMPONENT_LABELS, DATA_LABELS, PRESENCE_LABELS, STAGE_LABELS } from '../../../reports/labels.ts'
import { Places } from '../citation.tsx'
import { LicenseName } from '../names.tsx'
import { Table } from '../spans.tsx'

const LOOKS = { released: 'good', linked: 'strong', described: 'ask', absent: 'faint', unknown: 'faint' } as const
const ORDER = ['released', 'linked', 'described', 'absent', 'unknown'] as const
/** sets of data of one stage that are named */
const SOURCES = 6

/** The parts of a release, each with two answers: is it there, and under which rights. */
export function Components({ report }: { report: Report }) {
  const all = [...report.components].sort((one, other) => ORDER.indexOf(one.presence) - ORDER.indexOf(other.presence))
  if (all.length === 0) return null
  const missing = all.filter(({ presence }) => presence === 'absent' || presence === 'unknown')
  const here = all.filter(component => !missing.includes(component))
  return (
    <section aria-labelledby="components">
      <h2 id="components">Components</h2>
      {here.length > 0 ? <Rows caption="What is here, linked or described" components={here} /> : null}
      {missing.length > 0 ? (
        <details>
          <summary>Not seen: {inWords(missing.map(({ id }) => COMPONENT_LABELS[id]))}</summary>
          <Rows caption="What was not seen, and where was looked" components={missing} />
        </details>
      ) : null}
      <Data components={all} />
    </section>
  )
}

function Rows({ caption, components }: { caption: string; components: readonly Component[] }) {
  return (
    <Table
      caption={caption}
      head={['component', 'present', 'under', 'see']}
      named
      rows={components.map(component => [
        COMPONENT_LABELS[component.id],
        <Presence key="presence" component={component} />,
        <Rights key="rights" component={component} />,
        <Places key="places" cited={component.cited} most={1} />,
      ])}
    />
  )
}

function Presence({ component: { presence, ladder, partly } }: { component: Component }) {
  const rung = ladder && ladder !== 'none' && ladder !== presence ? `, ${DATA_LABELS[ladder]}` : ''
  return (
    <>
      <span class={LOOKS[presence]}>{PRESENCE_LABELS[presence]}</span>
      {rung}
      {partly ? <div class="small faint">not all of it: {plain(partly)}</div> : null}
    </>
  )
}

/** What is concluded, and where it differs what is declared and what the text is. */
function Rights({ component: { presence, licensing } }: { component: Component }) {
  if (presence === 'absent' || presence === 'unknown') return <span class="faint">–</span>
  const { declared, detected, concluded } = licensing
  if (concluded === 'NONE') return <span class="bad">no license found</span>
  const differs = (id: string) => id !== 'NONE' && id !== 'NOASSERTION' && id !== concluded
  return (
    <>
      {concluded === 'NOASSERTION' ? <span class="faint">not known</span> : <LicenseName id={concluded} />}
      {differs(declared) ? (
        <div class="small ask">
          declared <LicenseName id={declared} />
        </div>
      ) : null}
      {differs(detected) ? (
        <div class="small ask">
          its text is <LicenseName id={detected} />
        </div>
      ) : null}
    </>
  )
}

/** The training data by stage. */
function Data({ components }: { components: readonly Component[] }) {
  const stages = (components.find(({ id }) => id === 'datasets')?.data ?? []).filter(
    ({ sources }) => sources.length > 0,
  )
  if (stages.length === 0) return null
  return (
    <>
      <h3>Training data</h3>
      <ul>
        {stages.map(({ stage, ladder, sources, more, cited }) => (
          <li key={stage}>
            For {STAGE_LABELS[stage]}: {DATA_LABELS[ladder]}: {sources.slice(0, SOURCES).map(sourceWords).join('; ')}
            {sources.length + more > SOURCES ? ` and ${sources.length + more - SOURCES} more` : ''}{' '}
            <Places cited={cited} most={1} />
          </li>
        ))}
      </ul>
    </>
  )
}

function sourceWords({ name, concluded, obtainable }: DataSource): string {
  const told = [
    ...(concluded === 'NONE' ? ['no license'] : concluded === 'NOASSERTION' ? [] : [concluded]),
    ...(obtainable === 'no' ? ['can no longer be had'] : obtainable === 'on-request' ? ['on request'] : []),
  ]
  return plain(told.length > 0 ? `${name} (${told.join(', ')})` : name)
}
