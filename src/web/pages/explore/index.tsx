import { CLASS_LABELS, DATA_LABELS } from '../../../reports/words/labels.ts'
import type { Tally } from '../../../store/store.ts'
import type { ReleaseRow } from '../../../store/tables.ts'
import { DATA_LADDER, LICENSE_CLASSES, TERMS } from '../../../vocabulary.ts'
import { ADDRESSES } from '../../addresses.ts'
import { type Asked, queryOf, ROWS } from '../../asked.ts'
import type { WebPage } from '../layout.tsx'
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
  const select = (label: string, name: keyof Asked, options: Options, unset = 'any') => (
    <label>
      {label}
      <select name={name}>
        <option value="">{unset}</option>
        {options.map(([id, words]) => (
          <option key={id} value={id} selected={id === asked[name]}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
  const terms = TERMS.map(id => [id, names.term(id)] as const)
  const clauses = [...knowledge.clauses.values()].map(({ id, name }) => [id, name] as const)
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
        {select('Term', 'term', terms)}
        {select('License class', 'class', CLASSES)}
        {select('Clause', 'clause', clauses)}
        {select('Claims', 'claim', CLAIMS)}
        {select('Training data', 'ladder', LADDER)}
        <label>
          Year
          <input type="text" inputMode="numeric" name="year" value={asked.year ?? ''} />
        </label>
        {select('Sort by', 'sort', ORDERS, 'name')}
        <div class="go">
          <button type="submit">Show</button>
        </div>
      </form>
    </search>
  )
}

type Options = readonly (readonly [id: string, words: string])[]

const CLASSES: Options = LICENSE_CLASSES.map(id => [id, CLASS_LABELS[id]])
const LADDER: Options = DATA_LADDER.map(id => [id, DATA_LABELS[id]])
const CLAIMS: Options = ['contradicted', 'supported', 'undetermined'].map(check => [check, `one is ${check}`])
const ORDERS: Options = [
  ['publisher', 'publisher'],
  ['term', 'term'],
  ['class', 'license class'],
  ['ladder', 'training data'],
  ['downloads', 'downloads'],
  ['likes', 'likes'],
  ['created', 'day it was put there'],
  ['kept', 'day it was read'],
]
