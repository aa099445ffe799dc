import type { Question } from '../../report/question.ts'
import type { Report } from '../../report/report.ts'
import { sectionOf } from '../../reports/questions/index.ts'
import { readings as readBy } from '../../reports/sections/lists.ts'
import { calledName } from '../../reports/words/counts.ts'
import { plain } from '../../reports/words/foreign.ts'
import { QUESTIONS, releaseAddress } from '../addresses.ts'
import type { WebPage } from './layout.tsx'
import { useSetting } from './setting.ts'
import { Blocks, Part } from './spans.tsx'

/** What could not be decided of a release, to be answered by whoever may have releases audited here. */
export function questionsPage(report: Report, may: boolean): WebPage {
  const release = releaseAddress(calledName(report))
  const name = plain(report.release.name)
  return {
    frame: {
      title: `Questions on ${name}`,
      description: `What could not be decided of ${name}, for a person to answer`,
      address: `${release}/${QUESTIONS}`,
      unlisted: true,
    },
    content: <Asking report={report} release={release} may={may} />,
  }
}

function Asking({ report, release, may }: { report: Report; release: string; may: boolean }) {
  const { link, names } = useSetting()
  const { questions = [], term } = report
  return (
    <>
      <h1>Questions on {plain(report.release.name)}</h1>
      <p class="lead">
        <a href={link(release)}>
          {names.term(term.id)}
          {names.proof(term)}
        </a>
      </p>
      {questions.length === 0 ? <p>Nothing is left that somebody could answer.</p> : null}
      {may && questions.length > 0 ? (
        <form method="post" action={link(`${release}/${QUESTIONS}`)}>
          {questions.map(question => (
            <One key={question.id} question={question} />
          ))}
          <p>
            <label for="by">Your name</label> <input id="by" name="by" type="text" required maxLength={200} />
          </p>
          <p>
            <button type="submit">Judge with these answers</button>
          </p>
          <p class="faint">Your name and answers are kept with the release, and shown.</p>
        </form>
      ) : (
        questions.map(question => <Part key={question.id} section={sectionOf(question, true)} id={question.id} />)
      )}
      <Part section={readBy(report, names)} id="read" />
    </>
  )
}

function One({ question }: { question: Question }) {
  const { blocks, heading } = sectionOf({ ...question, options: [] }, true)
  return (
    <fieldset>
      <legend>
        <strong>{plain(heading)}</strong>
      </legend>
      <Blocks blocks={blocks.filter(block => block.kind !== 'list')} />
      <div class="choices">
        {question.options.map(({ id, says }) => (
          <label key={id}>
            <input type="radio" name={question.id} value={id} />
            <span>{plain(says)}</span>
          </label>
        ))}
      </div>
      <details>
        <summary>What the answers mean</summary>
        <p>{plain(question.definition)}</p>
        {question.falseFriends === '' ? null : <p>Not to be taken for it: {plain(question.falseFriends)}</p>}
      </details>
    </fieldset>
  )
}
