import type { Report } from '@unwash/core/report/report'
import { plain } from '@unwash/core/text/foreign'
import type { Names } from '@unwash/reporters/names'
import { bindingOf } from '@unwash/reporters/sections/limits'
import { inOneSentence, modelsLine, verdictOf } from '@unwash/reporters/sections/verdict'
import { calledName } from '@unwash/reporters/words/counts'
import { releaseAddress } from '../../addresses.ts'
import type { WebPage } from '../layout.tsx'
import { type Shown, Sources } from '../setting.ts'
import { AnswersPart } from './answers.tsx'
import { Claims } from './claims.tsx'
import { Clauses } from './clauses.tsx'
import { Head } from './head.tsx'
import { Details, Share, UnreadList } from './more.tsx'
import { Models, Released } from './parts.tsx'

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
