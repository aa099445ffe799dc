import { citeWords } from '../../documents/cite.ts'
import type { Block, Document } from '../../documents/index.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { isSourced } from '../../knowledge/sourced.ts'
import type { Citation } from '../../report/report.ts'
import type { Evidence } from '../evidence.ts'
import { type Hear, hearing } from '../signs.ts'
import { sameSize } from './names.ts'
import { inFewWords } from './quantities.ts'
import { computeWords } from './read.ts'
import { type ModelSize, saysOf, sizeOf } from './size.ts'
import type { ComputeStatement } from './statement.ts'

/** The operations a training took, between two bounds in FLOP. */
interface ComputeEstimate {
  readonly low: number
  readonly high: number
  /** how it was come to: "6 × 7 billion parameters × 1.4 trillion tokens" */
  readonly how: string
  readonly cited: readonly Citation[]
}

/** An estimate, or what is missing for one. */
export type Estimated =
  | { readonly is: 'estimated'; readonly estimate: ComputeEstimate }
  | { readonly is: 'unknown'; readonly lacks: string; readonly cited: readonly Citation[] }

/**
 * Operations for each parameter and token of a dense transformer: two forward, four backward (guidelines, Annex A.2).
 */
const OPERATIONS = 6

/** The compute of training with so many parameters on so many tokens. */
export const byTokens = (parameters: number, tokens: number): number => OPERATIONS * parameters * tokens

/** The compute of so many hours of hardware with a peak in FLOP per second, busy for a part of it. */
export const byHours = (hours: number, peak: number, utilization: number): number => hours * 3_600 * peak * utilization

/** Which training is asked about: the one from scratch, or what was done to a base. */
type Training = 'first' | 'later'

/** less text trains no model from scratch: smaller counts are windows, batches, vocabularies */
const LEAST_TOKENS = { first: 1e9, later: 1e6 } as const satisfies Record<Training, number>

/**
 * Estimates the compute of a model's training from what is stated: the operations themselves, else parameters and
 * tokens, else hardware hours.
 */
export function estimateCompute(name: string, training: Training, evidence: Evidence, knowledge: Knowledge): Estimated {
  const words = computeWords(evidence, knowledge)
  const size = sizeOf(name, evidence, words)
  const chosen = (unit: ComputeStatement['unit']) => choose(words.statements, unit, training, size)
  const flop = chosen('flop')
  if (flop.length > 0) return estimated(least(flop), most(flop), `${saysOf(flop)} FLOP, as stated`, citedOf(flop))
  const tokens = chosen('tokens').filter(({ high }) => high >= LEAST_TOKENS[training])
  if (size && tokens.length > 0) {
    // what a part or another stage took is in the whole: it bounds from above what a sum not stated may be
    const every = words.statements.filter(one => one.unit === 'tokens')
    return estimated(
      byTokens(size.low, least(tokens)),
      tokens.some(one => one.partial) ? Number.POSITIVE_INFINITY : byTokens(size.high, most(every)),
      `${OPERATIONS} × ${size.says} × ${saysOf(tokens)} tokens`,
      [...size.cited, ...citedOf(tokens)],
    )
  }
  const hours = chosen('hours')
  const machines = new Set(hours.flatMap(({ hardware }) => hardware))
  // a peak that nobody can look up estimates nothing
  const machine = knowledge.compute.hardware.find(({ id, source }) => machines.has(id) && isSourced(source))
  if (machine && machines.size === 1) {
    const { low, high } = knowledge.compute.utilization
    return estimated(
      byHours(least(hours), machine.peak, low),
      byHours(most(hours), machine.peak, high),
      `${saysOf(hours)} hours of ${machine.names[0]} at ${low * 100} to ${high * 100} % of ` +
        `${inFewWords(machine.peak / 1e12)} TFLOP/s`,
      [
        ...citedOf(hours),
        {
          fact: `${machine.names[0]}: ${inFewWords(machine.peak)} FLOP per second`,
          source: machine.source,
          seenOn: knowledge.compute.seenOn,
        },
      ],
    )
  }
  const lacks = size
    ? 'the tokens it was trained on, or the hours of which hardware, are not stated'
    : tokens.length > 0
      ? 'its number of parameters is not stated'
      : 'neither parameters and tokens nor hours of known hardware are stated'
  return { is: 'unknown', lacks, cited: [...(size?.cited ?? []), ...citedOf(tokens), ...citedOf(hours)].slice(0, 4) }
}

/** The statements that are about this training of this model: those that name its size before those that name none. */
function choose(
  statements: readonly ComputeStatement[],
  unit: ComputeStatement['unit'],
  training: Training,
  size: ModelSize | null,
): readonly ComputeStatement[] {
  // where a card tells of the first training too, what it says of no stage is most likely that one's
  const told = training === 'later' && statements.some(one => one.unit === unit && one.stage === 'first')
  const all = statements.filter(
    one => one.unit === unit && (one.stage === training || (one.stage === 'unsaid' && !told)),
  )
  const total = size?.total ?? null
  const naming = total === null ? [] : all.filter(one => one.sizes.some(other => sameSize(other, total)))
  // one that names several sizes cannot be told apart from the others it names
  const fitting = naming.length > 0 ? naming : all.filter(one => one.sizes.length === 0 || total === null)
  const said = fitting.filter(one => one.stage === training)
  const kept = said.length > 0 ? said : fitting
  const whole = kept.filter(one => !one.partial)
  return whole.length > 0 ? whole : kept
}

const estimated = (low: number, high: number, how: string, cited: readonly Citation[]): Estimated => ({
  is: 'estimated',
  estimate: { low, high, how, cited },
})

const least = (statements: readonly ComputeStatement[]) => Math.min(...statements.map(({ low }) => low))
const most = (statements: readonly ComputeStatement[]) => Math.max(...statements.map(({ high }) => high))
const citedOf = (statements: readonly ComputeStatement[]) => statements.slice(0, 3).map(({ cited }) => cited)

/** Where an estimate lies: clearly above a threshold, clearly below, or too near to say. */
type Side = 'above' | 'below' | 'near'

/** Compares an estimate with a threshold, of which it must stay clear by a share. */
export function sideOf(estimate: Pick<ComputeEstimate, 'low' | 'high'>, threshold: number, tolerance: number): Side {
  if (estimate.low > threshold * (1 + tolerance)) return 'above'
  return estimate.high < threshold * (1 - tolerance) ? 'below' : 'near'
}

/** An estimate in few words: `6.5e23 FLOP`, or `1e22 to 3e22 FLOP`. */
export function saysFlop({ low, high }: Pick<ComputeEstimate, 'low' | 'high'>): string {
  if (high === Number.POSITIVE_INFINITY) return `at least ${saysFlop({ low, high: low })}`
  const few = (value: number) => value.toPrecision(2).replace(/\.0(?=e)|e\+/g, found => (found === 'e+' ? 'e' : ''))
  if (low === 0) return `at most about ${few(high)} FLOP`
  return few(low) === few(high) ? `about ${few(low)} FLOP` : `about ${few(low)} to ${few(high)} FLOP`
}

/**
 * What a model generates: `general` language, or images or video from text; `narrow` one task of language; `other` none
 * of it.
 */
interface ModelModality {
  readonly kind: 'general' | 'narrow' | 'other'
  /** the task, or the words that tell */
  readonly says: string
  readonly cited: Citation
}

const MODEL_KINDS = ['general', 'narrow', 'other'] as const

/** how much of a document introduces the model */
const INTRODUCTION = 25

/**
 * What the model generates, by its metadata's task, else by how its documents introduce it; null when nothing tells.
 */
export function modalityOf({ metadata, documents }: Evidence, knowledge: Knowledge): ModelModality | null {
  const { task } = metadata
  const { tasks } = knowledge.generalPurpose
  if (task) {
    const name = task.value.toLowerCase()
    const kind = MODEL_KINDS.find(kind => tasks[kind].includes(name))
    if (kind) return { kind, says: name, cited: task.cited[0] }
  }
  const hear = hearing(knowledge)
  const told = documents
    .slice(0, 2)
    .flatMap(document => document.blocks.slice(0, INTRODUCTION).flatMap(block => wordsIn(document, block, hear)))
  // what it is measured on or combined with is named beside a language model; never the other way round
  return told.find(({ kind }) => kind === 'general') ?? told[0] ?? null
}

function wordsIn(document: Document, block: Block, hear: Hear): ModelModality[] {
  if (block.kind === 'code') return []
  const { text, find } = hear(block.text.slice(0, 600))
  return MODEL_KINDS.flatMap(kind => {
    const found = find(`compute.${kind}`)
    return found ? [{ kind, ...found }] : []
  })
    .sort((one, other) => one.start - other.start)
    .map(({ kind, start, end }) => {
      const said = text.slice(start, end)
      return { kind, says: said.toLowerCase(), cited: citeWords(document, block.line, block.endLine, said) }
    })
}

export { sizeIn } from './names.ts'
export { inFewWords } from './quantities.ts'
export { computeWords, withoutCounts } from './read.ts'
export { sizeOf } from './size.ts'
