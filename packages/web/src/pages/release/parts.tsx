import { groupsBy } from '@unwash/core/groups'
import type { Component, Report } from '@unwash/core/report/report'
import { COMPONENTS } from '@unwash/core/report/vocabulary'
import { plain } from '@unwash/core/text/foreign'
import { capital, inWords } from '@unwash/core/text/phrase'
import { spelled } from '@unwash/reporters/page'
import { components } from '@unwash/reporters/sections/components'
import { weightsUnder } from '@unwash/reporters/sections/limits'
import { modelsLine } from '@unwash/reporters/sections/verdict'
import { signOf, toneOf } from '@unwash/reporters/tones'
import { COMPONENT_LABELS, presenceOf } from '@unwash/reporters/words/labels'
import { citedAddress, termAddress } from '../../addresses.ts'
import { useSetting, useSources } from '../setting.ts'
import { Blocks, Folded, Spans, Table } from '../spans.tsx'

/** models shown at once */
const MODELS_SHOWN = 12

/** The models of a release that has several, with their verdicts and answers: a row for those that have the same. */
export function Models({ report }: { report: Report }) {
  const { names, link } = useSetting()
  const { models, uses = [] } = report
  const counted = modelsLine(report, names)
  if (counted === null) return null
  const asks = [...new Map(uses.map(({ use, ask }) => [use, ask]))]
  const answersOf = (name: string) => uses.filter(({ model }) => model === name)
  const groups = [
    ...groupsBy(models, ({ name, term }) =>
      JSON.stringify([term.id, names.proof(term), answersOf(name).map(({ use, answer, says }) => [use, answer, says])]),
    ).values(),
  ].flatMap(all => all.slice(0, 1).map(one => ({ ...one, called: all.map(({ name }) => plain(name)) })))
  const rowOf = ({ name, term, called }: (typeof groups)[number]) => [
    called.length === 1 ? (
      plain(name)
    ) : (
      <>
        {called.length} models<span class="small faint">: {inWords(called)}</span>
      </>
    ),
    <a key="term" class={`strong ${toneOf(term.id)}`} href={link(termAddress(term.id))}>
      {names.term(term.id)}
      {names.proof(term)}
      {term.aliases.length > 0 ? <span class="small faint"> ({term.aliases.join(', ')})</span> : null}
    </a>,
    ...asks.map(([use, ask]) => {
      const answer = uses.find(one => one.model === name && one.use === use)
      return answer ? (
        <span key={use} title={plain(`${ask}: ${answer.answer}. ${answer.says}`)}>
          <Spans line={[signOf(answer.answer)]} /> <span class="hidden">{answer.answer}</span>
        </span>
      ) : (
        ''
      )
    }),
  ]
  const head = ['model', 'term', ...asks.map(([, ask]) => ask)]
  const more = groups.slice(MODELS_SHOWN)
  return (
    <Folded id="models" title="Models" note={plain(spelled(counted))}>
      <Table head={head} rows={groups.slice(0, MODELS_SHOWN).map(rowOf)} named />
      {more.length > 0 ? (
        <details>
          <summary>{more.length} more</summary>
          <Table head={head} rows={more.map(rowOf)} named />
        </details>
      ) : null}
    </Folded>
  )
}

/** Signs of how a component is there, read without colors too. */
const SIGNS = { released: '✓', linked: '↗', described: '…', absent: '–', unknown: '?' } as const

/** The 17 components at a glance, in the order of their framework. */
export function Released({ report }: { report: Report }) {
  const { names, link } = useSetting()
  const { release, has } = useSources()
  const section = components(report, names)
  if (section === null) return null
  const all = COMPONENTS.flatMap(id => report.components.find(one => one.id === id) ?? [])
  const given = all.filter(({ presence }) => presence === 'released' || presence === 'linked').length
  const addressOf = ({ cited }: Component) => {
    const there = cited.find(one => 'path' in one && has(one.path, one.place))
    return there ? citedAddress(release, there) : null
  }
  const license = ({ id, presence, licensing: { concluded } }: Component) => {
    if (presence !== 'released' && presence !== 'linked') return ''
    if (id === 'weights' && report.models.length > 1) return `, ${plain(weightsUnder(report, names))}`
    return concluded === 'NOASSERTION' ? '' : `, ${names.concluded(concluded)}`
  }
  return (
    <Folded id="components" title="What is released" note={`${given} of ${all.length} parts`}>
      <ul class="parts">
        {all.map(component => {
          const { id, presence } = component
          const address = addressOf(component)
          const words = (
            <>
              <span aria-hidden="true">{SIGNS[presence]}</span> {capital(COMPONENT_LABELS[id])}
            </>
          )
          return (
            <li key={id} class={presence}>
              {address === null ? words : <a href={link(address)}>{words}</a>}
              <span class="small faint">
                {' '}
                {presenceOf(component)}
                {license(component)}
              </span>
            </li>
          )
        })}
      </ul>
      <details>
        <summary>Licenses, data and places</summary>
        <Blocks blocks={section.blocks} />
      </details>
    </Folded>
  )
}
