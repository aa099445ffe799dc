import type { ReleaseRow } from '../../store/tables.ts'
import { TERMS } from '../../vocabulary.ts'
import { ADDRESSES } from '../addresses.ts'
import type { WebPage } from './document.tsx'
import { ReleaseTable } from './explore/table.tsx'
import { TermName } from './names.tsx'
import { useSetting } from './setting.ts'

/** What the first page shows. */
export interface Home {
  readonly newest: readonly ReleaseRow[]
  readonly total: number
  /** whether a release can be asked for */
  readonly asks: boolean
}

/** The first page: what this is, a field to ask, the terms, and what was read last. */
export function homePage(home: Home): WebPage {
  return {
    frame: {
      title: 'unwash: read the license, not the label',
      description:
        'What an AI model release really gives, what its licenses allow, the honest term for it, and whether its claims hold: with file and line behind every statement.',
      address: ADDRESSES.home,
    },
    content: <Body home={home} />,
  }
}

function Body({ home: { newest, total, asks } }: { home: Home }) {
  const { link, knowledge } = useSetting()
  return (
    <>
      <h1>Read the license, not the label</h1>
      <p class="lead">
        What an AI model release really gives, what its licenses allow, the honest term for it, and whether the
        publisher’s words hold. Every statement has its file and line.
      </p>
      {asks ? <AskForm /> : null}
      <h2>The terms</h2>
      <dl class="terms">
        {TERMS.map(id => (
          <div key={id}>
            <dt>
              <TermName id={id} />
            </dt>
            <dd>{knowledge.terms.get(id)?.meaning}</dd>
          </div>
        ))}
      </dl>
      <p class="small faint">
        * a word of unwash’s own; the others are those of the G7 Vision on AI openness (2026, non-binding).
      </p>
      {newest.length > 0 ? (
        <>
          <h2>Read last</h2>
          <ReleaseTable rows={newest} caption="Releases that were read last" />
          <p>
            <a href={link(ADDRESSES.explore)}>All {total} releases</a>
          </p>
        </>
      ) : null}
    </>
  )
}

/** A field for a release; it works without a script. */
export function AskForm({ value = '' }: { value?: string }) {
  const { link } = useSetting()
  return (
    <form method="post" action={link('/audits')} class="ask-for">
      <label class="hidden" for="target">
        Release
      </label>
      <input
        id="target"
        name="target"
        type="text"
        required
        maxLength={500}
        placeholder="org/model"
        value={value}
        autocomplete="off"
        spellcheck={false}
      />
      <button type="submit">Read it</button>
    </form>
  )
}
