import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { LicenseReading } from '../../licenses/reading.ts'
import type { Clause } from '../../report/report.ts'
import type { Freedom, Grant } from '../../report/vocabulary.ts'
import {
  citedTogether,
  type Judge,
  type Judgement,
  met,
  needsHuman,
  type RowAnswer,
  type Subject,
  together,
  unknown,
  unmet,
} from '../framework.ts'
import { kindsOf, readingName } from '../openness.ts'
import { codeInRelease, componentPart, documentsInRelease, type GivenPart, weightsPart } from '../parts.ts'

/** The four freedoms, over the terms of every part that is released and the way it is given. */
export const freedoms = {
  'OSAID-F1': subject => {
    const gate = judgeGate(subject)
    const terms = judgeFreedom(subject, 'use')
    return gate ? together(terms, gate) : terms
  },
  'OSAID-F2': (subject, row) => together(judgeFreedom(subject, 'study'), ...groups(row)),
  'OSAID-F3': subject => judgeFreedom(subject, 'modify'),
  'OSAID-F4': subject => judgeFreedom(subject, 'share'),
} as const satisfies Record<string, Judge>

/**
 * "Without having to ask for permission": what stands between a person and the weights; null where nothing was seen.
 */
function judgeGate({ case: { evidence } }: Subject): Judgement | null {
  const { gate } = evidence.metadata
  if (evidence.weights.offer === 'on-request')
    return unmet('The weights are given on request: one has to ask.', evidence.weights.cited)
  if (!gate) return null
  if (gate.euDisallowed) return unmet('Access is refused to people in the European Union.', gate.cited)
  return gate.fields.length > 0
    ? unmet(`Access asks for a form: ${gate.fields.slice(0, 5).join(', ')}.`, gate.cited)
    : needsHuman(
        'Access asks to accept terms first: a person must judge whether that is asking for permission.',
        gate.cited,
      )
}

/**
 * Without data information, code and parameters there is nothing to study. What each row leaves to a person does not
 * count here.
 */
function groups(row: RowAnswer): readonly Judgement[] {
  const parts = [
    ['data information', ['OSAID-D1a', 'OSAID-D1b', 'OSAID-D1c', 'OSAID-D1e']],
    ['code of the training', ['OSAID-C1', 'OSAID-C2']],
    ['parameters', ['OSAID-P1']],
  ] as const
  return parts.flatMap(([what, ids]) => {
    const rows = ids.map(row)
    const [first, ...more] = rows
    // a group is missing when none of it is there
    if (first && rows.every(({ answer }) => answer === 'unmet'))
      return [unmet(`No ${what} was found to study.`, together(first, ...more).cited)]
    const seen = rows.some(({ answer }) => answer === 'met' || answer === 'needs-human')
    const open = rows.find(({ answer }) => answer === 'unknown')
    return !seen && open ? [unknown(`What there is of ${what} to study could not be seen.`, open.cited)] : []
  })
}

/** the grant that gives a freedom; a license that is on no list must name it */
const GRANTED_BY = { use: 'use', study: 'use', modify: 'modify', share: 'distribute' } as const satisfies Record<
  Freedom,
  Grant
>

/** Whether the terms on every released part leave a freedom whole. */
function judgeFreedom(subject: Subject, freedom: Freedom): Judgement {
  const { knowledge } = subject.case
  const code = codeInRelease(subject).map(componentPart)
  // of a document without a license of its own nothing is said here: the row on data information asks
  const documents = documentsInRelease(subject)
    .map(componentPart)
    .filter(part => part.readings.length > 0)
  const parts = [weightsPart(subject.model), ...code, ...documents]
  const [weights, ...rest] = parts.map(part => judgePart(part, freedom, knowledge))
  if (!weights) return unknown('Nothing is there to be under any terms.', subject.model.cited)
  const judged = together(weights, ...rest)
  if (judged.answer !== 'met') return judged
  const names = [...new Set(parts.flatMap(part => part.readings.map(readingName)))].join(' and ')
  return met(`Nothing in ${names} limits the freedom to ${freedom} what is released.`, judged.cited)
}

function judgePart(part: GivenPart, freedom: Freedom, knowledge: Knowledge): Judgement {
  if (part.readings.length === 0) {
    return part.unbound === 'none'
      ? unmet(`No license was found that allows anyone to ${freedom} ${part.what}.`, part.cited)
      : unknown(`Which license reaches ${part.what} could not be seen.`, part.cited)
  }
  const [first, ...more] = part.readings.map(reading => judgeReading(reading, part, freedom, knowledge))
  return first ? together(first, ...more) : unknown(`No license of ${part.what} was read.`, part.cited)
}

function judgeReading(reading: LicenseReading, part: GivenPart, freedom: Freedom, knowledge: Knowledge): Judgement {
  const { license } = reading
  const name = readingName(reading)
  const whole = citedTogether([license.cited, part.cited]) ?? part.cited
  const at = (clauses: readonly Clause[]) => citedTogether(clauses.map(clause => clause.cited)) ?? whole
  const limits = (clauses: readonly Clause[]) => clauses.filter(clause => clause.against.includes(freedom))

  if (reading.openness === 'open') return met(`${name} lets anyone ${freedom} ${part.what}.`, whole)
  const bars = limits(reading.bars)
  if (bars.length > 0)
    return unmet(`${name} limits the freedom to ${freedom} ${part.what}: ${kindsOf(bars, knowledge)}.`, at(bars))
  if (reading.openness === 'unknown') return unknown(`What ${name} says of ${part.what} was not read.`, whole)
  const asks = limits(reading.asks)
  if (asks.length > 0)
    return needsHuman(
      `A person must weigh whether ${name} limits the freedom to ${freedom} ${part.what}: ${kindsOf(asks, knowledge)}.`,
      at(asks),
    )
  // restricted by what is known of it, and no clause was read: its purpose is limited, whatever else it allows
  if (reading.openness === 'restricted' && reading.bars.length === 0 && freedom === 'use') {
    return unmet(`${name} is known as ${license.class}, which limits the use of ${part.what}.`, whole)
  }
  if (reading.openness === 'restricted' && license.grants.includes(GRANTED_BY[freedom])) {
    return met(
      `${name} restricts otherwise, and nothing in it was found to limit the freedom to ${freedom} ${part.what}.`,
      whole,
    )
  }
  return needsHuman(
    `Nothing was found in ${name} against the freedom to ${freedom} ${part.what}, and nobody has approved it.`,
    whole,
  )
}
