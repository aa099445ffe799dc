import type { Report } from '../../../report.ts'
import { canI, doubts } from '../../../reports/sections/can-i.ts'
import { components } from '../../../reports/sections/components.ts'
import { frameworks } from '../../../reports/sections/frameworks.ts'
import { licenses } from '../../../reports/sections/licenses.ts'
import { limits } from '../../../reports/sections/limits.ts'
import {
  alternatives,
  corrections,
  moveUp,
  notes,
  signoffs,
  unread,
  whereToLook,
  why,
} from '../../../reports/sections/lists.ts'
import { models } from '../../../reports/sections/models.ts'
import { questions, readings } from '../../../reports/sections/read.ts'
import { calledName } from '../../../reports/words/called.ts'
import { plain } from '../../../reports/words/foreign.ts'
import type { StatedUse } from '../../../uses/stated.ts'
import { ADDRESSES, QUESTIONS, releaseAddress } from '../../addresses.ts'
import type { WebPage } from '../layout.tsx'
import { Sources, useSetting } from '../setting.ts'
import { Blocks, Part } from '../spans.tsx'
import { Claims } from './claims.tsx'
import { Lineage } from './lineage.tsx'
import { Obligations, OtherFindings, Standing, TermOf } from './use.tsx'

/** A release as it is kept. */
export interface Shown {
  readonly report: Report
  /** an ISO moment */
  readonly keptOn: string
  /** whether a text is kept, its own or that of another place */
  readonly has: Sources['has']
  /** whether what it was judged from is kept */
  readonly evidence: boolean
  /** the page of a revision, and not of whatever was read last */
  readonly pinned: boolean
  readonly stated: StatedUse | null
}

/** The page of a release. */
export function releasePage(shown: Shown, label: string): WebPage {
  const { report, pinned } = shown
  const { name, revision } = report.release
  const address = releaseAddress(calledName(report), pinned ? revision : null)
  return {
    frame: {
      title: plain(name),
      description:
        `${plain(name)}: ${label}. What the release gives, what its licenses allow, and whether its claims hold, ` +
        'with file and line.',
      address,
      alternates: [{ type: 'application/json', address: `${address}/report.json` }],
    },
    content: <ReleaseBody shown={shown} address={address} />,
  }
}

function ReleaseBody({ shown, address }: { shown: Shown; address: string }) {
  const { names, link, served } = useSetting()
  const { report, has, stated } = shown
  return (
    <Sources value={{ release: address, has }}>
      <Subject shown={shown} address={address} />
      <TermOf report={report} />
      <Part section={canI(report, names)} id="can-i" />
      <Part section={doubts(report, names)} id="doubts" />
      <Part section={questions(report, names)} id="questions" />
      {served && report.questions?.length ? (
        <p>
          <a href={link(`${releaseAddress(calledName(report))}/${QUESTIONS}`)}>Answer them</a>
        </p>
      ) : null}
      <Part section={readings(report, names)} id="readings" />
      <Standing report={report} />
      <Part section={limits(report, names)} id="restrictions" />
      <Obligations report={report} address={address} stated={stated} />
      <Part section={models(report, names)} id="models" />
      <Part section={why(report, names)} id="why" />
      <Claims report={report} />
      <Part section={components(report, names)} id="components" />
      <Lineage report={report} />
      <Part section={licenses(report, names)} id="licenses" />
      <Part section={unread(report, names)} id="unread" />
      <Part section={frameworks(report, names)} id="frameworks" />
      <Part section={signoffs(report, names)} id="signoffs" />
      <Part section={moveUp(report, names)} id="to-move-up" />
      <Part section={alternatives(report, names)} id="alternatives" />
      <Part section={whereToLook(report, names)} id="where-to-look" />
      <Corrections report={report} />
      <Part section={notes(report, names)} id="notes" />
      <OtherFindings report={report} />
    </Sources>
  )
}

function Subject({ shown, address }: { shown: Shown; address: string }) {
  const { link } = useSetting()
  const { report, keptOn, pinned } = shown
  const { name, publisher, revision, complete } = report.release
  const by = publisher === null || name.startsWith(`${publisher}/`) ? '' : ` by ${publisher}`
  return (
    <>
      <h1 id="release" class="name">
        {plain(name)}
      </h1>
      <p class="over">
        {plain(by.replace(/^ /, ''))}
        {revision === null ? '' : ' at '}
        {revision === null ? null : (
          <a href={link(releaseAddress(calledName(report), revision))} title={revision}>
            {revision.slice(0, 12)}
          </a>
        )}
        {by === '' && revision === null ? '' : ', '}as of <time dateTime={report.readAsOf}>{report.readAsOf}</time>
        {keptOn.startsWith(report.readAsOf) ? null : (
          <>
            , last checked <time dateTime={keptOn}>{keptOn.slice(0, 10)}</time>
          </>
        )}
        {complete ? null : <span class="ask"> (not all of its files are known)</span>}
      </p>
      <p class="over actions">
        <a href={link(`${address}/report.json`)}>JSON</a> · <a href={link(`${address}/badge.svg`)}>Badge</a> ·{' '}
        <a href={link(`${address}/card.svg`)}>Card to share</a>
        {shown.evidence ? (
          <>
            {' '}
            · <a href={link(`${address}/evidence.json`)}>Evidence</a>
          </>
        ) : null}
        {pinned ? (
          <>
            {' '}
            · <a href={link(releaseAddress(calledName(report)))}>as last read</a>
          </>
        ) : null}
      </p>
    </>
  )
}

function Corrections({ report }: { report: Report }) {
  const { names, link } = useSetting()
  const section = corrections(report, names)
  return (
    <section aria-labelledby="corrections">
      <h2 id="corrections">Corrections and replies</h2>
      {section === null ? <p>None yet.</p> : <Blocks blocks={section.blocks} />}
      <p>
        Is something wrong, or missing? <a href={link(ADDRESSES.corrections)}>Ask for a correction</a>: name the
        release, its revision, and the finding, by the address of its line here.
      </p>
      <p class="small faint">
        Read by unwash {report.unwash.version} with knowledge of {report.unwash.knowledge}.
      </p>
    </section>
  )
}
