import type { RefObject } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { count } from '../../../reports/words/counts.ts'
import { BAND_NAMES } from '../marked/band.tsx'
import { BANDS } from '../marked/bands.ts'
import { type Look, MarkedText } from '../marked/text.tsx'
import { Identity } from './identity.tsx'
import { License } from './sidebar.tsx'
import {
  type ClauseLook,
  type ClauseView,
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
        {clauses.map(clause => (
          <li key={clause.number} class={clause.look} data-note={clause.number}>
            <a id={`note-${clause.number}`} href={`#mark-${clause.number}`}>
              <span class={`chip ${clause.look}`} aria-hidden="true">
                {clause.number}
              </span>{' '}
              <span class="mode">{clause.says}</span> <strong>{clause.name}</strong>
            </a>
            {clause.details && <p>{clause.details}</p>}
            <p class="faint">
              {clause.meaning}
              {clause.against.length > 0 && ` Against the freedom to ${clause.against.join(', ')}.`}
              {clause.line !== null && ` Line ${clause.line}.`}
            </p>
          </li>
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
                <li key={number} class={look} data-note={number}>
                  <a id={`note-${number}`} href={`#mark-${number}`}>
                    <span class={`chip ${look}`} aria-hidden="true">
                      {number}
                    </span>{' '}
                    <span class="mode">not understood</span>
                    {says !== null && (
                      <>
                        : <strong>{says}</strong>
                      </>
                    )}
                  </a>
                  <p class="faint">
                    “{quote}” Line {line}.
                  </p>
                </li>
              ))}
            </ol>
          </section>
        ))}
    </>
  )
}

/** What the looks of marks are called. */
const CALLED = {
  ban: 'forbids',
  duty: 'requires',
  limit: 'limits',
  plea: 'asks',
  grant: 'gives',
  definition: 'defines',
  possible: 'not understood, may be a clause',
  unread: 'not understood',
} as const satisfies Record<ClauseLook | UnreadLook, string>

/** The looks of marks, how many there are of each, and whether they are shown; and what the band beside a line says. */
function Legend({
  looks,
  words,
  hidden,
  onHide,
}: {
  looks: readonly (ClauseLook | UnreadLook)[]
  words: LicensesView['words'] | null
  hidden: ReadonlySet<string>
  onHide: (hidden: ReadonlySet<string>) => void
}) {
  const number = (look: ClauseLook | UnreadLook) => looks.filter(one => one === look).length
  return (
    <>
      {looks.length > 0 && (
        <fieldset class="legend">
          <legend>Marked in the text</legend>
          {[...LOOKS, ...UNREAD_LOOKS]
            .filter(look => number(look) > 0)
            .map(look => (
              <label key={look}>
                <input
                  type="checkbox"
                  checked={!hidden.has(look)}
                  onChange={event => {
                    const others = [...hidden].filter(one => one !== look)
                    onHide(new Set(event.currentTarget.checked ? others : [...others, look]))
                  }}
                />
                <mark class={look}>{CALLED[look]}</mark> {number(look)}
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

/** what clauses say of words comes first: that they were not understood in full shows beside it */
const ORDER = [...LOOKS, ...UNREAD_LOOKS]

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
      <div class={`split ${[...hidden].map(mode => `hide-${mode}`).join(' ')}`}>
        <div>
          {view.texts.map(({ path, lines, bands }) => (
            <MarkedText key={path} path={path} lines={lines} bands={bands} looks={looks} order={ORDER} />
          ))}
        </div>
        <aside class="notes" aria-label="What the text says">
          {view.licenses.map(license => (
            <License key={license.title} license={license} />
          ))}
          <ClauseList clauses={view.clauses} />
          <UnreadList licenses={view.licenses} />
        </aside>
      </div>
    </>
  )
}
