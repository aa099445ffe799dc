import type { FrameworkRequirement, Knowledge } from '../knowledge/knowledge.ts'
import type { LicenseReading } from '../licenses/reading.ts'
import { weighedClauses } from '../licenses/weighing.ts'
import type { Cited, Clause, Requirement } from '../report/report.ts'
import type { Grant } from '../report/vocabulary.ts'
import type { Judgement } from './framework.ts'
import { citedTogether, met, needsHuman, unknown, unmet } from './framework.ts'
import { kindsOf, readingName } from './openness.ts'

/** The short name of the Open Source Definition, by which kinds of clauses speak of it. */
export const OSD = 'osd'
const FRAMEWORK = 'osd-1.9'

/** the rights that a criterion asks a text to give, beside what it must not say */
const NEEDS: Readonly<Record<string, readonly Grant[]>> = {
  'OSD-1': ['distribute'],
  'OSD-3': ['modify', 'distribute'],
}

/**
 * The ten criteria of the Open Source Definition, each put to one license; empty when the knowledge does not hold them.
 */
export function readOsd(reading: LicenseReading, knowledge: Knowledge): readonly Requirement[] {
  const read = weighedClauses(reading, OSD, knowledge).blocks.length > 0
  return (knowledge.frameworks.get(FRAMEWORK)?.requirements ?? []).map(requirement => {
    const { answer, because, cited } = judge(requirement, reading, read, knowledge)
    return { id: requirement.id, answer, because, cited: [...cited], rule: requirement.question }
  })
}

function judge(
  { id, automation }: FrameworkRequirement,
  reading: LicenseReading,
  read: boolean,
  knowledge: Knowledge,
): Judgement {
  const { license, osiApproved, openness } = reading
  const whole: Cited = citedTogether([license.cited]) ?? [{ looked: [license.text?.path ?? readingName(reading)] }]
  const name = readingName(reading)
  const { blocks, asks, facts } = weighedClauses(reading, OSD, knowledge, id)
  const at = (clauses: readonly Clause[]) => citedTogether(clauses.map(({ cited }) => cited)) ?? whole

  if (osiApproved) return met(`OSI approved ${name}, against all ten criteria.`, whole)
  // what is known of a license counts where its own words were not read
  const against = read ? blocks : facts
  if (against.length > 0) return unmet(`${name} has clauses against it: ${kindsOf(against, knowledge)}.`, at(against))
  if (openness === 'unknown') return unknown(`The words of ${name} were not read.`, whole)
  // what no text says is never met by reading one
  if (automation === 'human') return needsHuman('No words of a license answer this: a person has to judge.', whole)
  if (asks.length > 0) return needsHuman(`A person must weigh: ${kindsOf(asks, knowledge)}.`, at(asks))
  const missing = license.text ? (NEEDS[id] ?? []).filter(grant => !license.grants.includes(grant)) : []
  if (missing.length > 0)
    return needsHuman(`No sentence of ${name} was found that lets one ${missing.join(' or ')}.`, whole)
  return isKnown(reading, knowledge)
    ? met(`${name} is a known text, and no clause of it is against this.`, whole)
    : needsHuman(`Nothing was found in ${name} against it, and nobody has approved the text.`, whole)
}

/**
 * The very text of a license that a person read in full, or its name; not one with words added, nor one nobody knows.
 */
const isKnown = ({ license, openness }: LicenseReading, knowledge: Knowledge) =>
  openness === 'open' ||
  ((license.text === null || license.match.kind === 'exact') &&
    license.id !== null &&
    knowledge.licenses.get(license.id)?.read === 'full')
