import type { ProjectReport, Used } from '@unwash/core/report/project'
import { plain } from '@unwash/core/text/foreign'
import { capital } from '@unwash/core/text/phrase'
import type { Names } from '../names.ts'
import { type Item, joined, type Line, type Look, listOf, look, type Section, type Span } from '../page.ts'
import { verdictOn } from '../sections/use.ts'
import { ANSWER_LOOKS } from '../tones.ts'
import { STANDS_LOOK, standing, standsOf } from '../words/checks.ts'
import { count } from '../words/counts.ts'
import { placesOf } from '../words/places.ts'

type ProjectSection = (report: ProjectReport, names: Names) => Section | null

/** rows shown; JSON has them all */
const ROWS_SHOWN = 40
const FEW_ROWS = 10

const sectionOf = (heading: string, items: readonly Item[], shown = ROWS_SHOWN) => listOf(heading, items, 'row', shown)

const FROM = {
  cache: 'read in the local cache',
  hub: 'read at the hub',
  facts: 'from facts alone, not read',
  none: 'not looked at',
} as const

const HOWS = { service: 'called', download: 'downloaded', shipped: 'shipped' } as const

const ROLES = {
  use: 'used at ',
  test: 'in tests at ',
  documentation: 'in examples at ',
  comparison: 'compared with at ',
} as const

/** What it is there for, and where: each role once, with its first places. */
function rolesOf(references: Used['references']): Line {
  const told = Object.entries(ROLES).flatMap(([role, words]): Line[] => {
    const cited = references.filter(one => one.role === role).flatMap(one => one.cited.slice(0, 1))
    return cited.length === 0 ? [] : [[words, ...placesOf(cited, 2)]]
  })
  return joined(told, '; ')
}

/** Each model and data set, its term, its license, and where it is named. */
const usedOf =
  (of: Used['of'], heading: string): ProjectSection =>
  ({ used }, names) => {
    const all = used.filter(one => one.of === of)
    const items = all.map((one): Item => {
      const { audited, references, alternatives = [] } = one
      const license = audited.license === null ? 'license not known' : names.license(audited.license)
      const term: Span = look(LOOKS[audited.term] ?? 'faint', of === 'model' ? names.term(audited.term) : license)
      const under: Line[] = [
        [
          of === 'model' ? `${license} (${FROM[audited.from]})` : `(${FROM[audited.from]})`,
          ...(audited.facets.length > 0 ? [`: ${audited.facets.slice(0, 4).join(' · ')}`] : []),
        ],
        rolesOf(references),
        ...(audited.use ? [verdictOn(audited.use) ?? []] : []),
        ...alternatives
          .slice(0, 1)
          .map(({ model, why }): Line => [look('faint', 'could stand in: '), look('strong', model), `: ${why}`]),
      ]
      if (audited.from !== 'cache' && (audited.from !== 'hub' || audited.toDo !== null))
        under.push([look('faint', audited.toDo === null ? audited.says : `${audited.says}. ${audited.toDo}`)])
      return [
        [look('strong', plain(one.id)), ` (${one.host === 'hub' ? '' : `${one.host}, `}${HOWS[one.how]})`, ': ', term],
        ...under,
      ]
    })
    return sectionOf(heading, items)
  }

const LOOKS: Readonly<Partial<Record<string, Look>>> = {
  'open-source-ai-with-open-data': 'good',
  'open-source-ai': 'good',
  'open-weights-ai': 'good',
  'weights-available-ai': 'ask',
  'closed-ai': 'ask',
  'unlicensed-weights': 'bad',
}

const breaches: ProjectSection = ({ breaches: all }) =>
  sectionOf(
    'Gates that are not met',
    all.map(
      ({ id, rule, says, instead, cited }): Item => [
        [look('bad', plain(id)), `, ${rule}: ${plain(says)} `, ...placesOf(cited, 1)],
        ...(instead ? [[`way out: ${plain(instead)}`]] : []),
      ],
    ),
  )

const changes: ProjectSection = ({ changes: all = [] }, names) =>
  sectionOf(
    'Changed since unwash.lock',
    all.map(({ id, kind, before, now }): Item => {
      const spell = (value: string | null) =>
        value === null ? 'none' : kind === 'license' ? names.license(value) : value.slice(0, 40)
      const says =
        kind === 'added'
          ? 'was not in it'
          : kind === 'gone'
            ? 'is used no more'
            : `${kind} was ${spell(before)}, is ${spell(now)}`
      return [[look('strong', plain(id)), `: ${says}`]]
    }),
  )

const conflicts: ProjectSection = ({ conflicts: all }) =>
  sectionOf(
    'Beside its own license',
    all.map(({ because, cited }): Item => [[plain(because), ' ', ...placesOf(cited, 3)]]),
  )

/** What is kept is in JSON. */
const duties: ProjectSection = ({ duties: all }, names) =>
  sectionOf(
    'Obligations not seen to be kept',
    all
      .filter(({ answer }) => answer !== 'met')
      .map(
        ({ id, clause, answer, because, when, cited }): Item => [
          [look(ANSWER_LOOKS[answer], plain(id)), `: ${plain(because)} `, ...placesOf(cited.slice(0, 1), 1)],
          [look('faint', `${names.clause(clause)}, due when ${when}`)],
        ],
      ),
  )

const claims: ProjectSection = ({ claims: all }) =>
  sectionOf(
    'Its own words',
    all
      .filter(({ check }) => check !== 'supported')
      .map(
        ({ says, check, strength, because, cited }): Item => [
          [
            `“${plain(says)}” `,
            look(STANDS_LOOK[standsOf({ check, strength })], standing({ check, strength })),
            `${because.length > 0 ? `: ${plain(because.join('; '))}` : ''} `,
            ...placesOf(cited, 1),
          ],
        ],
      ),
  )

const untold: ProjectSection = ({ untold: all }) =>
  sectionOf(
    'Names that cannot be told',
    all.map(({ via, says, cited }): Item => [[`${capital(plain(says))} (${plain(via)}) `, ...placesOf(cited, 1)]]),
    FEW_ROWS,
  )

const coverage: ProjectSection = ({ project: { coverage: all, unread } }) => {
  const lost = all.filter(({ files, read }) => read < files)
  if (lost.length === 0) return null
  const read = all.filter(one => !lost.includes(one)).map(({ language, files }) => `${language} ${files}`)
  return sectionOf('What was read', [
    ...lost.map(({ language, files, read: some }): Item => {
      const why = unread.find(one => one.language === language)?.why
      return [[`${language}: ${some} of ${count(files, 'file')} read${why ? `: ${why}` : ''}`]]
    }),
    ...(read.length > 0 ? [[[look('faint', `read in full: ${read.join(', ')}`)]] satisfies Item] : []),
  ])
}

const notes: ProjectSection = ({ notes: all }) =>
  sectionOf(
    'Notes',
    all.map(({ says }): Item => [[plain(says)]]),
    FEW_ROWS,
  )

/** The parts of the page, in the order they are shown. */
export const parts: readonly ProjectSection[] = [
  breaches,
  changes,
  usedOf('model', 'Models'),
  usedOf('dataset', 'Data sets'),
  conflicts,
  duties,
  claims,
  untold,
  coverage,
  notes,
]
