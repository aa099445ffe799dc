import { today } from '@unwash/core/judge'
import { CLAIM_KINDS, DATA_LADDER, FREEDOMS, LICENSE_CLASSES, TERMS } from '@unwash/core/report/vocabulary'
import { plain } from '@unwash/core/text/foreign'
import { STAND_LABELS, STAND_TOGETHER } from '@unwash/reporters/words/checks'
import { count } from '@unwash/reporters/words/counts'
import { CLASS_LABELS, DATA_LABELS } from '@unwash/reporters/words/labels'
import { CLAIM_LABELS } from '@unwash/survey/report/claims'
import type { Tally } from '@unwash/survey/store/store'
import type { ComponentChildren } from 'preact'
import { ADDRESSES, fileOf, releaseAddress, TABLE_FILES, tableAddress } from '../../addresses.ts'
import { queryOf, ROWS, type TableQuery } from '../../asked.ts'
import { type Filling, Progress } from '../filling.tsx'
import type { WebPage } from '../layout.tsx'
import { useSetting } from '../setting.ts'
import { inWordsOf } from './charts.ts'
import { Distributions, Trends } from './plots.tsx'
import { CLAIMED } from './saved.ts'
import { type ListedRow, ReleaseTable } from './table.tsx'

/** What the table shows. */
export interface Explored {
  readonly asked: TableQuery
  readonly rows: readonly ListedRow[]
  readonly total: number
  /** how all that was found spreads, whatever the page of the table */
  readonly tally: readonly Tally[]
  readonly filling?: Filling | undefined
}

/** The releases of one name, that were read at several places: each has its own page. */
export const alikePage = (name: string, rows: readonly ListedRow[]): WebPage => ({
  frame: {
    title: `${plain(name)}: ${count(rows.length, 'release')}`,
    description: `The releases that are called ${plain(name)}, each with its term.`,
    address: releaseAddress(name),
  },
  content: (
    <>
      <h1>{plain(name)}</h1>
      <p class="lead">{count(rows.length, 'release')} of this name: each place that was read has a page of its own.</p>
      <ReleaseTable rows={rows} caption={`Releases called ${plain(name)}`} quiet />
    </>
  ),
})

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

function Body({ explored: { asked, rows, total, tally, filling } }: { explored: Explored }) {
  const { served, link, names } = useSetting()
  const from = asked.offset ?? 0
  // every release is in the table: a script may sort and filter them
  const { sort: _, descending: __, ...filtered } = asked
  const all = queryOf(filtered) === ''
  const caption = total === 0 ? 'No release' : `${from + 1}–${from + rows.length} of ${total}`
  return (
    <>
      <h1>Explore</h1>
      <p class="lead">
        {count(total, 'release')} that {all ? 'were read' : 'fit'}:{' '}
        {inWordsOf(asked, names).join('; ') || 'what each gives, under which license, and how its claims stand'}.
      </p>
      <Progress filling={filling} />
      {/* without a server a script makes them work */}
      <Filters asked={asked} hidden={!served} />
      {total === 0 ? (
        <p>
          {all ? 'No release was read yet.' : 'No release that was read fits.'}{' '}
          {!served ? null : all ? (
            <a href={link(ADDRESSES.home)}>Read one</a>
          ) : (
            <a href={link(ADDRESSES.explore)}>All releases</a>
          )}
        </p>
      ) : (
        <>
          <details open={total >= CHARTS_FROM}>
            <summary>Charts: how they spread over terms, licenses, training data, claims and years</summary>
            <Distributions tally={tally} asked={asked} />
            <Trends tally={tally} asked={asked} />
          </details>
          <form
            data-mount="explore"
            data-whole={!served || (rows.length === total && all) ? 'yes' : 'no'}
            method="get"
            action={link(ADDRESSES.compare)}
          >
            <ReleaseTable rows={rows} caption={caption} asked={asked} choose />
            <div class="pages">
              <button type="submit">Compare what is chosen</button>
              {served ? <Pages asked={asked} total={total} /> : null}
              <Downloads asked={asked} total={total} />
            </div>
          </form>
        </>
      )}
    </>
  )
}

/** of fewer releases the rows say as much as a chart */
const CHARTS_FROM = 12

const LABELS = { 'releases.csv': 'CSV', 'releases.json': 'JSON', 'claims.csv': 'claims as CSV' } as const

/** All that was found, and not only the rows of this page. */
function Downloads({ asked: { offset: _, limit: __, ...asked }, total }: { asked: TableQuery; total: number }) {
  const { link, served } = useSetting()
  return (
    <span>
      Download:{' '}
      {TABLE_FILES.map((file, at) => (
        <span key={file}>
          {at > 0 ? ' · ' : ''}
          <a
            href={link(`${tableAddress(file)}${served ? queryOf(asked) : ''}`)}
            download={fileOf(file, queryOf(asked), today())}
            data-follows
          >
            {LABELS[file]}
          </a>
          {file === 'claims.csv' && total > CLAIMED ? ` (of the first ${CLAIMED})` : ''}
        </span>
      ))}
    </span>
  )
}

function Pages({ asked, total }: { asked: TableQuery; total: number }) {
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

/** what most ask for stands open; the rest is folded, unless it is asked for */
const FOLDED = ['publisher', 'class', 'clause', 'ladder', 'year'] as const

function Filters({ asked, hidden }: { asked: TableQuery; hidden: boolean }) {
  const { knowledge, names, link } = useSetting()
  const optionsOf = (name: keyof TableQuery, options: Options) =>
    options.map(([id, words]) => (
      <option key={id} value={id} selected={id === asked[name]}>
        {words}
      </option>
    ))
  const select = (label: string, name: keyof TableQuery, options: ComponentChildren) => (
    <label>
      {label}
      <select name={name}>
        <option value="">any</option>
        {options}
      </select>
    </label>
  )
  const terms = TERMS.map(id => [id, names.term(id)] as const)
  const named = [...knowledge.clauses.values()].toSorted((one, other) => one.name.localeCompare(other.name))
  const clauses = [...FREEDOMS, null].map(freedom => {
    const those = named.filter(({ against: [first = null] }) => first === freedom)
    const options = those.map(({ id, name }) => [id, name] as const)
    return (
      <optgroup key={freedom} label={freedom ? `against: ${freedom}` : 'others'}>
        {optionsOf('clause', options)}
      </optgroup>
    )
  })
  return (
    <search hidden={hidden}>
      <form method="get" action={link(ADDRESSES.explore)}>
        <div class="filters">
          <label>
            Release or model
            <input type="search" name="name" value={asked.name ?? ''} />
          </label>
          {select('Term', 'term', optionsOf('term', terms))}
          {select('Claims to be', 'kind', optionsOf('kind', CLAIM_OPTIONS))}
          {select('and that', 'claim', optionsOf('claim', CHECKS))}
        </div>
        <div class="go">
          <details open={FOLDED.some(name => asked[name] !== undefined)}>
            <summary>More filters</summary>
            <div class="filters">
              <label>
                Publisher
                <input type="text" name="publisher" value={asked.publisher ?? ''} />
              </label>
              {select('License class', 'class', optionsOf('class', CLASSES))}
              {select('Clause', 'clause', clauses)}
              {select('Training data', 'ladder', optionsOf('ladder', LADDER))}
              <label>
                Year
                <input type="text" inputMode="numeric" name="year" value={asked.year ?? ''} />
              </label>
            </div>
          </details>
          <button type="submit">Show</button>
        </div>
        {asked.sort ? <input type="hidden" name="sort" value={asked.sort} /> : null}
        {asked.descending ? <input type="hidden" name="descending" value="true" /> : null}
      </form>
    </search>
  )
}

type Options = readonly (readonly [id: string, words: string])[]

const CLASSES: Options = LICENSE_CLASSES.map(id => [id, CLASS_LABELS[id]])
const LADDER: Options = DATA_LADDER.map(id => [id, DATA_LABELS[id]])
const CLAIM_OPTIONS: Options = CLAIM_KINDS.map(id => [id, CLAIM_LABELS[id]])
const CHECKS: Options = STAND_TOGETHER.map(id => [id, STAND_LABELS[id]])
