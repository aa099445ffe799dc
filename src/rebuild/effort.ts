import {
  type ComputeEstimate,
  choose,
  computeWords,
  estimateCompute,
  inFewWords,
  saysFlop,
  sizeOf,
} from '../evidence/compute/index.ts'
import type { Hardware } from '../knowledge/knowledge.ts'
import type { HardwareCosts } from '../knowledge/measuring.ts'
import { withCommas } from '../licenses/digits.ts'
import type { Case } from '../licensing/index.ts'
import type { Citation } from '../report.ts'
import type { Effort } from './rebuild.ts'

/** more models than this share what was said of them */
const MOST_MODELS = 12

type Hours = NonNullable<Effort['hours']>

/** What training each model took, and what that would cost to rent today. */
export function effortOf(judged: Case): readonly Effort[] {
  return judged.models.slice(0, MOST_MODELS).map(({ name }) => {
    const { evidence, knowledge } = judged
    const training = judged.lineage.length > 0 ? 'later' : 'first'
    const estimated = estimateCompute(name, training, evidence, knowledge)
    const words = computeWords(evidence, knowledge)
    const stated = choose(words.statements, 'hours', training, sizeOf(name, evidence, words))
    const estimate = estimated.is === 'estimated' ? estimated.estimate : null
    const machines = new Set(stated.flatMap(({ hardware }) => hardware))
    const named = knowledge.compute.hardware.filter(({ id }) => machines.has(id))
    const machine = named.length === 1 ? named[0] : undefined
    const hours =
      stated.length > 0
        ? saying(Math.min(...stated.map(({ low }) => low)), Math.max(...stated.map(({ high }) => high)), machine, true)
        : estimate && hoursFor(estimate, judged)
    const device = hours?.stated ? machine : deviceOf(judged)
    const cost = hours && device ? costOf(hours, device, knowledge.costs) : null
    const cited: readonly Citation[] = [
      ...(estimated.is === 'estimated' ? estimated.estimate.cited : estimated.cited),
      ...stated.slice(0, 2).map(({ cited }) => cited),
      ...(cost && device ? [priceOf(device, knowledge.costs)] : []),
    ]
    return {
      model: name,
      operations: estimate && { low: estimate.low, high: estimate.high, says: saysFlop(estimate), how: estimate.how },
      hours,
      cost,
      lacks: estimated.is === 'unknown' ? estimated.lacks : null,
      cited:
        cited.length > 0
          ? distinct(cited)
          : [
              {
                looked: evidence.documents
                  .slice(0, 8)
                  .map(({ path }) => path)
                  .concat('config.json'),
              },
            ],
    }
  })
}

const saying = (low: number, high: number, machine: Hardware | undefined, stated: boolean): Hours => ({
  low,
  high,
  says: low === high ? rounded(low) : `${rounded(low)} to ${rounded(high)}`,
  hardware: machine?.names[0] ?? 'a device that is not named, or not the only one',
  stated,
})

/** The device that unstated hours are counted in. */
const deviceOf = ({ knowledge: { compute, costs } }: Case) => compute.hardware.find(({ id }) => id === costs.reference)

/** Hours of the reference device that so many operations take, at the bounds of how busy it is. */
function hoursFor({ low, high }: Pick<ComputeEstimate, 'low' | 'high'>, judged: Case): Hours | null {
  const device = deviceOf(judged)
  const { utilization } = judged.knowledge.compute
  if (!device || low <= 0) return null
  const hours = (operations: number, busy: number) => operations / (device.peak * busy * 3_600)
  return saying(hours(low, utilization.high), hours(high, utilization.low), device, false)
}

function costOf(hours: Hours, { id, names }: Hardware, costs: HardwareCosts): Effort['cost'] {
  const price = costs.hours.find(({ hardware }) => hardware === id)
  if (!price) return null
  const [low, high] = [hours.low * price.low, hours.high * price.high]
  return {
    low,
    high,
    says: `${costs.currency} ${rounded(low)} to ${rounded(high)}`,
    currency: costs.currency,
    how: `roughly, to rent ${hours.says} hours of ${names[0]} at ${price.low} to ${price.high} an hour: one run, without what failed, the data or the people`,
  }
}

function priceOf({ id, names }: Hardware, costs: HardwareCosts): Citation {
  const price = costs.hours.find(({ hardware }) => hardware === id)
  const fact = `an hour of ${names[0]} costs ${price?.low} to ${price?.high} ${costs.currency} to rent`
  return { fact, source: costs.source, seenOn: costs.seenOn }
}

/** Two digits are as exact as any of it. */
const rounded = (value: number) =>
  value >= 1e6 ? inFewWords(Number(value.toPrecision(2))) : withCommas(Number(value.toPrecision(2)))

function distinct(cited: readonly Citation[]): Citation[] {
  const seen = new Map(cited.map(citation => [JSON.stringify(citation), citation]))
  return [...seen.values()].slice(0, 8)
}
