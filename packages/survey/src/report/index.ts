import { notFound } from '@unwash/core/error'
import { CONDITIONS } from '@unwash/core/frameworks/eu-ai-act/index'
import type { Knowledge } from '@unwash/core/knowledge/knowledge'
import { ANSWERS, TERMS } from '@unwash/core/report/vocabulary'
import { knownNames } from '@unwash/reporters/names'
import { ONE } from '@unwash/reporters/plots/index'
import { STANDS as ALL, STAND_LABELS } from '@unwash/reporters/words/checks'
import { ANSWER_LABELS } from '@unwash/reporters/words/labels'
import type { DuckdbStore } from '../store/duckdb/index.ts'
import { STANDS } from '../store/query.ts'
import { claimsAgainstTerms } from './claims.ts'
import {
  ABOUT_MODEL,
  type AskedFigure,
  answerSeries,
  CLAIMED,
  chartRows,
  counted,
  drawn,
  type Figure,
  NEWEST,
} from './figure.ts'
import { classesByOrganization, clausesThatBind, conflictsByFamily } from './licenses.ts'
import { type PageFrame, setSurvey } from './page.ts'
import { dataOverTime, termsOverTime } from './time.ts'

/** the frameworks whose answers are laid beside the claims; the first has conditions of a law */
const LAW = 'eu-ai-act'
const DEFINITION = 'osaid-1.0'
const CLAIMING = `(select release from ${CLAIMED})`

/** The law's conditions, the definition and the claim side by side: how wide the gap is. */
async function gap({ ask, knowledge, names }: AskedFigure): Promise<Figure> {
  const law = names.framework(LAW)
  const definition = names.framework(DEFINITION)
  const cells = await ask(
    `select eu.conclusion as law, osaid.conclusion as definition, count(*) as count,
      count(*) filter (r.id in ${CLAIMING}) as claiming
      from ${NEWEST} r
      join evaluations eu on eu.release = r.id and eu.framework = '${LAW}'
      join evaluations osaid on osaid.release = r.id and osaid.framework = '${DEFINITION}'
      where r.models > 0 group by all`,
  )
  const conclusions = ANSWERS.filter(answer => cells.some(cell => cell.definition === answer))
  const sum = (some: typeof cells, column: string) => some.reduce((all, cell) => all + Number(cell[column]), 0)
  const place = (some: typeof cells) => ({
    count: sum(some, 'count'),
    part: `${counted(sum(some, 'claiming'))} claim it`,
  })
  const places = (some: typeof cells) => [
    ...conclusions.map(one => place(some.filter(cell => cell.definition === one))),
    place(some),
  ]
  const grid = [
    ...ANSWERS.flatMap(answer => {
      const row = cells.filter(cell => cell.law === answer)
      return row.length === 0 ? [] : [{ label: ANSWER_LABELS[answer], places: places(row) }]
    }),
    { label: 'all', places: places(cells) },
  ]
  const requirements = (knowledge.frameworks.get(LAW)?.requirements ?? []).filter(
    ({ group, severity }) => CONDITIONS.includes(group) && severity !== 'informative',
  )
  const answers = await ask(
    `select requirement as label, answer as series, count(*) as count
      from answers a join ${NEWEST} r on r.id = a.release
      where a.framework = '${LAW}' and r.models > 0 and r.id in ${CLAIMING}
      group by all`,
  )
  const rows = requirements.flatMap(({ id, question }) =>
    chartRows(
      answers.filter(({ label }) => label === id),
      () => `${id} ${question}`,
    ),
  )
  const title = `Releases that claim to be open source, by each condition of ${law}`
  return {
    id: 'gap',
    heading: 'The word, the definition and the law',
    says: [
      `Three meanings of “open source” for the same releases: what the publisher says, the ${definition} of the ` +
        'OSI, and the conditions that Article 53(2) of the AI Act sets for its exemption. Releases that offer a ' +
        'model; “claim it” are those that say of themselves that they are open source, or fully or truly so.',
      'Neither conclusion is a certificate or a legal opinion. “Needs review”: nothing speaks against it, and a ' +
        'point is left that only a person can judge.',
    ],
    shown: [
      {
        as: 'grid',
        caption: `Releases by what two texts make of them, and how many claim to be open source`,
        down: law,
        across: definition,
        columns: [...conclusions.map(one => ANSWER_LABELS[one]), 'all'],
        rows: grid,
      },
      ...(rows.length > 0
        ? [drawn('shares', { id: 'conditions', title, by: 'condition', series: answerSeries, rows })]
        : []),
    ],
  }
}

/** Releases by their honest term. */
async function termsNow({ ask, names, releases, knowledge }: AskedFigure): Promise<Figure> {
  const rows = await ask(
    `select term, count(*) as count, sum(downloads) as downloads, count(downloads) as known
      from ${NEWEST} group by term`,
  )
  const found = TERMS.map(term => ({ term, row: rows.find(row => row.term === term) })).filter(({ row }) => row)
  const downloads = found.some(({ row }) => Number(row?.known ?? 0) > 0)
  const one = (id: string, label: string, column: 'count' | 'downloads', title: string) => {
    const series = [{ id: 'count', label, tone: ONE }]
    const rows = found.map(({ term, row }) => ({
      label: names.term(term),
      values: { count: Number(row?.[column] ?? 0) },
    }))
    return drawn('bars', { id, title, by: 'honest term', series, rows })
  }
  const meaning = found.map(({ term }) => [names.term(term), knowledge.terms.get(term)?.meaning ?? ''])
  return {
    id: 'terms',
    heading: 'The honest term for what is released',
    says: [
      `The term of each of ${counted(releases)} releases, from the most open to the least; where it is not proven, ` +
        'what is presumed, or that it is not determined; of several models, that of the least open. A term ' +
        'marked * is a word of unwash’s own; the others are of the G7 vision of May 2026.',
    ],
    shown: [
      one('terms', 'releases', 'count', 'Releases by honest term'),
      ...(downloads ? [one('terms-downloads', 'downloads', 'downloads', 'Downloads by honest term')] : []),
      { as: 'table', caption: 'What the terms mean', head: ['term', 'meaning'], rows: meaning },
    ],
  }
}

/** rows of the list; the tables that are exported have all */
const LISTED = 2_000
/** releases that are told one by one before they are counted */
const FEW = 30

/** Each release that may be named, with its term, its license and how its claims about the model stand. */
async function releasesRead({ ask, names, releases }: AskedFigure): Promise<Figure> {
  const rows = await ask(
    `select name, term, weights_license as license, (select string_agg(distinct ${STANDS}, ', ') from claims c
        where c.release = r.id and ${ABOUT_MODEL}) as claims
      from ${NEWEST} r where publisher_kind = 'organization' order by lower(name) limit ${LISTED}`,
  )
  const told = (claims: unknown) =>
    ALL.flatMap(one => (String(claims).split(', ').includes(one) ? [STAND_LABELS[one]] : [])).join(', ')
  const label = (term: unknown) => TERMS.flatMap(one => (one === term ? [names.term(one)] : []))[0] ?? String(term)
  return {
    id: 'releases',
    heading: 'The releases',
    says: [
      `${counted(rows.length)} of ${counted(releases)} by name: those of organizations` +
        `${rows.length === LISTED ? ', as many as fit here' : ''}. Claims are those about the model.`,
    ],
    shown: [
      {
        as: 'table',
        caption: 'Releases by name',
        head: ['release', 'honest term', 'weights under', 'its claims'],
        rows: rows.map(({ name, term, license, claims }) => [
          String(name),
          label(term),
          names.concluded(String(license)),
          told(claims) || 'none found',
        ]),
      },
    ],
  }
}

const FIGURE_KINDS: Readonly<Record<string, string>> = {
  unreadable: 'nothing could be read',
  time: 'it took too long',
  memory: 'it took too much memory',
  bug: 'a bug in unwash',
  lost: 'it ended every process that read it',
}

/** What could not be read: it is missing from every number above. */
async function failures({ ask }: AskedFigure): Promise<Figure> {
  const rows = await ask(
    'select kind, count(distinct target) as count from failures group by kind order by count desc, kind',
  )
  const total = rows.reduce((sum, { count }) => sum + Number(count), 0)
  const head = ['reason', 'targets']
  const cells = rows.map(({ kind, count }) => [FIGURE_KINDS[String(kind)] ?? String(kind), counted(Number(count))])
  return {
    id: 'failures',
    heading: 'What could not be read',
    says: [
      total === 0
        ? 'Every target of the survey could be read.'
        : `${counted(total)} targets could not be read, and are in none of the numbers above.`,
    ],
    shown: total === 0 ? [] : [{ as: 'table', caption: 'Targets that failed, by reason', head, rows: cells }],
  }
}

/** The figures of a report, in the order they are read. */
const FIGURES = [
  termsNow,
  termsOverTime,
  claimsAgainstTerms,
  gap,
  clausesThatBind,
  classesByOrganization,
  dataOverTime,
  conflictsByFamily,
  releasesRead,
  failures,
] as const

/** The report of a store as one HTML page. Throws an UnwashError where the store holds no release. */
export async function surveyReport(store: DuckdbStore, knowledge: Knowledge): Promise<string> {
  const [found] = await store.ask(`select count(*) as releases from ${NEWEST}`)
  const releases = Number(found?.releases ?? 0)
  if (releases === 0) throw notFound('no releases are in the store', store.path, 'fill it with unwash survey')
  const asking: AskedFigure = { ask: store.ask, names: knownNames(knowledge), knowledge, releases }
  const figures = []
  const ordered = releases > FEW ? FIGURES : [releasesRead, ...FIGURES.filter(one => one !== releasesRead)]
  for (const figure of ordered) {
    const made = await figure(asking)
    // of what cannot be drawn it is said below why
    if (made.shown.length > 0) figures.push(made)
  }
  return setSurvey(await frameOf(asking), figures)
}

async function frameOf({ ask, names, releases }: AskedFigure): Promise<PageFrame> {
  const [facts] = await ask(
    `select count(distinct lower(publisher)) as publishers, min(read_as_of) as first, max(read_as_of) as last,
      max(unwash) as unwash, max(knowledge) as knowledge,
      count(*) filter (term in ('open-source-ai', 'open-source-ai-with-open-data')) as open,
      count(*) filter (term = 'open-weights-ai') as weights,
      count(*) filter (term = 'unlicensed-weights') as unlicensed,
      count(*) filter (not complete) as incomplete
      from ${NEWEST}`,
  )
  const [said] = await ask(
    `select count(distinct r.id) as releases, count(distinct r.id) filter (c.checked = 'supported') as supported,
      count(distinct r.id) filter (${STANDS} = 'contradicted') as contradicted,
      count(distinct r.id) filter (${STANDS} = 'goes too far') as too_far
      from ${CLAIMED} c join ${NEWEST} r on r.id = c.release`,
  )
  const runs = await ask('select distinct source from runs order by source limit 6')
  const number = (value: unknown) => counted(Number(value ?? 0))
  const days = facts?.first === facts?.last ? `${facts?.last}` : `${facts?.first} to ${facts?.last}`
  const lead = [
    `Of ${counted(releases)} releases by ${number(facts?.publishers)} publishers, ${number(facts?.open)} give, as ` +
      `proven or presumed, what ${names.term('open-source-ai')} asks for and ${number(facts?.weights)} open weights. ` +
      `${number(facts?.unlicensed)} offer weights with no license for them.`,
    ...(said?.releases
      ? [
          `${number(said.releases)} call their model open source, or fully or truly so. What was seen supports that ` +
            `for ${number(said?.supported)} and contradicts it for ${number(said?.contradicted)}; for ` +
            `${number(said?.too_far)} a sentence goes too far: it can be true of the weights alone. For the rest it ` +
            'is not decided.',
        ]
      : []),
  ]
  return {
    title: `What ${counted(releases)} AI model releases really give`,
    kicker: `A survey by unwash ${facts?.unwash}, read ${days}`,
    lead,
    foot: [
      `Surveyed: ${runs.map(({ source }) => lastStep(String(source))).join('; ')}. This is what was listed there, ` +
        'and no sample of all releases: shares say something of this list alone.',
      'Each statement rests on the file and line it was read in; they are in the store, with the whole report and ' +
        `the evidence of each release. Knowledge as of ${facts?.knowledge}. ${number(facts?.incomplete)} releases ` +
        'had a list of files that is not complete; of these, what was not seen is not known.',
      'Every number counts; none is a score. The order of rows is that of the vocabulary, of the alphabet or of ' +
        'the count that is shown. Not legal advice; the OSI certifies no AI system.',
    ],
  }
}

/** A path on somebody's disk is nobody's business: its last step names the list. */
const lastStep = (source: string) =>
  source
    .split(', ')
    .map(one => (one.startsWith('hub:') ? one : (one.split(/[\\/]/).at(-1) ?? one)))
    .join(', ')
