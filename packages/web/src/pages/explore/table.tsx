import { CLAIM_KINDS, DATA_LADDER, LICENSE_CLASSES, PRESENCES, TERMS } from '@unwash/core/report/vocabulary'
import { plain } from '@unwash/core/text/foreign'
import { inWords } from '@unwash/core/text/phrase'
import { STAND_LABELS, STANDS, STANDS_LOOK, togetherOf } from '@unwash/reporters/words/checks'
import { count } from '@unwash/reporters/words/counts'
import { CLASS_LABELS, presenceOf } from '@unwash/reporters/words/labels'
import { CLAIM_LABELS } from '@unwash/survey/report/claims'
import type { SortKey } from '@unwash/survey/store/query'
import type { FoundRow } from '@unwash/survey/store/store'
import { ADDRESSES, releaseAddress } from '../../addresses.ts'
import { queryOf, type TableQuery } from '../../asked.ts'
import { saidIn, sortedRow } from '../../ordered.ts'
import { inARow, TopicLink } from '../names.tsx'
import { useSetting } from '../setting.ts'
import { labelOf, Scroll } from '../spans.tsx'

const READ = 'read'
const COLUMNS = [
  ['release', 'name'],
  ['term', 'term'],
  ['weights under', 'class'],
  ['training data', 'ladder'],
  ['claims', null],
  [READ, 'kept'],
] as const satisfies readonly (readonly [string, SortKey | null])[]

/** A row, and how many of its models are under each license, where there are several. */
export interface ListedRow extends FoundRow {
  readonly under?: ReadonlyMap<string, number>
}

/** restrictions and claims in a row; its page has all */
const FACETS = 3
const CLAIMS = 2

/** A table of releases; where it can be sorted, its heads are links, which need no script. */
export function ReleaseTable(props: {
  rows: readonly ListedRow[]
  caption: string
  asked?: TableQuery
  /** each row can be chosen, to be compared */
  choose?: boolean
  /** the caption repeats the heading above */
  quiet?: boolean
}) {
  const { rows, caption, asked, choose = false, quiet = false } = props
  // a day that is that of all says nothing of one
  const days = asked?.sort === 'kept' || new Set(rows.map(dayOf)).size > 1
  return (
    <Scroll label={caption}>
      <table class="releases stacks">
        <caption {...(quiet ? { class: 'hidden' } : {})}>{caption}</caption>
        <thead>
          <tr>
            {choose ? <th scope="col">compare</th> : null}
            {COLUMNS.filter(([label]) => days || label !== READ).map(([label, key]) => (
              <Head key={label} label={label} sort={key} {...(asked ? { asked } : {})} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <FoundRelease key={row.id} row={row} choose={choose} days={days} />
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

function Head({ label, sort, asked }: { label: string; sort: SortKey | null; asked?: TableQuery }) {
  const { link, served } = useSetting()
  if (asked === undefined || sort === null || !served)
    return (
      <th scope="col" {...(sort === null ? {} : { 'data-sort': sort })}>
        {label}
      </th>
    )
  const now = (asked.sort ?? 'name') === sort
  const next = queryOf({ ...asked, sort, descending: now && !asked.descending, offset: undefined })
  const direction = asked.descending ? 'descending' : 'ascending'
  return (
    <th scope="col" data-sort={sort} {...(now ? { 'aria-sort': direction } : {})}>
      <a href={link(`${ADDRESSES.explore}${next}`)}>
        {label}
        {now ? <span aria-hidden="true">{asked.descending ? ' ↓' : ' ↑'}</span> : null}
      </a>
    </th>
  )
}

/** what there is in place of a license */
const NONE: Readonly<Record<string, string>> = { NONE: 'none found', NOASSERTION: 'not known' }

const dayOf = (row: FoundRow) => row.kept_on.slice(0, 10)

function FoundRelease({ row, choose, days }: { row: ListedRow; choose: boolean; days: boolean }) {
  const { link } = useSetting()
  const name = plain(shownName(row.name))
  const license = LICENSE_CLASSES.find(id => id === row.license_class)
  const isRead = license !== undefined && license !== 'none' && license !== 'unknown'
  const none = NONE[row.weights_license]
  const licenses = (row.named_license || row.weights_license).split(' AND ')
  const presence = PRESENCES.find(id => id === row.training_data)
  const ladder = DATA_LADDER.find(id => id === row.data_ladder)
  return (
    <tr data-row={JSON.stringify(sortedRow(row))}>
      {choose ? (
        <td class="chosen">
          <input type="checkbox" name="release" value={row.name} aria-label={`Compare ${name}`} />
        </td>
      ) : null}
      <th scope="row">
        <a href={link(releaseAddress(row.name))}>
          {name.split(/(?<=\/)/).map((step, at) => (
            <>
              {at > 0 ? <wbr /> : null}
              {step}
            </>
          ))}
        </a>
      </th>
      <td class="strong" {...labelOf('term')}>
        <TermOf row={row} />
      </td>
      <td {...labelOf('weights under')}>
        {row.named_license !== '' || none === undefined ? (
          <LicenseNames ids={licenses.slice(0, FACETS)} under={row.under} />
        ) : // where not all was read, what restricts is told alone
        isRead ? null : (
          <span class="faint">{none}</span>
        )}
        {licenses.length > FACETS ? <span class="small faint"> and {licenses.length - FACETS} more</span> : null}
        {isRead ? <div class="small faint">{CLASS_LABELS[license]}</div> : null}
      </td>
      <td {...labelOf('training data')}>{presenceOf({ presence: presence ?? 'unknown', ladder })}</td>
      <td {...labelOf('claims')}>
        <ClaimsSaid row={row} />
      </td>
      {days ? (
        <td class="faint nowrap" {...labelOf(READ)}>
          {dayOf(row)}
        </td>
      ) : null}
    </tr>
  )
}

/** The term; of models that differ how many are open, and the term of the least open. */
function TermOf({ row: { term, floor, facets, model_terms } }: { row: FoundRow }) {
  const { names } = useSetting()
  const called = (one: string) => {
    const id = TERMS.find(id => id === one)
    return id ? names.term(id) : plain(one)
  }
  const told = facets.slice(0, FACETS).map(facet => plain(facet))
  const open = openIn(model_terms)
  const least = [open === null ? '' : `least open: ${called(term)}`, inWords(told)].filter(Boolean).join(': ')
  return (
    <>
      {open ?? called(term)}
      {floor === term ? null : <span class="small faint"> not proven</span>}
      {least === '' ? null : <div class="small faint">{least}</div>}
    </>
  )
}

/** "6 of 8 models open"; null where all models are alike. */
export function openIn(tally: string): string | null {
  const terms = tally.split(',').map(one => one.split(':'))
  if (terms.length < 2) return null
  const sum = (those: typeof terms) => those.reduce((all, [, number]) => all + Number(number), 0)
  return `${sum(terms.filter(([id = '']) => id.startsWith('open-'))) || 'none'} of ${sum(terms)} models open`
}

/** Licenses by name, each with how many models are under it. */
function LicenseNames({ ids, under }: { ids: readonly string[]; under: ListedRow['under'] }) {
  const { knowledge } = useSetting()
  // an id of SPDX is what a license is called
  const own = (id: string): { readonly text?: string } => {
    const known = knowledge.licenses.get(id)
    return known && known.spdx.length !== 1 ? { text: plain(known.name) } : {}
  }
  // one that is known and one that is read may be called the same
  const called = new Map<string, string>()
  for (const id of ids) {
    const name = own(id).text ?? plain(id)
    if (!called.has(name)) called.set(name, id)
  }
  return (
    <>
      {inARow(
        [...called.values()].map(id => (
          <>
            <TopicLink topic={['license', id]} {...own(id)} />
            {under?.has(id) ? ` (${count(under.get(id) ?? 0, 'model')})` : ''}
          </>
        )),
        under ? ', ' : ' and ',
      )}
    </>
  )
}

/** The name of what was read from this machine, without what stands for its publisher in an address. */
export const shownName = (name: string) => name.replace(/^_\//, '')

/** What is claimed, the worst first, and how what is claimed of a kind stands together. */
export function ClaimsSaid({ row }: { row: FoundRow }) {
  const said = saidIn(row)
  const all = CLAIM_KINDS.flatMap(kind => {
    const stands = togetherOf(said.flatMap(one => (one.kind === kind ? [one.stands] : [])))
    return stands === 'none' ? [] : [{ kind, stands }]
  }).toSorted((one, other) => STANDS.indexOf(one.stands) - STANDS.indexOf(other.stands))
  if (all.length === 0) return <span class="faint">{STAND_LABELS.none}</span>
  return (
    <>
      {all.slice(0, CLAIMS).map(({ kind, stands }) => (
        <div key={kind}>
          {CLAIM_LABELS[kind]} <span class={STANDS_LOOK[stands]}>{STAND_LABELS[stands]}</span>
        </div>
      ))}
      {all.length > CLAIMS ? <div class="small faint">and {all.length - CLAIMS} more</div> : null}
    </>
  )
}
