import { groupsBy } from '@unwash/core/groups'
import type { Component, Report } from '@unwash/core/report/report'
import { COMPONENTS, TERMS } from '@unwash/core/report/vocabulary'
import { plain } from '@unwash/core/text/foreign'
import { capital, inWords } from '@unwash/core/text/phrase'
import type { Names } from '@unwash/reporters/names'
import { spelled } from '@unwash/reporters/page'
import { components } from '@unwash/reporters/sections/components'
import { standsLine } from '@unwash/reporters/sections/lead'
import { bindingOf, weightsUnder } from '@unwash/reporters/sections/limits'
import { areMixed, inOneSentence, modelsLine, verdictInSentences, verdictOf } from '@unwash/reporters/sections/verdict'
import { signOf, toneOf } from '@unwash/reporters/tones'
import { calledName, count } from '@unwash/reporters/words/counts'
import { COMPONENT_LABELS, presenceOf } from '@unwash/reporters/words/labels'
import { signersOf } from '@unwash/reporters/words/signers'
import { citedAddress, releaseAddress, termAddress } from '../../addresses.ts'
import type { WebPage } from '../layout.tsx'
import { type Shown, Sources, useSetting, useSources } from '../setting.ts'
import { Blocks, Folded, Spans, Table } from '../spans.tsx'
import { AnswersPart } from './answers.tsx'
import { Claims } from './claims.tsx'
import { Clauses } from './clauses.tsx'
import { Details, Share, UnreadList } from './more.tsx'

/** models shown at once */
const MODELS_SHOWN = 12

/** The models of a release that has several, with their verdicts and answers: a row for those that have the same. */
function Models({ report }: { report: Report }) {
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
function Released({ report }: { report: Report }) {
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

/** groups of models told in a sentence each; all of them stand below */
const GROUPS = 3

/** Which release, and the verdict: the term, what may be done in a sentence, and where it stands among the terms. */
function Head({ shown: { report, keptOn, pinned } }: { shown: Shown }) {
  const { names, link } = useSetting()
  const { release, readAsOf, term } = report
  const { name, publisher, revision, complete } = release
  const called = calledName(report)
  const told = verdictInSentences(report)
  const signers = signersOf(report)
  const mixed = areMixed(report.models)
  return (
    <header class={`verdict ${mixed ? 'ask' : toneOf(term.id)}`}>
      <h1 class="name">
        {publisher === null || name.startsWith(`${publisher}/`) ? null : <span class="by">{plain(publisher)} / </span>}
        {plain(name)}
      </h1>
      <p id="term" class="term">
        <a href={link(termAddress(term.id))}>{plain(verdictOf(report, names))}</a>
      </p>
      {told.slice(0, GROUPS).map(({ which, says }) => (
        <p key={which} class={told.length > 1 ? 'of' : 'lead'}>
          {which === '' ? null : <strong>{capital(plain(which))}: </strong>}
          {plain(says)}
        </p>
      ))}
      <Ladder report={report} mixed={mixed} />
      <p class="small">
        <Spans line={(mixed && modelsLine(report, names)) || standsLine(term, names)} />
        {term.aliases.length > 0 && !mixed ? (
          <span class="faint">. In everyday words: {term.aliases.join(', ')}</span>
        ) : null}
        {signers === null ? null : <span class="ask">. {signers}</span>}
      </p>
      <p class="small faint actions" data-share="">
        Read as of <time dateTime={readAsOf}>{readAsOf}</time>
        {revision === null ? null : (
          <>
            {' at '}
            <a href={link(releaseAddress(called, revision))} title={revision}>
              {revision.slice(0, 12)}
            </a>
          </>
        )}
        {keptOn.startsWith(readAsOf) ? null : (
          <>
            , last checked <time dateTime={keptOn}>{keptOn.slice(0, 10)}</time>
          </>
        )}
        {complete ? null : <span class="ask"> (not all of its files are known)</span>}
        {pinned ? (
          <>
            {' · '}
            <a href={link(releaseAddress(called))}>as last read</a>
          </>
        ) : null}
      </p>
    </header>
  )
}

/** the terms that stand in an order; the others say that there is nothing to put in it */
const LADDER = TERMS.slice(0, TERMS.indexOf('closed-ai') + 1)

/** Where the term stands among the terms: what is proven, and what it may be at most. */
function Ladder({ report: { term, models }, mixed }: { report: Report; mixed: boolean }) {
  const { names, link } = useSetting()
  const floor = TERMS.indexOf(term.floor)
  const ceiling = TERMS.indexOf(term.ceiling)
  if (!LADDER.includes(term.id)) return null
  return (
    <ol class="ladder" aria-label="The terms, from the most open to the least">
      {LADDER.map((id, at) => {
        const those = mixed ? models.filter(model => model.term.id === id).length : 0
        const of = those > 0 ? count(those, 'model') : null
        const state = of ?? (at === floor ? 'proven' : id === term.id ? 'concluded' : at === ceiling ? 'at most' : null)
        const look = of ? 'proven' : state?.replace(' ', '-')
        return (
          <li key={id} class={look}>
            <a href={link(termAddress(id))}>{names.term(id)}</a>
            {state === null ? null : <span class="state"> {state}</span>}
          </li>
        )
      })}
    </ol>
  )
}

/** The page of a release. */
export function releasePage(shown: Shown, names: Names): WebPage {
  const { report, pinned, has, text } = shown
  const { name, revision } = report.release
  const address = releaseAddress(calledName(report), pinned ? revision : null)
  const verdict = plain(verdictOf(report, names))
  return {
    frame: {
      title: `${plain(name)}: ${verdict}`,
      description: plain(
        inOneSentence((report.uses ?? []).filter(({ model }) => model === report.uses?.[0]?.model)) ??
          `What ${name} gives, what its licenses allow, and whether its claims hold, with file and line.`,
      ),
      address,
      scripts: ['release'],
      alternates: [{ type: 'application/json', address: `${address}/report.json` }],
    },
    content: (
      <Sources value={{ release: address, has, text }}>
        <Head shown={shown} />
        <nav class="contents" aria-label="On this page">
          {contentsOf(report, names).map(([id, label]) => (
            <a key={id} href={`#${id}`} {...(id === 'take' ? { class: 'kept' } : {})}>
              {label}
            </a>
          ))}
        </nav>
        <AnswersPart shown={shown} address={address} />
        <Claims report={report} />
        <Models report={report} />
        <Released report={report} />
        <Clauses report={report} />
        <UnreadList report={report} address={address} />
        <Share shown={shown} address={address} />
        <Details report={report} address={address} />
      </Sources>
    ),
  }
}

const contentsOf = (report: Report, names: Names) => {
  const { doubts, unread, questions, readings } = report
  const has = (list: readonly unknown[] | undefined) => (list?.length ?? 0) > 0
  return [
    ['can-i', 'Can I'],
    ['claims', 'Claims'],
    ...(modelsLine(report, names) ? [['models', 'Models']] : []),
    ['components', 'Released'],
    ...(bindingOf(report).some(({ clauses }) => has(clauses)) ? [['clauses', 'Clauses']] : []),
    ...([doubts, unread, questions, readings].some(has) ? [['unread', 'Not understood']] : []),
    ['take', 'Take it with you'],
    ['details', 'Details'],
  ] as const
}
