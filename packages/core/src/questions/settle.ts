import type { Known } from '../licenses/known.ts'
import { acceptReadings } from '../readings/accept.ts'
import { answersBy } from '../readings/answers.ts'
import { withinPower } from '../readings/power.ts'
import type { Accepted } from '../readings/reading.ts'
import type { Release, Signoff } from '../release/release.ts'
import type { Reading } from '../report/question.ts'
import type { Report } from '../report/report.ts'
import type { JudgedRelease, Posed } from './asked.ts'
import { askedIn, distinct, shownOf } from './index.ts'

/** An answer that nobody has given. */
export interface Supposed {
  readonly question: Posed
  readonly answer: string
}

/** Judges a release by itself, with the answers that are known. */
type JudgeAlone = (release: Release, known: Known) => JudgedRelease

/** A release judged with all that was read of it. */
export interface Settled {
  readonly report: Report
  /** what nobody has answered yet; of the requirements those on which the term rests */
  readonly open: readonly Posed[]
  /** what agents and models answered, and no person has */
  readonly unconfirmed: readonly Posed[]
  readonly accepted: Accepted<Posed>
  /** the report as it would be if a person gave these answers, whatever others read */
  supposing(answers: readonly Supposed[]): Report
  /** the report by proof and by what persons read: what `supposing` is compared with */
  readonly byPersons: Report
}

/** an answer may raise a question, whose answer may raise another: where, then which terms, then what they take */
const ROUNDS = 4
const NONE_ACCEPTED: Accepted<Posed> = { taken: [], refused: [] }

/**
 * Judges a release with the readings that came with it. What persons read counts as proof does; what agents and models
 * read passes the gate of `withinPower`. Each reading that does not count is told in a note.
 */
export function settle(given: Release, known: Known, alone: JudgeAlone, framework: string | null = null): Settled {
  const { readings = [] } = given
  const first = alone(given, known)
  if (readings.length === 0) {
    const open = distinct(askedIn(first, framework))
    const report = withQuestions(first.report, open, NONE_ACCEPTED)
    return {
      report,
      open,
      unconfirmed: [],
      accepted: NONE_ACCEPTED,
      byPersons: first.report,
      ...supposed(given, known, [], alone),
    }
  }
  const judgeWith = (some: readonly Reading[]) => judgedWith(given, known, some, first, alone)
  const persons = judgeWith(readings.filter(({ by }) => by.kind === 'person'))
  const isAlone = readings.every(({ by }) => by.kind === 'person')
  const all = isAlone ? persons : judgeWith(readings)
  const counted = all.accepted.taken.map(({ reading: { by } }) => by).filter(({ kind }) => kind !== 'person')
  const readers = [...new Set(counted.map(({ name }) => name))]
  const report =
    readers.length === 0
      ? persons.judgement.report
      : withinPower(persons.judgement.report, all.judgement.report, readers)
  const answered = new Set(all.accepted.taken.flatMap(({ question }) => keysOf(question)))
  const open = distinct(askedIn(all.judgement, framework).filter(one => !answered.has(keyOf(one))))
  return {
    report: withQuestions(report, open, all.accepted),
    open,
    unconfirmed: unconfirmedIn(all.accepted),
    accepted: all.accepted,
    byPersons: persons.judgement.report,
    ...supposed(given, known, persons.accepted.taken, alone),
  }
}

function unconfirmedIn({ taken }: Accepted<Posed>): readonly Posed[] {
  const byPersons = new Set(
    taken.flatMap(({ reading: { by }, question }) => (by.kind === 'person' ? [question.id] : [])),
  )
  const all = new Map(taken.map(({ question }) => [question.id, question]))
  return [...all.values()].filter(({ id }) => !byPersons.has(id))
}

type Taken = Accepted<Posed>['taken']

const keyOf = ({ kind, key }: Posed) => `${kind} ${key}`
/** What a question is about, and all that is answered with it. */
const keysOf = ({ kind, key, alike }: Posed) => [key, ...alike].map(one => `${kind} ${one}`)

/** Judges with the readings that count: what pipeline and frameworks ask of them. */
function aloneWith(given: Release, known: Known, taken: Taken, alone: JudgeAlone): JudgedRelease {
  const answers = answersBy(
    taken.flatMap(({ question: { kind, key, alike }, reading }) =>
      [key, ...alike].map(one => ({ kind, key: one, reading })),
    ),
  )
  const signoffs = [...(given.signoffs ?? []), ...taken.flatMap(signedBy)]
  return alone({ ...given, ...(signoffs.length > 0 ? { signoffs } : {}) }, { ...known, answers })
}

const supposed = (given: Release, known: Known, taken: Taken, alone: JudgeAlone): Pick<Settled, 'supposing'> => ({
  supposing(answers) {
    const by = { kind: 'person', name: 'somebody' } as const
    const more = answers.map(({ question, answer }) => ({
      question,
      reading: { question: question.id, answer, quote: question.sentence, by, at: SUPPOSED },
    }))
    return aloneWith(given, known, [...taken, ...more], alone).report
  },
})

/** a day after any that is supposed elsewhere */
const SUPPOSED = '9999-12-31'

/** The same release and its answers, until no further question finds its reading. */
function judgedWith(
  given: Release,
  known: Known,
  readings: readonly Reading[],
  first: JudgedRelease,
  alone: JudgeAlone,
): { judgement: JudgedRelease; accepted: Accepted<Posed> } {
  const asked = new Map<string, Posed>()
  let judgement = first
  let accepted = NONE_ACCEPTED
  for (let round = 0; round < ROUNDS; round++) {
    for (const one of askedIn(judgement, 'all')) if (!asked.has(one.id)) asked.set(one.id, one)
    const now = acceptReadings([...asked.values()], readings)
    if (now.taken.length === accepted.taken.length) return { judgement, accepted: now }
    accepted = now
    judgement = aloneWith(given, known, now.taken, alone)
  }
  return { judgement, accepted }
}

/** An answer to a requirement as the sign-off that it is. */
function signedBy({ question, reading }: Taken[number], at: number): Signoff[] {
  const { kind, key } = question
  const { answer, by, why = question.ask } = reading
  if (kind !== 'requirement' || (answer !== 'met' && answer !== 'unmet')) return []
  const [requirement = '', ...model] = key.split(' ')
  const cited = { path: 'readings', line: at + 1, endLine: at + 1, quote: why.slice(0, LONGEST_REASON) }
  const who = by.kind === 'person' ? by.name : `${by.name} (${by.kind})`
  return [{ requirement, model: model.join(' '), answer, who, on: reading.at.slice(0, DAY), why, cited }]
}

/** letters of a reason that are cited, and of an ISO day */
const LONGEST_REASON = 200
const DAY = 10

/** questions of a report; others come up when these are answered */
const MOST_QUESTIONS = 8

function withQuestions(report: Report, open: readonly Posed[], { taken, refused }: Accepted<Posed>): Report {
  const questions = open.slice(0, MOST_QUESTIONS).map(shownOf)
  const readings = taken.map(({ reading, question: { kind, ask, of } }) => ({ ...reading, kind, ask, of }))
  const notes = refused.map(({ reading: { by, question }, why }) => ({
    says: `A reading by ${by.name} (of question ${question}) does not count: ${why}`,
  }))
  return {
    ...report,
    ...(questions.length > 0 ? { questions } : {}),
    ...(readings.length > 0 ? { readings } : {}),
    notes: [...report.notes, ...notes],
  }
}
