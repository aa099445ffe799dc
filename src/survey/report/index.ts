import type { Knowledge } from '../../knowledge/knowledge.ts'
import { namesOf } from '../../reports/names.ts'
import { UnwashError } from '../../sources/error.ts'
import type { DuckdbStore } from '../../store/duckdb/index.ts'
import { claimsAgainstTerms } from './claims.ts'
import { failures } from './failures.ts'
import { type Asking, counted, NEWEST } from './figure.ts'
import { gap } from './gap.ts'
import { classesByOrganization, clausesThatBind, conflictsByFamily } from './licenses.ts'
import { type Frame, setSurvey } from './page.ts'
import { termsNow } from './terms.ts'
import { dataOverTime, termsOverTime } from './time.ts'

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
  failures,
] as const

/** The report of a store as one HTML page. Throws an UnwashError where the store holds no release. */
export async function surveyReport(store: DuckdbStore, knowledge: Knowledge): Promise<string> {
  const [found] = await store.ask(`select count(*) as releases from ${NEWEST}`)
  const releases = Number(found?.releases ?? 0)
  if (releases === 0) throw new UnwashError('no releases are in the store', store.path, 'fill it with unwash survey')
  const asking: Asking = { ask: store.ask, names: namesOf(knowledge), knowledge, releases }
  const figures = []
  for (const figure of FIGURES) figures.push(await figure(asking))
  return setSurvey(await frameOf(asking), figures)
}

async function frameOf({ ask, names, releases }: Asking): Promise<Frame> {
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
      count(distinct r.id) filter (c.checked = 'contradicted') as contradicted
      from claims c join ${NEWEST} r on r.id = c.release where c.kind = 'open-source'`,
  )
  const runs = await ask('select distinct source from runs order by source limit 6')
  const number = (value: unknown) => counted(Number(value ?? 0))
  const days = facts?.first === facts?.last ? `${facts?.last}` : `${facts?.first} to ${facts?.last}`
  const lead = [
    `Of ${counted(releases)} releases by ${number(facts?.publishers)} publishers, ${number(facts?.open)} give what ${names.term('open-source-ai')} asks for and ${number(facts?.weights)} give open weights. ${number(facts?.unlicensed)} offer weights that no license found there reaches.`,
    ...(Number(said?.releases ?? 0) > 0
      ? [
          `${number(said?.releases)} call themselves open source. What was seen supports that for ${number(said?.supported)} and contradicts it for ${number(said?.contradicted)}; for the rest it is not decided.`,
        ]
      : []),
  ]
  return {
    title: `What ${counted(releases)} AI model releases really give`,
    kicker: `A survey by unwash ${facts?.unwash}, read ${days}`,
    lead,
    foot: [
      `Surveyed: ${runs.map(({ source }) => lastStep(String(source))).join('; ')}. This is what was listed there, and no sample of all releases: shares say something of this list alone.`,
      `Each statement rests on the file and line it was read in; they are in the store, with the whole report and the evidence of each release. Knowledge as of ${facts?.knowledge}. ${number(facts?.incomplete)} releases had a list of files that is not complete; of these, what was not seen is not known.`,
      'Every number counts; none is a score. The order of rows is that of the vocabulary, of the alphabet or of the count that is shown. Not legal advice; the OSI certifies no AI system.',
    ],
  }
}

/** A path on somebody's disk is nobody's business: its last step names the list. */
const lastStep = (source: string) =>
  source
    .split(', ')
    .map(one => (one.startsWith('hub:') ? one : (one.split(/[\\/]/).at(-1) ?? one)))
    .join(', ')
