import { findModel } from '@unwash/core/names/models'
import { ANSWERED } from '@unwash/reporters/plots/index'
import { CONFLICT_LABELS, MODE_LABELS } from '@unwash/reporters/words/labels'
import { type AskedFigure, chartRows, classSeries, counted, drawn, type Figure, NEWEST } from './figure.ts'

/** rows that a plot has room for */
const MOST_ROWS = 20
/** families of bases that have a row of their own: of what follows each has a release or two */
const FAMILIES = 12

/** Which clauses limit a freedom in the licenses of weights. */
export async function clausesThatBind({ ask, names }: AskedFigure): Promise<Figure> {
  const rows = await ask(
    `select *, sum(count) over (partition by label) as total from (
        select c.kind as label, c.mode as series, count(distinct r.id) as count
        from clauses c join ${NEWEST} r on r.id = c.release
        where c.on_weights and c.mode in ('ban', 'duty') and len(c.against) > 0 group by all)
      order by total desc, label`,
  )
  const series = [
    { id: 'ban', label: MODE_LABELS.ban, tone: ANSWERED.bad },
    { id: 'duty', label: MODE_LABELS.duty, tone: ANSWERED.person },
  ]
  return {
    id: 'clauses',
    heading: 'Which clauses bind',
    says: [
      'Clauses in licenses that cover the weights and limit the use, study, change or sharing of the model, by ' +
        'the releases that have them. A release is counted once in each row and mode; most have several.',
    ],
    shown: [
      drawn('bars', {
        id: 'clauses',
        title: 'Releases by clause that binds their weights',
        by: 'clause',
        series,
        rows: chartRows(rows, names.clause).slice(0, MOST_ROWS),
      }),
    ],
  }
}

/** Classes of licenses by organization. Accounts that may be a person's are counted together and never named. */
export async function classesByOrganization({ ask }: AskedFigure): Promise<Figure> {
  const offered = `(select * from ${NEWEST} where models > 0)`
  const rows = await ask(
    `select label, license_class as series, count(*) as count
      from (select *, min(publisher) over (partition by lower(publisher)) as label from ${offered}
        where publisher_kind = 'organization')
      where label in (select min(publisher) from ${offered} where publisher_kind = 'organization'
        group by lower(publisher) order by count(*) desc, lower(publisher) limit ${MOST_ROWS})
      group by all order by label collate nocase`,
  )
  const others = await ask(
    `select publisher_kind as label, license_class as series, count(*) as count from ${offered}
      where publisher_kind <> 'organization' group by all order by label`,
  )
  const accounts = await ask(
    `select publisher_kind as kind, count(distinct lower(publisher)) as accounts from ${offered} group by all`,
  )
  const of = (kind: string) => Number(accounts.find(row => row.kind === kind)?.accounts ?? 0)
  const label = (kind: string) =>
    `${kind === 'person' ? 'persons' : 'others'} (${counted(of(kind))} account${of(kind) === 1 ? '' : 's'})`
  return {
    id: 'organizations',
    heading: 'Licenses by organization',
    says: [
      'The class of the least open text that covers the weights, for the organizations with the most releases ' +
        `here (${Math.min(MOST_ROWS, of('organization'))} of ${counted(of('organization'))}), by name.`,
      'Organizations are named where a dated fact or the hub says that the account is one. Persons’ accounts, and ' +
        'accounts of which neither says anything, are counted and not named.',
    ],
    shown: [
      drawn('bars', {
        id: 'organizations',
        title: 'Releases by organization and class of license',
        by: 'account',
        series: classSeries,
        rows: [...chartRows(rows), ...chartRows(others, label)],
      }),
    ],
  }
}

/** Contradictions with a base, by the family of the base. */
export async function conflictsByFamily({ ask, knowledge }: AskedFigure): Promise<Figure> {
  const rows = await ask(
    `select l.model as model,
        case when l.stands = 'wider' then 'lineage-wider'
          when l.stands in ('missing', 'incompatible') then 'lineage-missing-terms'
          when l.stands = 'unknown' then 'unknown' else 'none' end as series, count(distinct r.id) as count
      from lineage l join ${NEWEST} r on r.id = l.release where r.models > 0 group by all`,
  )
  const families = rows.map(({ model, ...row }) => ({
    ...row,
    label: findModel(knowledge, String(model))?.family.family ?? '',
  }))
  const series = [
    { id: 'lineage-wider', label: CONFLICT_LABELS['lineage-wider'], tone: ANSWERED.bad },
    { id: 'lineage-missing-terms', label: CONFLICT_LABELS['lineage-missing-terms'], tone: ANSWERED.person },
    { id: 'unknown', label: 'not known', tone: ANSWERED.open },
    { id: 'none', label: 'no conflict', tone: ANSWERED.none },
  ]
  const sorted = chartRows(families.filter(({ label }) => label !== '')).toSorted(
    (one, other) => all(other.values) - all(one.values) || one.label.localeCompare(other.label, 'en'),
  )
  const many = sorted.length <= FAMILIES + 1 ? sorted : sorted.slice(0, FAMILIES)
  const few = sorted.slice(many.length)
  const unknown = chartRows(families.filter(({ label }) => label === ''))
  const bases = [
    ...many,
    ...(few.length > 0 ? [{ label: `other families (${few.length})`, values: together(few) }] : []),
    ...unknown.map(({ values }) => ({ label: 'bases not known here', values })),
  ]
  const [own] = await ask(
    `select count(distinct c.release) as count from conflicts c join ${NEWEST} r on r.id = c.release
      where c.kind = 'self-contradiction' and r.models > 0`,
  )
  const title = 'Releases by family of the base, and whether their terms conflict'
  return {
    id: 'conflicts',
    heading: 'Where a license is wider than that of its base',
    says: [
      'Releases that start from another model, by the family of that model: whether the terms declared here go ' +
        'beyond those of the base, or leave out terms that travel with it. Narrower terms are no conflict.',
      ...(own?.count ? [contradicting(Number(own.count))] : []),
    ],
    shown: bases.length === 0 ? [] : [drawn('bars', { id: 'conflicts', title, by: 'base', series, rows: bases })],
  }
}

const contradicting = (count: number) =>
  `Beside these, ${counted(count)} releases contradict themselves: two statements of theirs about the same ` +
  'weights do not agree.'

const all = (values: Readonly<Record<string, number>>) => Object.values(values).reduce((sum, value) => sum + value, 0)

/** Several rows as one. */
function together(rows: readonly { readonly values: Readonly<Record<string, number>> }[]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const { values } of rows) for (const [id, value] of Object.entries(values)) sums[id] = (sums[id] ?? 0) + value
  return sums
}
