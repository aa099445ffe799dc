import { CLASS_LABELS, DATA_LABELS } from '../../../reports/words/labels.ts'
import type { Tally } from '../../../store/store.ts'
import type { ReleaseRow } from '../../../store/tables.ts'
import { DATA_LADDER, LICENSE_CLASSES, TERMS } from '../../../vocabulary.ts'
import { ADDRESSES } from '../../addresses.ts'
import { type Asked, queryOf, ROWS } from '../../asked.ts'
import type { WebPage } from '../document.tsx'
import { useSetting } from '../setting.ts'
import { Plots } from './plots.tsx'
import { ReleaseTable } from './table.tsx'

/** What the table shows. */
export interface Explored {
  readonly asked: Asked
  readonly rows: readonly ReleaseRow[]
  readonly total: number
  /** how all that was found spreads, whatever the page of the table */
  readonly tally: readonly Tally[]
}

/** The table of all releases: sorted and filtered by what stands in the address, without a script. */
export function explorePage(explored: Explored): WebPage {
  return {
    frame: {
      title: 'Explore',
      description: 'Every release that was audited: its term, its license, its data and its claims.',
      address: ADDRESSES.explore,
      scripts: ['explore'],
      unlisted: queryOf(explored.asked) !== '',
    },
    content: <Body explored={explored} />,
  }
}

function Body({ explored: { asked, rows, total, tally } }: { explored: Explored }) {
  const { served, link } = useSetting()
  const from = asked.offset ?? 0
  // every release is in the table: a script may sort and filter them
  const { sort: _, descending: __, ...filtered } = asked
  const isWhole = rows.length === total && queryOf(filtered) === ''
  const caption = total === 0 ? 'No release' : `${from + 1}–${from + rows.length} of ${total}`
  return (
    <>
      <h1>Explore</h1>
      {/* without a server a script makes them work */}
      <Filters asked={asked} hidden={!served} />
      {total === 0 ? (
        <p>
          {queryOf(filtered) === '' ? 'No release was read yet.' : 'No release that was read fits.'}{' '}
          {!served ? null : queryOf(filtered) === '' ? (
            <a href={link(ADDRESSES.home)}>Read one</a>
          ) : (
            <a href={link(ADDRESSES.explore)}>All releases</a>
          )}
        </p>
      ) : served ? (
        <form data-mount="explore" data-whole={isWhole ? 'yes' : 'no'} method="get" action={link(ADDRESSES.compare)}>
          <ReleaseTable rows={rows} caption={caption} asked={asked} choose />
          <div class="pages">
            <button type="submit">Compare what is chosen</button>
            <Pages asked={asked} total={total} />
          </div>
        </form>
      ) : (
        <div data-mount="explore" data-whole="yes">
          <ReleaseTable rows={rows} caption={caption} />
        </div>
      )}
      {total > 0 ? <Plots tally={tally} asked={asked} /> : null}
    </>
  )
}

function Pages({ asked, total }: { asked: Asked; total: number }) {
  const { link } = useSetting()
  const limit = asked.limit ?? ROWS
  const from = asked.offset ?? 0
  const to = (offset: number) => link(`${ADDRESSES.explore}${queryOf({ ...asked, offset: offset || undefined })}`)
  return (
    <>
      {from > 0 ? (
        <a rel="prev" href={to(Math.max(0, from - limit))}>
          Before
        </a>
      ) : null}
      {from + limit < total ? (
        <a rel="next" href={to(from + limit)}>
          After
        </a>
      ) : null}
    </>
  )
}

function Filters({ asked, hidden }: { asked: Asked; hidden: boolean }) {
  const { knowledge, names, link } = useSetting()
  const select = (
    label: string,
    name: string,
    value: string | undefined,
    options: readonly (readonly [string, string])[],
    unset = 'any',
  ) => (
    <label>
      {label}
      <select name={name}>
        <option value="">{unset}</option>
        {options.map(([id, words]) => (
          <option key={id} value={id} selected={id === value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <search hidden={hidden}>
      <form method="get" action={link(ADDRESSES.explore)} class="filters">
        <label>
          Name
          <input type="search" name="name" value={asked.name ?? ''} />
        </label>
        <label>
          Publisher
          <input type="text" name="publisher" value={asked.publisher ?? ''} />
        </label>
        {select(
          'Term',
          'term',
          asked.term,
          TERMS.map(id => [id, names.term(id)]),
        )}
        {select(
          'License class',
          'class',
          asked.class,
          LICENSE_CLASSES.map(id => [id, CLASS_LABELS[id]]),
        )}
        {select(
          'Clause',
          'clause',
          asked.clause,
          [...knowledge.clauses.values()].map(({ id, name }) => [id, name]),
        )}
        {select('Claims', 'claim', asked.claim, [
          ['contradicted', 'one is contradicted'],
          ['supported', 'one is supported'],
          ['undetermined', 'one is undetermined'],
        ])}
        {select(
          'Training data',
          'ladder',
          asked.ladder,
          DATA_LADDER.map(id => [id, DATA_LABELS[id]]),
        )}
        <label>
          Year
          <input type="text" inputMode="numeric" name="year" value={asked.year ?? ''} />
        </label>
        {select(
          'Sort by',
          'sort',
          asked.sort,
          [
            ['publisher', 'publisher'],
            ['term', 'term'],
            ['class', 'license class'],
            ['ladder', 'training data'],
            ['downloads', 'downloads'],
            ['likes', 'likes'],
            ['created', 'day it was put there'],
            ['kept', 'day it was read'],
          ],
          'name',
        )}
        <div class="go">
          <button type="submit">Show</button>
        </div>
      </form>
    </search>
  )
}
