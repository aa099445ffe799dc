import type { Text } from '../../release/release.ts'
import type { Citation } from '../../report/report.ts'
import { lettersOf } from '../../text/letters.ts'
import type { Evidence } from '../evidence.ts'
import { type ConfiguredSize, configuredSize, countedSize, isMixture } from './files.ts'
import { type NamedSize, sameSize, sizeIn } from './names.ts'
import { inFewWords } from './quantities.ts'
import type { ComputeStatement, ComputeWords } from './statement.ts'

/** How many parameters work on each token, between two bounds; of a dense model all of them do. */
export interface ModelSize {
  readonly low: number
  readonly high: number
  /** parameters in all, where known: what the model is told apart by */
  readonly total: number | null
  /** in a sentence: "7 billion parameters" */
  readonly says: string
  readonly cited: readonly Citation[]
}

/**
 * The size of a model: counted in its files, else of its configuration, else as its documents say, else by its name;
 * null when nothing tells.
 */
export function sizeOf(name: string, evidence: Evidence, words: ComputeWords): ModelSize | null {
  const { release } = evidence
  const config = release.texts.get('config.json') ?? null
  // what is measured of an adapter or a difference is not the model
  const configured = evidence.weights.part === null && config ? configuredSize(config) : null
  const own = sizeIn(name)
  const named = own.total === null && own.active === null ? sizeIn(release.name) : own
  return isExperts(named, words, config)
    ? experts(name, named, words, configured)
    : dense(name, named, evidence, words, configured)
}

const isExperts = (named: NamedSize, words: ComputeWords, config: Text | null) =>
  named.mixture || words.mixture !== null || (config !== null && isMixture(config))

function dense(
  name: string,
  named: NamedSize,
  evidence: Evidence,
  words: ComputeWords,
  configured: ConfiguredSize | null,
): ModelSize | null {
  const counted = evidence.weights.part === null ? countedSize(evidence.release) : null
  if (counted) return exactly(counted.value, [counted.cited], 'counted in its files')
  // a configuration whose fields mean something else comes out far from what the name says
  if (configured && (named.total === null || sameSize(configured.total, named.total)))
    return withName(exactly(configured.total, [configured.cited], 'by its configuration'), named.total)
  const stated = aboutModel(words.statements, 'parameters', name)
  const fitting = fittingTo(stated, named.total)
  if (fitting.length > 0 && named.total !== null) return between(fitting, named.total)
  if (named.total !== null) return exactly(named.total, [nameCited(evidence)], 'by its name')
  return stated.length > 0 ? between(stated, null) : byLinks(evidence)
}

/** Where a name says a little more or less than a configuration comes to, either may be right. */
const withName = (size: ModelSize, total: number | null): ModelSize =>
  total === null ? size : { ...size, low: Math.min(size.low, total), high: Math.max(size.high, total) }

/**
 * Of a mixture of experts the parameters that work on each token count; without their number it is between none and
 * all.
 */
function experts(
  name: string,
  named: NamedSize,
  words: ComputeWords,
  configured: ConfiguredSize | null,
): ModelSize | null {
  const active = aboutModel(words.statements, 'active-parameters', name)
  const fitting = fittingTo(active, named.active)
  const because = words.mixture ? [words.mixture] : []
  if (fitting.length > 0) return { ...between(fitting, named.total), says: `${saysOf(fitting)} active parameters` }
  if (named.active !== null)
    return { ...exactly(named.active, because, 'active, by its name'), total: named.total, cited: because }
  if (configured)
    return {
      ...exactly(configured.active, [configured.cited], 'active, by its configuration'),
      total: configured.total,
    }
  const stated = words.statements.filter(({ unit }) => unit === 'parameters')
  const most = Math.max(named.total ?? 0, ...stated.map(({ high }) => high))
  if (most === 0) return null
  return {
    low: 0,
    high: most,
    total: named.total,
    says: `at most ${inFewWords(most)} parameters, of which an unknown part is active`,
    cited: [...because, ...stated.slice(0, 2).map(({ cited }) => cited)],
  }
}

/** Statements of a unit: those of the table's row that carries the model's name, where there is one. */
function aboutModel(
  statements: readonly ComputeStatement[],
  unit: ComputeStatement['unit'],
  name: string,
): readonly ComputeStatement[] {
  const all = statements.filter(one => one.unit === unit)
  const own = all.filter(one => one.model !== null && lettersOf(one.model) === lettersOf(name))
  return own.length > 0 ? own : all
}

/** Statements that can be of a size; of a range of sizes nothing is known of one. */
const fittingTo = (statements: readonly ComputeStatement[], size: number | null): readonly ComputeStatement[] =>
  size === null ? statements : statements.filter(({ low, high }) => sameSize(low, size) && sameSize(high, size))

const exactly = (value: number, cited: readonly Citation[], how: string): ModelSize => ({
  low: value,
  high: value,
  total: value,
  says: `${inFewWords(value)} parameters ${how}`,
  cited,
})

function between(statements: readonly ComputeStatement[], total: number | null): ModelSize {
  return {
    low: Math.min(...statements.map(({ low }) => low)),
    high: Math.max(...statements.map(({ high }) => high)),
    total: total ?? (statements.length === 1 ? (statements[0]?.low ?? null) : null),
    says: `${saysOf(statements)} parameters`,
    cited: statements.slice(0, 2).map(({ cited }) => cited),
  }
}

/** Several statements as one amount: `7 billion`, or `7 billion to 70 billion`. */
export function saysOf(statements: readonly ComputeStatement[]): string {
  const low = inFewWords(Math.min(...statements.map(statement => statement.low)))
  const high = inFewWords(Math.max(...statements.map(statement => statement.high)))
  return low === high ? low : `${low} to ${high}`
}

/** Of a release that links several models, the sizes in their names. */
function byLinks({ weights }: Evidence): ModelSize | null {
  const named = weights.links
    .filter(link => link.own && link.name !== null)
    .map(link => ({ size: sizeIn(link.name ?? ''), cited: link.cited[0] }))
  const sizes = named.flatMap(({ size, cited }) =>
    size.total === null || size.mixture ? [] : [{ total: size.total, cited }],
  )
  const [first] = sizes
  if (!first || named.some(({ size }) => size.mixture)) return null
  const all = sizes.map(({ total }) => total)
  const [low, high] = [Math.min(...all), Math.max(...all)]
  return {
    low,
    high,
    total: low === high ? low : null,
    says:
      `${low === high ? inFewWords(low) : `${inFewWords(low)} to ${inFewWords(high)}`} parameters by the names ` +
      'of what is linked',
    cited: sizes
      .filter(({ total }) => total === low || total === high)
      .slice(0, 2)
      .map(({ cited }) => cited),
  }
}

/** A name stands nowhere but in the release's own address. */
const nameCited = ({ release }: Evidence): Citation => ({ looked: [`the name ${release.name.slice(0, 200)}`] })
