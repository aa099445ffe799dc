import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { LicenseReading } from '../../licenses/reading.ts'
import { type WeighedClauses, weighedClauses } from '../../licenses/weighing.ts'
import type { Cited, Clause } from '../../report/report.ts'
import type { Grant } from '../../report/vocabulary.ts'
import type { Judgement, Subject } from '../framework.ts'
import { citedTogether, met, needsHuman, together, unknown, unmet } from '../framework.ts'
import { kindsOf, readingName } from '../openness.ts'

/** the short name by which `knowledge/clauses` say what this framework makes of a kind */
const SHORT = 'eu'

/** Clauses of a license that binds the weights, as far as they bear on a requirement. */
export function clausesOn(
  readings: Readings,
  row: string,
  knowledge: Knowledge,
): Pick<WeighedClauses, 'blocks' | 'asks'> {
  const weighed = readings.map(reading => weighedClauses(reading, SHORT, knowledge, row))
  const blocks = weighed.flatMap(({ blocks }) => blocks)
  // what is of some models only may not reach this one
  const partly = blocks.filter(clause => scopeOf(clause) !== null)
  return {
    blocks: blocks.filter(clause => !partly.includes(clause)),
    asks: [...partly, ...weighed.flatMap(({ asks }) => asks)],
  }
}

/** Whether a right is left whole by everything that binds the weights. Without a license it is not given. */
export function judgeRight(subject: Subject, row: string, right: string, grant: Grant): Judgement {
  const { model } = subject
  if (model.floor.length === 0)
    return model.reach === 'none'
      ? unmet(`No license was found that gives the right to ${right}.`, model.cited)
      : unknown('Which license reaches the weights could not be seen.', model.cited)
  return overLicenses(subject, readings => judgeOneRight(subject, readings, row, right, grant))
}

function judgeOneRight(subject: Subject, readings: Readings, row: string, right: string, grant: Grant): Judgement {
  const [reading] = readings
  const name = readingName(reading)
  const decided = byClauses(subject, readings, row)
  if (decided) return decided
  const cited = citedOf(readings, subject)
  if (reading.openness === 'open') return met(`${name} lets anyone ${right}.`, cited)
  // of a known open text with a rider, what the rider does not touch stays as it was
  const named = reading.license.grants.includes(grant)
  if (reading.license.class === 'open-with-rider' || (reading.openness === 'restricted' && named))
    return met(`Nothing was found in ${name} against the right to ${right}.`, cited)
  return needsHuman(`Nothing was found in ${name} against the right to ${right}, and nobody has approved it.`, cited)
}

/**
 * Whether the license is free of clauses that a requirement asks about. Where there is no license, there is nothing to
 * look in.
 */
export function judgeAbsence(subject: Subject, row: string, what: string): Judgement {
  const { model } = subject
  if (model.floor.length === 0) return unknown(`There is no license in which to look for a ${what}.`, model.cited)
  return overLicenses(
    subject,
    readings =>
      byClauses(subject, readings, row) ??
      met(`No ${what} is in ${readingName(readings[0])}.`, citedOf(readings, subject)),
  )
}

/**
 * A clause that blocks, or one for a person; then whether the text was read at all; null when nothing in it decides.
 */
function byClauses(subject: Subject, readings: Readings, row: string): Judgement | null {
  const { knowledge } = subject.case
  const [reading] = readings
  const name = readingName(reading)
  const { blocks, asks } = clausesOn(readings, row, knowledge)
  const kinds = (clauses: readonly Clause[]) => kindsOf(clauses, knowledge)
  const at = (clauses: readonly Clause[]) =>
    citedTogether(clauses.map(({ cited }) => cited)) ?? citedOf(readings, subject)
  if (blocks.length > 0) return unmet(`${name} has clauses that decide this: ${kinds(blocks)}.`, at(blocks))
  const { license, openness, bars } = reading
  if (openness === 'unknown') return unknown(`${name}: its words were not read.`, citedOf(readings, subject))
  if (openness === 'restricted' && bars.length === 0 && license.clauses.length === 0)
    return unknown(`${name} is known as ${license.class}; its words were not read.`, citedOf(readings, subject))
  return asks.length > 0
    ? needsHuman(`A person must weigh what clauses of ${name} mean here: ${kinds(asks)}.`, at(asks))
    : null
}

/** Readings of one license: its text, and the policies it is read with. */
type Readings = readonly [LicenseReading, ...LicenseReading[]]

/**
 * The judgement of every license that binds the weights, together; several readings of one license are judged as one.
 */
export function overLicenses({ model }: Subject, judge: (readings: Readings) => Judgement): Judgement {
  const byName = new Map<string, [LicenseReading, ...LicenseReading[]]>()
  for (const reading of model.floor) {
    const same = byName.get(readingName(reading))
    if (same) same.push(reading)
    else byName.set(readingName(reading), [reading])
  }
  const [first, ...more] = [...byName.values()].map(judge)
  return first ? together(first, ...more) : unknown('No license of the weights was read.', model.cited)
}

/** Where a license is, or who says so. */
export const citedOf = (readings: Readings, { model }: Subject): Cited =>
  citedTogether(readings.map(({ license }) => license.cited)) ?? model.cited

/** The Union, or the area it is the greatest part of. */
const UNION = ['EU', 'EEA']

/** A territory kept out by the publisher or by the terms of a base. */
interface Exclusion {
  /** the kind of models it is of, in the words of the terms; null where it is of all */
  readonly scope: string | null
  readonly cited: Cited
}

/**
 * Where the model is kept out of the Union: a clause that names it, or a gate that refuses it; null where nothing does.
 * One that is of all models comes before one of some.
 */
export function unionExclusion({ case: { evidence }, model }: Subject): Exclusion | null {
  const { gate } = evidence.metadata
  const clauses = model.floor
    .flatMap(({ license }) => license.clauses)
    .filter(({ mode, parameters }) => mode !== 'plea' && namesUnion(parameters.territories))
  const ofAll = clauses.filter(clause => scopeOf(clause) === null)
  const whole = citedTogether([...(gate?.euDisallowed ? [gate.cited] : []), ...ofAll.map(({ cited }) => cited)])
  if (whole) return { scope: null, cited: whole }
  const part = citedTogether(clauses.map(({ cited }) => cited))
  return part ? { scope: clauses.map(scopeOf).find(scope => scope !== null) ?? null, cited: part } : null
}

/** The kind of models that a clause on territories is of, where it is not of all. */
const scopeOf = ({ parameters }: Clause): string | null =>
  Array.isArray(parameters.territories) && typeof parameters.scope === 'string' ? parameters.scope : null

const namesUnion = (territories: unknown) =>
  Array.isArray(territories) && territories.some(code => UNION.includes(String(code)))
