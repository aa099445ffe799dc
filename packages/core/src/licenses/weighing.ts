import type { Knowledge, KnownClause } from '../knowledge/knowledge.ts'
import { resolveId } from '../names/index.ts'
import type { Cited, Clause, FrameworkReading } from '../report/report.ts'
import type { Answer } from '../report/vocabulary.ts'
import { isOpenClass } from './class.ts'
import { isConformant } from './conclude.ts'
import { readDeclared } from './declared.ts'
import type { LicenseReading } from './reading.ts'

type View = KnownClause['frameworks'][string]

/** What each framework that weighs clauses makes of the text of a license, with the clauses that decide it. */
export function weigh(reading: LicenseReading, knowledge: Knowledge): readonly FrameworkReading[] {
  const frameworks = new Set([...knowledge.clauses.values()].flatMap(kind => Object.keys(kind.frameworks)))
  return [...frameworks].map(framework => weighOne(reading, framework, knowledge))
}

/**
 * The clauses of a license that a framework counts: those that block, those that a person must judge, and those that
 * are known to block where the words were not read.
 */
export interface WeighedClauses {
  readonly blocks: readonly Clause[]
  readonly asks: readonly Clause[]
  readonly facts: readonly Clause[]
}

/** What of a license counts in a framework, by its short name; with a row, only what bears on that requirement. */
export function weighedClauses(
  reading: LicenseReading,
  framework: string,
  knowledge: Knowledge,
  row?: string,
): WeighedClauses {
  const viewOf = viewIn(framework, knowledge)
  const bears = (clause: Clause) => row === undefined || viewOf(clause)?.rows.includes(row)
  const binding = reading.license.clauses.filter(clause => clause.mode !== 'plea' && bears(clause))
  const weighs = (severity: View['severity']) => binding.filter(clause => viewOf(clause)?.severity === severity)
  // wording that is milder than its kind has been weighed with the text: what it only asks does not block
  const mild = new Set(binding.filter(clause => viewOf(clause)?.severity === 'block' && isMild(clause, reading)))
  const open = reading.openness === 'open'
  // of an open text as it is known, nothing blocks that those who know it did not see: it is for a person
  const trusted = reading.license.match.kind === 'exact' && isOpenClass(reading.license.class)
  const blocking = weighs('block').filter(clause => !mild.has(clause))
  return {
    blocks: open || trusted ? [] : blocking,
    asks: open ? [] : [...mild, ...weighs('ask'), ...(trusted ? blocking : [])],
    facts: factsOf(reading, knowledge).filter(clause => viewOf(clause)?.severity === 'block' && bears(clause)),
  }
}

const viewIn =
  (framework: string, knowledge: Knowledge) =>
  (clause: Clause): View | null =>
    knowledge.clauses.get(clause.kind)?.frameworks[framework] ?? null

function weighOne(reading: LicenseReading, framework: string, knowledge: Knowledge): FrameworkReading {
  const viewOf = viewIn(framework, knowledge)
  const { blocks, asks, facts } = weighedClauses(reading, framework, knowledge)
  const { verdict, says, from } = conclude(reading, blocks, asks, facts, isFreeAlone(reading, knowledge))
  const rows = new Set(from.flatMap(clause => viewOf(clause)?.rows ?? []))
  return {
    framework,
    verdict,
    because: [...new Set(from.map(clause => clause.kind))],
    rows: [...rows],
    says,
    cited: citationsOf(from, reading),
  }
}

/** A blocking kind whose wording here takes no freedom away, or only asks for attribution. */
const isMild = (clause: Clause, { bars }: LicenseReading) =>
  !bars.includes(clause) && (clause.against.length === 0 || clause.parameters.consequence === 'branding')

/** Open by the word of the FSF alone: neither OSI nor the list of conformant terms has the license. */
const isFreeAlone = ({ license, openness, osiApproved, conformant }: LicenseReading, knowledge: Knowledge): boolean => {
  if (openness !== 'open' || osiApproved || conformant || license.id === null) return false
  const resolved = resolveId(license.id, null, knowledge)
  return resolved !== null && !resolved.osiApproved && !isConformant(resolved, knowledge)
}

interface Concluded {
  readonly verdict: Answer
  readonly says: string
  /** the clauses that decide it */
  readonly from: readonly Clause[]
}

/** The barring clauses that a license is known to have, by section; for a text whose words were not read. */
function factsOf({ license }: LicenseReading, knowledge: Knowledge): readonly Clause[] {
  const resolved = license.id === null ? null : resolveId(license.id, null, knowledge)
  const [first, ...others] = license.cited
  return resolved && first ? readDeclared(resolved, [first, ...others], knowledge).bars : []
}

function conclude(
  reading: LicenseReading,
  blocks: readonly Clause[],
  asks: readonly Clause[],
  facts: readonly Clause[],
  freeAlone: boolean,
): Concluded {
  const { license, openness, osiApproved, conformant, bars } = reading
  const say = (verdict: Answer, says: string, from: readonly Clause[] = []): Concluded => ({ verdict, says, from })
  const named = license.text === null
  if (osiApproved)
    return say('met', named ? 'the OSI approved the license it names' : 'the OSI approved this very text')
  if (conformant) return say('met', "on unwash's dated list of open terms that the OSI has not approved")
  if (freeAlone) return say('needs-human', 'the FSF counts it as free software, and the OSI has not approved it')
  if (openness === 'open') return say('met', 'an approved text, changed only by words that take nothing')
  if (blocks.length > 0) {
    const kinds = new Set(blocks.map(clause => clause.kind)).size
    return say('unmet', kinds === 1 ? 'a clause blocks it' : `${kinds} kinds of clauses block it`, blocks)
  }
  if (openness === 'unknown') return say('unknown', 'its meaning could not be read')
  if (facts.length > 0) return say('unmet', `known as a license of the class ${license.class}`, facts)
  // it restricts, and no words of it were found that do: a text in a language that is not read
  if (openness === 'restricted' && bars.length === 0)
    return say('unmet', `known as a license of the class ${license.class}`)
  const changed = license.match.residue.filter(one => one.reads === 'condition').length
  if (asks.length > 0) return say('needs-human', 'nothing found that blocks it; a person must judge the rest', asks)
  if (changed > 0) return say('needs-human', 'a known text with conditions added or words taken out')
  return say('needs-human', 'nothing found against it, and nobody has approved it')
}

/** as many places as a reader follows up; the clauses have them all */
const MOST_PLACES = 8

function citationsOf(from: readonly Clause[], { license }: LicenseReading): FrameworkReading['cited'] {
  const places = from.map(clause => clause.cited[0]).filter(cited => cited !== undefined)
  const cited: FrameworkReading['cited'] = places.length > 0 ? places.slice(0, MOST_PLACES) : [...license.cited]
  return cited satisfies readonly Cited[number][]
}
