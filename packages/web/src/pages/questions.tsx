import { isOfTerm } from '@unwash/core/questions/matters'
import type { Question } from '@unwash/core/report/question'
import type { Report } from '@unwash/core/report/report'
import { langOf, plain } from '@unwash/core/text/foreign'
import { capital } from '@unwash/core/text/phrase'
import { readings as readBy } from '@unwash/reporters/sections/lists'
import { verdictOf } from '@unwash/reporters/sections/verdict'
import { calledName, count } from '@unwash/reporters/words/counts'
import { QUESTIONS, releaseAddress } from '../addresses.ts'
import type { WebPage } from './layout.tsx'
import { useSetting } from './setting.ts'
import { PartOfPage, PlaceLink } from './spans.tsx'

/**
 * What could not be decided of a release, to be answered by whoever may have releases audited here.
 * @param without how many questions are left out, as no answer to them would change anything
 */
export function questionsPage(report: Report, may: boolean, without = 0): WebPage {
  const release = releaseAddress(calledName(report))
  const name = plain(report.release.name)
  return {
    frame: {
      title: `Questions on ${name}`,
      description: `What could not be decided of ${name}, for a person to answer`,
      address: `${release}/${QUESTIONS}`,
      unlisted: true,
      scripts: ['release'],
    },
    content: <Asking report={report} release={release} may={may} without={without} />,
  }
}

interface Asked {
  readonly report: Report
  readonly release: string
  readonly may: boolean
  readonly without: number
}

function Asking({ report, release, may, without }: Asked) {
  const { link, names } = useSetting()
  const { questions = [] } = report
  const all = questions.map((question, at) => <One key={question.id} question={question} at={at + 1} asks={may} />)
  const told = questions.flatMap(({ matters = [] }) => matters.flatMap(one => one.changes))
  const changes = [...new Set(told.filter(isOfTerm))]
  const waits = questions.length > 0 && questions.every(({ matters }) => matters === undefined)
  const sorted = questions.length > 1 && !waits
  return (
    <>
      <h1>Questions on {plain(report.release.name)}</h1>
      <p class="lead">
        {questions.length === 0
          ? 'Nothing is left that somebody could answer. '
          : `${count(questions.length, 'question')}${sorted ? ', the most decisive first' : ''}. `}
        As it stands: <a href={link(release)}>{plain(verdictOf(report, names))}</a>.
      </p>
      {waits ? (
        <p class="faint" role="status" data-waits="">
          What each answer would change is being worked out, and fills in by itself as long as nothing is chosen.
        </p>
      ) : null}
      {without > 0 || questions.length > 0 ? (
        <p class="faint">
          {without > 0 ? `${count(without, 'further question')} would change nothing whatever is answered. ` : ''}
          Others may come up when these are answered.
        </p>
      ) : null}
      {changes.length > 0 ? <p>What they decide: {changes.map(plain).join('; ')}.</p> : null}
      {may && questions.length > 0 ? (
        <form method="post" action={link(`${release}/${QUESTIONS}`)} class="asked">
          {all}
          <p>
            <label for="by">Your name</label> <input id="by" name="by" type="text" required maxLength={200} />
          </p>
          <p>
            <button type="submit">Judge with these answers</button>
          </p>
          <p class="faint">Your name and answers are kept with the release, and shown. What is left open stays open.</p>
        </form>
      ) : (
        <div class="asked">{all}</div>
      )}
      <PartOfPage section={readBy(report, names)} id="read" />
    </>
  )
}

/** A question with the words that it is about, and the answers to it: to be chosen, or to be read. */
function One({ question, at, asks }: { question: Question; at: number; asks: boolean }) {
  const { ask, of, sentence, heading, neighbours, options, matters } = question
  const wouldChange = (option: string) => matters?.find(one => one.option === option)?.changes ?? []
  return (
    <fieldset id={question.id}>
      <legend>
        <strong>
          {at}. {plain(ask)}
        </strong>
      </legend>
      {sentence === '' && neighbours.before === '' ? null : (
        <blockquote lang={langOf(sentence)}>
          {heading === '' ? null : <strong>{plain(heading)}: </strong>}
          <span class="faint">{plain(neighbours.before)} </span>
          <mark>{plain(sentence)}</mark>
          {neighbours.after.split('\n').map((line, at) => (
            <span key={at} class="faint">
              {at > 0 || line.startsWith('- ') ? <br /> : ' '}
              {plain(line)}
            </span>
          ))}
        </blockquote>
      )}
      <p class="small">
        <PlaceLink cited={of} />
      </p>
      <div class="choices">
        {options.map(({ id, says }) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: it has one where it may be chosen
          <label key={id}>
            {asks ? <input type="radio" name={question.id} value={id} /> : null}
            <span>
              {capital(plain(says))}
              {matters === undefined ? null : (
                <span class="small faint">
                  {(wouldChange(id).length > 0 ? wouldChange(id) : [NOTHING]).map(change => (
                    <span key={change} class="then">
                      {plain(change)}
                    </span>
                  ))}
                </span>
              )}
            </span>
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
const NOTHING = 'changes nothing'
