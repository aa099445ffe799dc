import { plain } from '../../reports/foreign.ts'
import { CLASS_LABELS, STANDING_LABELS } from '../../reports/labels.ts'
import type { Names } from '../../reports/names.ts'
import { type Block, type Line, lines, look, type Page } from '../../reports/page.ts'
import { LICENSE_CLASSES } from '../../vocabulary.ts'
import type { Census, Count, DeclaredStanding } from './census.ts'

/** A census for a reader: what the metadata declare, by class, year, name and base. */
export function censusPage(census: Census, names: Names): Page {
  const { all, dump, lineage, other } = census
  const wider = lineage.standings.find(({ standing }) => standing === 'wider')
  const missing = census.classes.find(one => one.class === 'none')
  return {
    subject: [look('strong', plain(dump.file)), ...(dump.newest ? [look('faint', ` up to ${dump.newest}`)] : [])],
    title: `${number(all.models)} models of ${number(all.accounts)} accounts`,
    lead: [
      {
        kind: 'lines',
        lines: [
          [`${share(missing, all)} declare no license; they have ${downloadShare(missing, all)} of the downloads.`],
          [
            `${share(wider, lineage.derivatives)} of ${number(lineage.derivatives.models)} derivatives declare wider terms than a base of theirs.`,
          ],
          [look('faint', 'Only what metadata declare is counted: no text of a license was read.')],
          ...dump.notes.map((note): Line => [look('faint', note)]),
        ],
      },
    ],
    sections: [
      section(
        'Classes of the licenses that are declared',
        counted('class', all, census.classes, row => [[CLASS_LABELS[row.class]]]),
      ),
      section('By year', yearTable(census)),
      section(
        'Licenses',
        counted('license', all, census.licenses, row => [[names.license(row.license)]]),
      ),
      section(
        'Names of licenses that have no id ("other")',
        counted('name', other, other.named, row => [
          [plain(row.name), ...(row.license ? [look('faint', ` ${names.license(row.license)}`)] : [])],
        ]),
        [
          [
            `${number(other.rare.models)} models give ${number(other.rare.names)} names that fewer than ${other.shownFrom} accounts use;`,
          ],
          [`${number(other.unnamed.models)} give no name.`],
        ],
      ),
      section(
        'Values that name no known license',
        counted('value', all, census.unread, row => [[plain(row.value)]]),
      ),
      section(
        'Derivatives, and what their bases declare',
        counted('', lineage.derivatives, lineage.standings, row => [[STANDING[row.standing]]]),
      ),
      section(
        'Wider terms over which',
        counted('declared / of the base', wider, lineage.wider, row => [
          [`${names.license(row.own)} / ${names.license(row.base)}`],
        ]),
      ),
      section(
        'Bases of known organizations that wider derivatives start from',
        counted('base', wider, lineage.bases, row => [
          [plain(row.model), look('faint', ` ${names.license(row.license)}`)],
        ]),
        [
          [
            `${number(lineage.otherBases.models)} start from ${number(lineage.otherBases.bases)} models of other accounts.`,
          ],
        ],
      ),
      section(
        'Known organizations, by downloads',
        counted('organization', all, census.organizations, row => [
          [plain(row.organization), look('faint', ` ${classesOf(row.classes)}`)],
        ]),
      ),
    ].filter(({ blocks }) => blocks.length > 0),
    foot: [
      [
        look(
          'faint',
          'Accounts are counted; only organizations that are known as publishers are named. Not legal advice.',
        ),
      ],
    ],
  }
}

const STANDING = {
  ...STANDING_LABELS,
  unknown: 'metadata do not tell',
  missing: 'no license is declared',
  own: 'the base is of the same account',
  'base-not-found': 'the base is not in the dump',
} as const satisfies Record<DeclaredStanding, string>

const number = (value: number) => value.toLocaleString('en-US')

/** Part of a whole, in percent to one decimal. */
function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((part / whole) * 100).toFixed(1)} %`
}
const share = (part: Count | undefined, of: Count) =>
  `${number(part?.models ?? 0)} (${percent(part?.models ?? 0, of.models)})`
const downloadShare = (part: Count | undefined, of: Count) => percent(part?.downloads ?? 0, of.downloads)

/** rows that are read; JSON has more */
const ROWS = 20

/** A table of counts; nothing where there is no row. */
function counted<T extends Count>(
  head: string,
  whole: Count | undefined,
  rows: readonly T[],
  first: (row: T) => readonly [Line],
): Block[] {
  if (rows.length === 0) return []
  return [
    {
      kind: 'table',
      head: [head, 'models', '', 'downloads in 30 days', ''],
      rows: rows
        .slice(0, ROWS)
        .map(row => [
          ...first(row),
          [number(row.models)],
          [look('faint', whole ? percent(row.models, whole.models) : '')],
          [number(row.downloads)],
          [look('faint', whole ? percent(row.downloads, whole.downloads) : '')],
        ]),
    },
    ...(rows.length > ROWS ? [lines([look('faint', `${rows.length - ROWS} more with --format json`)])] : []),
  ]
}

function yearTable({ years, lineage }: Census): Block[] {
  const all = [...new Set(years.map(({ year }) => year))]
  if (all.length === 0) return []
  const sum = (rows: readonly Count[]) => rows.reduce((total, { models }) => total + models, 0)
  return [
    {
      kind: 'table',
      head: ['year', 'models', 'no license', 'open source license', 'with limits', 'derivatives wider'],
      rows: all.map(year => {
        const rows = years.filter(one => one.year === year)
        const of = (classes: readonly string[]) => sum(rows.filter(row => classes.includes(row.class)))
        const derivatives = lineage.years.filter(one => one.year === year)
        const wider = sum(derivatives.filter(({ standing }) => standing === 'wider'))
        const models = sum(rows)
        return [
          [year === null ? 'no date' : String(year)],
          [number(models)],
          [percent(of(['none']), models)],
          [percent(of(['open-source']), models)],
          [percent(of(LIMITED), models)],
          [percent(wider, sum(derivatives))],
        ]
      }),
    },
  ]
}

const LIMITED = LICENSE_CLASSES.slice(LICENSE_CLASSES.indexOf('use-restricted'), LICENSE_CLASSES.indexOf('none'))

/** `12 open-source, 3 none`, in the order of the classes. */
const classesOf = (classes: Census['organizations'][number]['classes']) =>
  LICENSE_CLASSES.flatMap(id => (classes[id] ? [`${classes[id]} ${id}`] : [])).join(', ')

const section = (heading: string, blocks: readonly Block[], after: readonly Line[] = []) => ({
  heading,
  blocks: blocks.length > 0 && after.length > 0 ? [...blocks, { kind: 'lines' as const, lines: after }] : blocks,
})
