import type { Evaluation, Report, Requirement } from '../../../report.ts'
import { tally } from '../../../reports/counts.ts'
import { plain } from '../../../reports/foreign.ts'
import { ANSWER_LABELS } from '../../../reports/labels.ts'
import { ANSWERS, TERMS } from '../../../vocabulary.ts'
import { frameworkAddress } from '../../addresses.ts'
import { Places } from '../citation.tsx'
import { RequirementName } from '../names.tsx'
import { useSetting } from '../setting.ts'
import { Table } from '../spans.tsx'

const LOOKS = { met: 'good', unmet: 'bad', unknown: 'faint', 'needs-human': 'ask', 'not-applicable': 'faint' } as const

/** What each framework makes of it, side by side; below each, its requirements with their answers. */
export function Frameworks({ report }: { report: Report }) {
  const all = report.evaluations.filter(
    ({ requirements }) => requirements.length === 0 || requirements.some(({ answer }) => answer !== 'not-applicable'),
  )
  if (all.length === 0) return null
  return (
    <section aria-labelledby="frameworks">
      <h2 id="frameworks">What each framework makes of it</h2>
      <Table
        caption="Frameworks side by side"
        quiet
        head={['framework', 'concludes', ...ANSWERS.slice(0, 4).map(answer => ANSWER_LABELS[answer])]}
        named
        rows={all.map(evaluation => {
          const counts = tally(evaluation.requirements.map(({ answer }) => answer))
          return [
            <Title key="title" evaluation={evaluation} />,
            <Conclusion key="conclusion" evaluation={evaluation} />,
            ...ANSWERS.slice(0, 4).map(answer => counts.get(answer) ?? <span class="faint">–</span>),
          ]
        })}
      />
      {all.map(evaluation => (
        <Answers key={`${evaluation.framework} ${evaluation.reading ?? ''}`} evaluation={evaluation} />
      ))}
    </section>
  )
}

function Title({ evaluation: { framework, edition, reading } }: { evaluation: Evaluation }) {
  const { names, link } = useSetting()
  return (
    <>
      <a href={link(frameworkAddress(framework))}>{names.framework(framework)}</a>{' '}
      <span class="faint">
        {edition}
        {reading ? `, ${reading} reading` : ''}
      </span>
    </>
  )
}

function Conclusion({ evaluation: { conclusion, percentages } }: { evaluation: Evaluation }) {
  const { names } = useSetting()
  const answer = ANSWERS.find(known => known === conclusion)
  const term = TERMS.find(known => known === conclusion)
  const words = answer
    ? ANSWER_LABELS[answer]
    : conclusion === 'facts'
      ? 'facts only'
      : term
        ? names.term(term)
        : conclusion
  const shares = Object.entries(percentages ?? {}).map(([name, share]) => `${name} ${Math.round(share)} %`)
  return (
    <>
      <span class={answer ? LOOKS[answer] : 'strong'}>{plain(words)}</span>
      {shares.length > 0 ? <div class="small faint">{plain(shares.join(', '))}</div> : null}
    </>
  )
}

function Answers({ evaluation }: { evaluation: Evaluation }) {
  const { names } = useSetting()
  const { framework, reading } = evaluation
  const asked = evaluation.requirements.filter(({ answer }) => answer !== 'not-applicable')
  const told = asked.filter(({ id }) => names.told(id))
  if (asked.length === 0) return null
  const answer = (requirement: Requirement) => (
    <Answered key={requirement.id} framework={framework} requirement={requirement} />
  )
  return (
    <>
      {told.length > 0 ? <ul class="answers">{told.map(answer)}</ul> : null}
      <details>
        <summary>
          {names.framework(framework)}
          {reading ? ` (${reading})` : ''}: every answer
        </summary>
        <ul class="answers">{asked.filter(requirement => !told.includes(requirement)).map(answer)}</ul>
      </details>
    </>
  )
}

function Answered({ framework, requirement }: { framework: string; requirement: Requirement }) {
  const { id, answer, because, cited, signoff, level } = requirement
  return (
    <li>
      <RequirementName framework={framework} id={id} />{' '}
      <span class={LOOKS[answer]}>{level ? plain(level) : ANSWER_LABELS[answer]}</span>: {plain(because)}{' '}
      <Places cited={cited} most={2} />
      {signoff ? (
        <div>
          signed off by {plain(signoff.who)} on {plain(signoff.on)}: {plain(signoff.why)}
        </div>
      ) : null}
    </li>
  )
}
