import { count } from '../../reports/words/counts.ts'
import { plain } from '../../reports/words/foreign.ts'
import type { ReleaseRow } from '../../store/tables.ts'
import { TERMS } from '../../vocabulary.ts'
import { ADDRESSES, releaseAddress } from '../addresses.ts'
import { ReleaseTable } from './explore/table.tsx'
import type { WebPage } from './layout.tsx'
import { Meanings, Named } from './names.tsx'
import { useSetting } from './setting.ts'

/** What the first page shows. */
interface Home {
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
        'What an AI model release really gives, what its licenses allow, the honest term for it, and whether its ' +
        'claims hold: with file and line behind every statement.',
      address: ADDRESSES.home,
      scripts: ['home'],
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
      <div class="doors">
        <section class="door" aria-labelledby="a-release">
          <h2 id="a-release">A release</h2>
          {asks ? (
            <>
              <p>Name a model at the hub, or a repository: it is read now, and has a page of its own.</p>
              <AskForm />
              {total > 0 ? <FindForm total={total} /> : null}
            </>
          ) : (
            <FindForm total={total} />
          )}
          {newest[0] ? <Example row={newest[0]} /> : null}
        </section>
        <section class="door" aria-labelledby="a-text">
          <h2 id="a-text">A text</h2>
          <p>
            Paste a license, an announcement or a model card. It is read in your browser; nothing is sent.{' '}
            <span data-without="paste">
              <a href={link(ADDRESSES.read)}>Read a license</a> or <a href={link(ADDRESSES.check)}>check claims</a>.
            </span>
          </p>
          <form data-mount="paste" hidden>
            <textarea aria-label="A license, an announcement or a model card" spellcheck={false} autocomplete="off" />
            <div class="ways">
              <button type="submit" data-to={link(ADDRESSES.read)}>
                Read as a license
              </button>
              <button type="submit" data-to={link(ADDRESSES.check)} class="second">
                Check its claims
              </button>
            </div>
          </form>
        </section>
      </div>
      <h2>The terms</h2>
      <Meanings of={TERMS.map(id => ({ topic: ['term', id], means: knowledge.terms.get(id)?.meaning ?? '' }))} />
      <p class="small faint">
        * a word of unwash’s own; the others are those of the G7 Vision on AI openness (2026, non-binding).
      </p>
      {newest.length > 0 ? (
        <>
          <h2>Read last</h2>
          <ReleaseTable rows={newest} caption="Releases that were read last" quiet />
          <p>
            <a href={link(ADDRESSES.explore)}>All {total} releases</a>
          </p>
        </>
      ) : null}
    </>
  )
}

/** One of those that were read, to see what comes of it. */
function Example({ row: { name, term } }: { row: ReleaseRow }) {
  const { link } = useSetting()
  const known = TERMS.find(id => id === term)
  return (
    <p>
      For example <a href={link(releaseAddress(name))}>{plain(name)}</a>:{' '}
      {known ? <Named topic={['term', known]} /> : term}
    </p>
  )
}

/** Where nothing new is read: a search of what is there, or the way to it where no server answers. */
function FindForm({ total }: { total: number }) {
  const { link, served } = useSetting()
  if (!served)
    return (
      <p>
        <a href={link(ADDRESSES.explore)}>{count(total, 'release')}</a> that were read, by term, license and claims.
      </p>
    )
  return (
    <>
      <p>Find one of {count(total, 'release')} that were read.</p>
      <form method="get" action={link(ADDRESSES.explore)} class="ask-for">
        <input type="search" name="name" required maxLength={100} placeholder="model" aria-label="Part of its name" />
        <button type="submit">Find it</button>
      </form>
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
