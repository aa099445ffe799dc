import type { Asking } from '../../ask.ts'
import { readerAddress } from '../../readers/address.ts'
import { budgetOf } from '../../readers/budget.ts'
import { type Read, readBy } from '../../readers/read.ts'
import { type ModelReader, type Plan, readerOf } from '../../readers/reader.ts'
import { UnwashError } from '../../sources/error.ts'
import { cacheFolder, cacheIn } from '../../sources/hub/cache.ts'
import { consented, type Estimate, estimateInWords } from './consent.ts'
import type { ReaderFlags } from './options.ts'

/** What a command has besides its flags. */
export interface Around {
  readonly signal: AbortSignal
  readonly tell: (says: string) => void
}

/** A model that a command may ask, with one limit for all that it asks. */
export interface OpenReader {
  readonly reader: ModelReader
  /** nothing is to be sent, and shown what would be */
  readonly dryRun: boolean
  /** Whether a plan may be sent; somebody is asked once, before the first. */
  allowed(plan: Plan): Promise<boolean>
  /** A release with what the model read of it; what came of it is told. */
  answers(asking: Asking): Promise<Asking>
  /** What would be sent for a release, a JSON object on each line; nothing is. */
  shown(asking: Asking): Promise<string>
}

/** Opens the model that flags name. Throws an UnwashError where they name none, or say what cannot be kept to. */
export function openReader(flags: ReaderFlags, { signal, tell }: Around): OpenReader {
  const { reader: named, maxQuestions, maxCost, price = null, batch, yes, cache } = flags
  const words = typeof named === 'string' ? named : process.env.UNWASH_READER?.trim()
  if (!words) throw new UnwashError('no model is named by', '--reader', 'name one, or set UNWASH_READER')
  if (maxCost !== undefined && price === null)
    throw new UnwashError('no price is known to keep within', `--max-cost ${maxCost}`, 'give it with --price')
  const address = readerAddress(words, process.env)
  const reader = readerOf(address, {
    budget: budgetOf({
      questions: maxQuestions,
      cost: price && maxCost !== undefined ? { price, most: maxCost } : null,
    }),
    cache: cache ? cacheIn(cacheFolder(process.env)) : null,
    batch,
    signal,
    tell,
  })
  let answer: Promise<boolean> | undefined
  const allowed = ({ requests, tokens }: Plan) => {
    const questions = requests.reduce((sum, one) => sum + one.questions.length, 0)
    const estimate: Estimate = { questions, reader: reader.name, at: address.base, tokens, price }
    if (yes && answer === undefined) tell(estimateInWords(estimate))
    answer ??= yes
      ? Promise.resolve(true)
      : consented(estimate, { input: process.stdin, output: process.stderr }, signal)
    return answer
  }
  return {
    reader,
    dryRun: flags.dryRun === true,
    allowed,
    async answers(asking) {
      const read = await readBy(asking, reader, allowed)
      for (const says of inWords(read, reader.name)) tell(says)
      return read.asking
    },
    async shown(asking) {
      const { requests } = await reader.plan(asking.told().map(({ question }) => question))
      return requests.map(request => `${JSON.stringify(reader.shown(request))}\n`).join('')
    },
  }
}

/** refused answers told one by one */
const TOLD = 5

/** What came of asking, a sentence each. */
export function inWords({ readings, refused, left, before }: Omit<Read, 'asking'>, name: string): string[] {
  const asked = readings.length + refused.length
  if (asked + left.length === 0) return [`nothing to ask ${name}`]
  const again = before > 0 ? `, ${before} of them before` : ''
  const more = refused.length - TOLD
  return [
    `${name} answered ${readings.length} of ${asked + left.length} questions${again}`,
    ...refused.slice(0, TOLD).map(({ question, why }) => `question ${question.id}: the reader ${why}`),
    ...(more > 0 ? [`and ${more} more answers that do not count`] : []),
    ...(left.length > 0 ? [`${left.length} not asked`] : []),
  ]
}
