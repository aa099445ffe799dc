import { readerAddress } from '@unwash/agents/reader/address'
import { budgetOf, type Price } from '@unwash/agents/reader/budget'
import { type Allowed, type Came, readBy } from '@unwash/agents/reader/read'
import { modelReaderOf, type Plan } from '@unwash/agents/reader/reader'
import { invalid } from '@unwash/core/error'
import type { Asking } from '@unwash/library/ask'
import { cacheFolder, cacheIn } from '@unwash/sources/hub/cache'
import { consented, estimateInWords } from './consent.ts'

/** How a language model is asked what could not be decided. */
export interface ReaderFlags {
  /** true: the one that `UNWASH_READER` names */
  readonly reader?: string | true | undefined
  readonly maxQuestions: number
  readonly price?: Price | undefined
  readonly maxCost?: number | undefined
  readonly batch?: true | undefined
  readonly yes?: true | undefined
  readonly dryRun?: true | undefined
  readonly cache: boolean
}

/** What a command has besides its flags. */
export interface Around {
  readonly signal: AbortSignal
  readonly tell: (says: string) => void
}

/** A model that a command may ask, with one limit for all that it asks. */
export interface OpenReader extends Allowed {
  /** nothing is to be sent, and shown what would be */
  readonly dryRun: boolean
  /** A release with what the model read of it; what came of it is told. */
  answers(asking: Asking): Promise<Asking>
  /** What came of asking about releases, a sentence each. */
  inWords(came: readonly Came[]): readonly string[]
  /** What would be sent for a release, a JSON object on each line; nothing is. */
  shown(asking: Asking): Promise<string>
}

/** Opens the model that flags name. Throws an UnwashError where they name none, or say what cannot be kept to. */
export function openReader(flags: ReaderFlags, { signal, tell }: Around): OpenReader {
  const { reader: named, maxQuestions, maxCost, price = null, batch, yes, cache } = flags
  const words = typeof named === 'string' ? named : process.env.UNWASH_READER?.trim()
  if (!words) throw invalid('no model is named by', '--reader', 'name one, or set UNWASH_READER')
  if (maxCost !== undefined && price === null)
    throw invalid('no price is known to keep within', `--max-cost ${maxCost}`, 'give it with --price')
  const address = readerAddress(words, process.env)
  const reader = modelReaderOf(address, {
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
  /** Somebody is asked once, before the first is sent. */
  const allowed = ({ requests, tokens }: Plan) => {
    const questions = requests.reduce((sum, one) => sum + one.questions.length, 0)
    const estimate = { questions, most: maxQuestions, reader: reader.name, at: address.base, tokens, price }
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
      const { state, ...came } = await readBy<Asking>(
        asking,
        { questions: now => now.told().map(({ question }) => question), with: (now, more) => now.with(more) },
        { reader, allowed },
      )
      for (const says of answersInWords([came], reader.name)) tell(says)
      return state
    },
    inWords: came => answersInWords(came, reader.name),
    async shown(asking) {
      const { requests } = await reader.plan(asking.told().map(({ question }) => question))
      return requests.map(request => `${JSON.stringify(reader.shown(request))}\n`).join('')
    },
  }
}

/** refused answers told one by one */
const TOLD = 5

function answersInWords(came: readonly Came[], name: string): string[] {
  const refused = came.flatMap(one => one.refused)
  const sum = (of: (one: Came) => number) => came.reduce((all, one) => all + of(one), 0)
  const [answered, left, before] = [
    sum(one => one.readings.length),
    sum(one => one.left.length),
    sum(one => one.before),
  ]
  const asked = answered + refused.length
  if (asked + left === 0) return [`nothing to ask ${name}`]
  const again = before > 0 ? `, ${before} of them before` : ''
  const more = refused.length - TOLD
  return [
    `${name} answered ${answered} of ${asked + left} questions${again}`,
    ...refused.slice(0, TOLD).map(({ question, why }) => `question ${question.id}: the reader ${why}`),
    ...(more > 0 ? [`and ${more} more answers that do not count`] : []),
    ...(left > 0 ? [`${left} not asked`] : []),
  ]
}
