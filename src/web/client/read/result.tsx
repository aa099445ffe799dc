import type { RefObject } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { ANSWERED } from '../../../reports/tones.ts'
import { count } from '../../../reports/words/counts.ts'
import { BAND_NAMES } from '../marked/band.tsx'
import { BANDS } from '../marked/bands.ts'
import { Note } from '../marked/marks.tsx'
import { type Look, Split } from '../marked/text.tsx'
import { Identity } from './identity.tsx'
import { License } from './sidebar.tsx'
import {
  type ClauseLook,
  type ClauseView,
  DOES,
  type LicensesView,
  type LicenseView,
  LOOKS,
  UNREAD_LOOKS,
  type UnreadLook,
} from './view.ts'

/** The clauses in the order they stand; each leads to its words, and the words lead here. */
function ClauseList({ clauses }: { clauses: readonly ClauseView[] }) {
  if (clauses.length === 0) return null
  return (
    <section>
      <h3>Clauses</h3>
      <ol class="clauses">
        {clauses.map(({ number, look, says, name, details, meaning, against, line }) => (
          <Note key={number} number={number} look={look} does={says} name={name}>
            {details && <p>{details}</p>}
            <p class="faint">
              {meaning}
              {against.length > 0 && ` Against the freedom to ${against.join(', ')}.`}
              {line !== null && ` Line ${line}.`}
            </p>
          </Note>
        ))}
      </ol>
    </section>
  )
}

/** What was not understood of each license, after the clauses, and what follows from it. */
function UnreadList({ licenses }: { licenses: readonly LicenseView[] }) {
  return (
    <>
      {licenses
        .filter(({ unread }) => unread.length > 0)
        .map(({ title, unread, unreadMeans }) => (
          <section key={title}>
            <h3>Not understood{licenses.length > 1 && ` of ${title}`}</h3>
            <p>{unreadMeans}</p>
            <ol class="clauses">
              {unread.map(({ number, look, says, line, quote }) => (
                <Note key={number} number={number} look={look} does="not understood" name={says} between=": ">
                  <p class="faint">
                    “{quote}” Line {line}.
                  </p>
                </Note>
              ))}
            </ol>
          </section>
        ))}
    </>
  )
}

/** What the look of a mark is called. */
function calledBy(look: ClauseLook | UnreadLook): string {
  if (look === 'possible') return 'not understood, may be a clause'
  return look === 'unread' ? 'not understood' : DOES[look][0]
}

/** what clauses say of words comes first: that they were not understood in full shows beside it */
const ORDER = [...LOOKS, ...UNREAD_LOOKS]

/** The looks of marks, how many there are of each, and whether they are shown; and what the band beside a line says. */
function Legend(props: {
  looks: readonly (ClauseLook | UnreadLook)[]
  words: LicensesView['words'] | null
  hidden: ReadonlySet<string>
  onHide: (hidden: ReadonlySet<string>) => void
}) {
  const { looks, words, hidden, onHide } = props
  const number = (look: ClauseLook | UnreadLook) => looks.filter(one => one === look).length
  return (
    <>
      {looks.length > 0 && (
        <fieldset class="legend">
          <legend>Marked in the text</legend>
          {ORDER.filter(look => number(look) > 0).map(look => (
            <label key={look}>
              <input
                type="checkbox"
                checked={!hidden.has(look)}
                onChange={event => {
                  const others = [...hidden].filter(one => one !== look)
                  onHide(new Set(event.currentTarget.checked ? others : [...others, look]))
                }}
              />
              <mark class={look}>{calledBy(look)}</mark> {number(look)}
            </label>
          ))}
        </fieldset>
      )}
      {words && (
        <dl class="legend" aria-label="The band beside the text: what each word is">
          <dt>Beside each line</dt>
          {BANDS.filter(look => words[look] > 0).map(look => (
            <dd key={look}>
              <i class={`band ${look}`} /> {BAND_NAMES[look]} <span class="faint">{count(words[look], 'word')}</span>
            </dd>
          ))}
        </dl>
      )}
    </>
  )
}

/** "Can I …" of a model that is under this text alone, each answer with the line that decides it. */
function CanI({ uses }: { uses: LicensesView['uses'] }) {
  return (
    <section class="can-i">
      <h3>Can I … with a model that is under this text alone</h3>
      <dl class="terms">
        {uses.map(({ ask, answer, says, line }) => (
          <div key={ask}>
            <dt>{ask}</dt>
            <dd>
              <span class={ANSWERED[answer].look}>{answer}</span>
              {says && `: ${says}`} {line !== null && <a href={`#line-${line}`}>line {line}</a>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** A text that was read: its identity, the text with its clauses, and beside it what follows from them. */
export function Result({ view, title }: { view: LicensesView; title: RefObject<HTMLHeadingElement | null> }) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set())
  const unread = useMemo(() => view.licenses.flatMap(license => license.unread), [view])
  const looks = useMemo(
    () =>
      new Map([
        ...view.clauses.map(({ number, look, says, name }): [number, Look] => [
          number,
          { look, label: `${says}, ${name}` },
        ]),
        ...unread.map(({ number, look, says }): [number, Look] => [
          number,
          { look, over: `is-${look}`, label: ['not understood', ...(says === null ? [] : [says])].join(', ') },
        ]),
      ]),
    [view, unread],
  )
  return (
    <>
      {view.licenses.map((license, index) => (
        <Identity key={license.title} license={license} title={index === 0 ? title : null} />
      ))}
      {view.uses.length > 0 && <CanI uses={view.uses} />}
      {view.findings.length > 0 && (
        <ul class="findings">
          {view.findings.map(({ says, wouldChange }) => (
            <li key={says}>
              {says} <span class="faint">What would change it: {wouldChange}</span>
            </li>
          ))}
        </ul>
      )}
      <Legend
        looks={[...view.clauses, ...unread].map(({ look }) => look)}
        words={view.texts.some(({ bands }) => bands !== null) ? view.words : null}
        hidden={hidden}
        onHide={setHidden}
      />
      <Split
        texts={view.texts}
        looks={looks}
        order={ORDER}
        hide={[...hidden].map(mode => `hide-${mode}`).join(' ')}
        label="What the text says"
      >
        {view.licenses.map(license => (
          <License key={license.title} license={license} />
        ))}
        <ClauseList clauses={view.clauses} />
        <UnreadList licenses={view.licenses} />
      </Split>
    </>
  )
}
