import type { ProjectReport, Used } from '../../project/report.ts'
import { capital, count } from '../counts.ts'
import { plain } from '../foreign.ts'
import type { Names } from '../names.ts'
import { type Line, type Look, lines, look, type Section, type Span } from '../page.ts'
import { placesOf } from '../places.ts'

type Part = (report: ProjectReport, names: Names) => Section | null

/** rows shown; JSON has them all */
const SHOWN = 40

const more = (all: number) => (all > SHOWN ? [lines([look('faint', `and ${all - SHOWN} more in --format json`)])] : [])

const FROM = {
  cache: 'read in the local cache',
  hub: 'read at the hub',
  facts: 'from facts alone, not read',
  none: 'not looked at',
} as const

const HOWS = { service: 'called', download: 'downloaded', shipped: 'shipped' } as const

/** Each model and data set, its term, its license, and where it is named. */
const listOf =
  (of: Used['of'], heading: string): Part =>
  ({ used }, names) => {
    const all = used.filter(one => one.of === of)
    if (all.length === 0) return null
    const items = all.slice(0, SHOWN).map((one): [Line, ...Line[]] => {
      const { audited, references } = one
      const license = audited.license === null ? 'license not known' : names.license(audited.license)
      const term: Span = look(LOOKS[audited.term] ?? 'faint', of === 'model' ? names.term(audited.term) : license)
      const under: Line[] = [
        [
          of === 'model' ? `${license} (${FROM[audited.from]})` : `(${FROM[audited.from]})`,
          ...(audited.facets.length > 0 ? [`: ${audited.facets.slice(0, 4).join(' · ')}`] : []),
        ],
        [
          `named in ${count(references.length, 'place')}: `,
          ...placesOf(
            references.flatMap(({ cited }) => cited.slice(0, 1)),
            3,
          ),
        ],
      ]
      if (audited.from !== 'cache' && (audited.from !== 'hub' || audited.toDo !== null))
        under.push([look('faint', audited.toDo === null ? audited.says : `${audited.says}. ${audited.toDo}`)])
      return [
        [look('strong', plain(one.id)), ` (${one.host === 'hub' ? '' : `${one.host}, `}${HOWS[one.how]})`, ': ', term],
        ...under,
      ]
    })
    return { heading, blocks: [{ kind: 'list', items }, ...more(all.length)] }
  }

const LOOKS: Readonly<Partial<Record<string, Look>>> = {
  'open-source-ai-with-open-data': 'good',
  'open-source-ai': 'good',
  'open-weights-ai': 'good',
  'weights-available-ai': 'ask',
  'closed-ai': 'ask',
  'unlicensed-weights': 'bad',
}

const breaches: Part = ({ breaches: all }) =>
  all.length === 0
    ? null
    : {
        heading: 'Gates that are not met',
        blocks: [
          {
            kind: 'list',
            items: all
              .slice(0, SHOWN)
              .map(({ id, rule, says, instead, cited }): [Line, ...Line[]] => [
                [look('bad', plain(id)), `, ${rule}: ${plain(says)} `, ...placesOf(cited, 1)],
                ...(instead ? [[`way out: ${plain(instead)}`]] : []),
              ]),
          },
          ...more(all.length),
        ],
      }

const changes: Part = ({ changes: all = [] }, names) =>
  all.length === 0
    ? null
    : {
        heading: 'Changed since unwash.lock',
        blocks: [
          {
            kind: 'list',
            items: all.slice(0, SHOWN).map(({ id, kind, before, now }): [Line] => {
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
          },
          ...more(all.length),
        ],
      }

const conflicts: Part = ({ conflicts: all }) =>
  all.length === 0
    ? null
    : {
        heading: 'Beside its own license',
        blocks: [
          {
            kind: 'list',
            items: all
              .slice(0, SHOWN)
              .map(({ because, cited }): [Line] => [[plain(because), ' ', ...placesOf(cited, 3)]]),
          },
          ...more(all.length),
        ],
      }

const ANSWER = { met: 'good', unmet: 'bad', unknown: 'faint', 'needs-human': 'ask', 'not-applicable': 'faint' } as const

const duties: Part = ({ duties: all }, names) => {
  // what is kept is in JSON
  const open = all.filter(({ answer }) => answer !== 'met')
  if (open.length === 0) return null
  const items = open
    .slice(0, SHOWN)
    .map(({ id, clause, answer, because, when, cited }): [Line, ...Line[]] => [
      [look(ANSWER[answer], plain(id)), `: ${plain(because)} `, ...placesOf(cited.slice(0, 1), 1)],
      [look('faint', `${names.clause(clause)}, due when ${when}`)],
    ])
  return { heading: 'Duties not seen to be kept', blocks: [{ kind: 'list', items }, ...more(open.length)] }
}

const claims: Part = ({ claims: all }) => {
  const told = all.filter(({ check }) => check !== 'supported')
  if (told.length === 0) return null
  return {
    heading: 'Its own words',
    blocks: [
      {
        kind: 'list',
        items: told
          .slice(0, SHOWN)
          .map(({ says, check, because, cited }): [Line] => [
            [
              `“${plain(says)}” `,
              look(check === 'contradicted' ? 'bad' : 'ask', check),
              `${because.length > 0 ? `: ${plain(because.join('; '))}` : ''} `,
              ...placesOf(cited, 1),
            ],
          ]),
      },
    ],
  }
}

const untold: Part = ({ untold: all }) =>
  all.length === 0
    ? null
    : {
        heading: 'Names that cannot be told',
        blocks: [
          {
            kind: 'list',
            items: all
              .slice(0, 12)
              .map(({ via, says, cited }): [Line] => [
                [`${capital(plain(says))} (${plain(via)}) `, ...placesOf(cited, 1)],
              ]),
          },
          ...(all.length > 12 ? [lines([look('faint', `and ${all.length - 12} more in --format json`)])] : []),
        ],
      }

const coverage: Part = ({ project: { coverage: all, unread } }) => {
  const lost = all.filter(({ files, read }) => read < files)
  if (lost.length === 0) return null
  const read = all.filter(one => !lost.includes(one)).map(({ language, files }) => `${language} ${files}`)
  return {
    heading: 'What was read',
    blocks: [
      {
        kind: 'list',
        items: [
          ...lost.slice(0, SHOWN).map(({ language, files, read: some }): [Line] => {
            const why = unread.find(one => one.language === language)?.why
            return [[`${language}: ${some} of ${count(files, 'file')} read${why ? `: ${why}` : ''}`]]
          }),
          ...(read.length > 0 ? [[[look('faint', `read in full: ${read.join(', ')}`)]] satisfies [Line]] : []),
        ],
      },
    ],
  }
}

const notes: Part = ({ notes: all }) =>
  all.length === 0
    ? null
    : {
        heading: 'Notes',
        blocks: [
          { kind: 'list', items: all.slice(0, 8).map(({ says }): [Line] => [[plain(says)]]) },
          ...(all.length > 8
            ? [lines([look('faint', `and ${count(all.length - 8, 'more note')} in --format json`)])]
            : []),
        ],
      }

/** The parts of the page, in the order they are shown. */
export const parts: readonly Part[] = [
  breaches,
  changes,
  listOf('model', 'Models'),
  listOf('dataset', 'Data sets'),
  conflicts,
  duties,
  claims,
  untold,
  coverage,
  notes,
]
