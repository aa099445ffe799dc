import type { Evaluation, Report } from '@unwash/core/report/report'
import { ANSWERS } from '@unwash/core/report/vocabulary'
import { plain } from '@unwash/core/text/foreign'
import { memoPage } from '@unwash/reporters/memo/index'
import type { Names } from '@unwash/reporters/names'
import { frameworks } from '@unwash/reporters/sections/frameworks'
import { footOf, subjectOf } from '@unwash/reporters/sections/lead'
import { verdictOf } from '@unwash/reporters/sections/verdict'
import { calledName, count } from '@unwash/reporters/words/counts'
import { READING_LABELS } from '@unwash/reporters/words/labels'
import { type ASIDES, releaseAddress } from '../addresses.ts'
import type { WebPage } from './layout.tsx'
import type { Shown } from './setting.ts'
import { Sources, useSetting } from './setting.ts'
import { Blocks, PartOfPage, Spans } from './spans.tsx'

type Aside = (typeof ASIDES)[number]

/** A page beside that of a release: what counsel asks, to print and sign, or all that frameworks answer. */
export function asidePage(which: Aside, { report, pinned, has, text }: Shown, names: Names): WebPage {
  const release = releaseAddress(calledName(report), pinned ? report.release.revision : null)
  const memo = which === 'memo' ? memoPage(report, names, text) : null
  const title = memo?.title ?? `What each framework makes of ${report.release.name}`
  return {
    frame: {
      title: `${plain(title)}: ${plain(verdictOf(report, names))}`,
      description: `${plain(title)}, with file and line`,
      address: `${release}/${which}`,
      unlisted: true,
    },
    content: (
      <Sources value={{ release, has, text }}>
        <Back release={release} name={report.release.name} which={which} />
        <div class={memo ? 'paper' : undefined}>
          <h1>{plain(title)}</h1>
          <p class="over">
            <Spans line={memo?.subject ?? subjectOf(report)} />
          </p>
          {memo ? <Blocks blocks={memo.lead} /> : null}
          {memo?.sections.map((section, at) => <PartOfPage key={at} section={section} />) ?? (
            <Frameworks report={report} />
          )}
        </div>
        {(memo?.foot ?? footOf(report, names, [])).map((line, at) => (
          <p key={at} class="small">
            <Spans line={line} />
          </p>
        ))}
      </Sources>
    ),
  }
}

/** A row for each framework: what it concludes and how much of it is met; its answers are folded below. */
function Frameworks({ report }: { report: Report }) {
  return (
    <div class="frameworks">
      {report.evaluations.map(one => (
        <Framework key={`${one.framework}${one.reading ?? ''}`} report={report} evaluation={one} />
      ))}
    </div>
  )
}

function Framework({ report, evaluation }: { report: Report; evaluation: Evaluation }) {
  const { names } = useSetting()
  const { framework, reading, conclusion, requirements, percentages, ...rest } = evaluation
  const way = reading && (READING_LABELS[reading] ?? reading)
  // an index draws no line: its figure says more than that not all of it is open
  const shares = ANSWERS.some(one => one === conclusion) ? Object.entries(percentages ?? {}) : []
  const shown = {
    ...{ ...rest, framework, conclusion, requirements },
    ...(percentages && shares.length === 0 ? { percentages } : {}),
  }
  const [table, ...told] = frameworks({ ...report, evaluations: [shown] }, names)?.blocks ?? []
  const decides = decidesIn(evaluation, names)
  const note = names.frameworkNote(framework)
  if (table?.kind !== 'table') return null
  const [name, concludes, answers] = table.rows[0] ?? []
  return (
    <details>
      <summary>
        <strong>
          {names.framework(framework)}
          {way ? `, ${way}` : ''}
        </strong>
        {': '}
        {shares.length > 0 ? (
          <strong>{shares.map(([name, share]) => `${name} ${Math.round(share)} %`).join(', ')}</strong>
        ) : concludes ? (
          <Spans line={concludes} />
        ) : (
          <span class="faint">{count(requirements.length, 'fact')}</span>
        )}
        {decides ? `. ${plain(decides.because)}` : ''}{' '}
        <span class="small faint">
          <Spans line={answers ?? []} />
        </span>
      </summary>
      {/* what leads here opens it */}
      <div id={reading ? `${framework}-${reading}` : framework}>
        {name ? (
          <p>
            <Spans line={name} />
          </p>
        ) : null}
        {note ? <p class="small faint">{note}</p> : null}
        {told.map((block, at) => (
          <Blocks key={at} blocks={block.kind === 'fold' ? block.blocks : [block]} />
        ))}
      </div>
    </details>
  )
}

/**
 * The requirement that decides: of those that are required the first that is answered as the framework concludes; where
 * it draws no such line the first that fails, else the first that is open.
 */
export function decidesIn(
  { conclusion, requirements }: Pick<Evaluation, 'conclusion' | 'requirements'>,
  names: Pick<Names, 'requirement'>,
) {
  if (['facts', 'not-applicable', 'met'].includes(conclusion)) return undefined
  const required = requirements.filter(({ id }) => names.requirement(id)?.severity === 'required')
  const open = ['unmet', 'unknown', 'needs-human'] as const
  const line = open.find(answer => answer === conclusion)
  const order = line ? [line, ...open] : open
  // what is asked beside what is required decides no line
  const all = line ? [required, requirements] : [[...required, ...requirements]]
  return all.flatMap(those => order.flatMap(answer => those.filter(one => one.answer === answer))).at(0)
}

/** The way back to the release, not printed. */
function Back({ release, name, which }: { release: string; name: string; which: Aside }) {
  const { link } = useSetting()
  return (
    <>
      <p class="over actions">
        <a href={link(release)}>{plain(name)}</a>
      </p>
      {which === 'memo' ? (
        <p class="actions">
          {(['memo.md', 'memo.html'] as const).map(file => (
            <a
              key={file}
              class="button"
              href={link(`${release}/${file}`)}
              download={`${name.replace(/\W+/g, '-')}.${file}`}
            >
              Save as {file === 'memo.md' ? 'Markdown' : 'HTML'}
            </a>
          ))}
          <a class="button" href={link(`${release}/frameworks`)}>
            Every condition of the frameworks
          </a>
        </p>
      ) : null}
    </>
  )
}
