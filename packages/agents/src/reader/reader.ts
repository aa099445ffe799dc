import { limitTo } from '@unwash/core/at-once'
import { UnwashError } from '@unwash/core/error'
import { groupsBy } from '@unwash/core/groups'
import { today } from '@unwash/core/judge'
import { lazy } from '@unwash/core/once'
import { acceptReadings } from '@unwash/core/readings/accept'
import type { Reading } from '@unwash/core/readings/reading'
import type { Question } from '@unwash/core/report/question'
import { UNCLEAR } from '@unwash/core/report/question-kinds'
import { parseJson } from '@unwash/core/text/json'
import type { Cache } from '@unwash/sources/hub/cache'
import * as z from 'zod'
import type { ReaderAddress } from './address.ts'
import type { Budget } from './budget.ts'
import type { Heard } from './completion.ts'
import { keptOf } from './kept.ts'
import { bodyText, completionsAt, headersOf } from './post.ts'
import { chatOf, estimateOf, questionName, type Tokens } from './prompt.ts'
import { type Chat, type WireOptions, wireTo } from './wire.ts'

/** What a model answered to a question; the gate for readings decides whether it counts. */
interface ModelAnswer {
  readonly question: Question
  readonly answer: string
  readonly quote: string
}

const Answered = z.strictObject({ quote: z.string().max(4_000), answer: z.string().min(1).max(300) })

/** Reads what a model wrote: an answer to each question, or why there is none, which continues "the reader …". */
function answersIn(text: string, questions: readonly Question[]): readonly ModelAnswer[] | string {
  let written: unknown
  try {
    written = parseJson(withoutWrapping(text))
  } catch {
    return 'answers with something that is no JSON'
  }
  const shape = Object.fromEntries(questions.map((_, index) => [questionName(index), Answered]))
  const read = z.strictObject(shape).safeParse(written)
  if (!read.success) return 'answers in another shape than was asked for'
  return questions.flatMap((question, index) => {
    const answered = read.data[questionName(index)]
    return answered ? [{ question, ...answered }] : []
  })
}

/** Some servers leave a model's thoughts before its answer, or a fence around it. */
function withoutWrapping(text: string): string {
  const end = text.trimStart().startsWith('<think>') ? text.lastIndexOf('</think>') : -1
  const answer = (end < 0 ? text : text.slice(end + '</think>'.length)).trim()
  return /^```(?:json)?\n([^`]*)```$/.exec(answer)?.[1] ?? answer
}

/** How a model is asked. */
export interface ReaderOptions extends WireOptions {
  readonly budget: Budget
  /** where answers are kept; null: nowhere */
  readonly cache: Cache | null
  /** the questions about one sentence in one request, which costs less, and small models do worse */
  readonly batch?: boolean | undefined
}

/** One request: the questions that it asks. */
interface Request {
  readonly questions: readonly [Question, ...Question[]]
  readonly chat: Chat
  readonly tokens: Tokens
}

/** What a model said to questions before, and what it would be asked now. */
export interface Plan {
  readonly kept: readonly Reading[]
  readonly requests: readonly Request[]
  /** an estimate of all requests */
  readonly tokens: Tokens
}

/** What came of asking. */
export interface Outcome {
  /** answers of now and of before, each past the gate for readings */
  readonly readings: readonly Reading[]
  /** what was answered and does not count, or was not answered, and why; a sentence each */
  readonly refused: readonly { readonly question: Question; readonly why: string }[]
  /** questions that were not asked: the limit was reached, or the model gave no answers any more */
  readonly left: readonly Question[]
}

/** A language model that answers questions. Its readings have the power of a model's and no more. */
export interface ModelReader {
  readonly name: string
  /** What to ask; nothing is sent. Questions without a sentence have nothing that a model could read. */
  plan(questions: readonly Question[]): Promise<Plan>
  /** A request as it would be sent, its key hidden. */
  shown(request: Request): object
  /** Sends the requests of a plan. Throws an UnwashError where the model gives no answer at all. */
  ask(plan: Plan): Promise<Outcome>
}

/** requests at the same time: one machine answers one after the other, and what waits there seems silent */
const AT_ONCE = { here: 1, elsewhere: 4 } as const

/** questions about one sentence in one request */
const BATCH = 8

/** so many requests in a row that come to nothing, and no more are made */
const GIVEN_UP = 3

/** Makes a reader of a model. */
export function modelReaderOf(address: ReaderAddress, options: ReaderOptions): ModelReader {
  const { budget, cache, batch } = options
  const wire = wireTo(address, options)
  const kept = keptOf(address, cache)
  const name = `${address.provider}:${address.model}`
  const room = limitTo(address.local ? AT_ONCE.here : AT_ONCE.elsewhere)
  const digest = lazy(() => digestOf(address))
  let failed = 0

  const plan = async (questions: readonly Question[]): Promise<Plan> => {
    const before: Reading[] = []
    const open: Question[] = []
    for (const question of questions.filter(({ sentence }) => sentence !== '')) {
      const reading = await kept.read(question)
      if (reading && acceptReadings([question], [reading]).taken.length > 0) before.push(reading)
      else open.push(question)
    }
    const requests = batchesOf(open, batch ? BATCH : 1).map(questions => {
      const chat = chatOf(questions)
      return { questions, chat, tokens: estimateOf(chat, questions) }
    })
    const sum = (of: keyof Tokens) => requests.reduce((all, { tokens }) => all + tokens[of], 0)
    return { kept: before, requests, tokens: { in: sum('in'), out: sum('out') } }
  }

  /** The readings in what a model said, and what does not count of it. */
  const readingsIn = async (heard: Extract<Heard, { is: 'answer' }>, { questions }: Request) => {
    const answers = answersIn(heard.text, questions)
    if (typeof answers === 'string')
      return { readings: [], refused: questions.map(question => ({ question, why: answers })) }
    const by = {
      kind: 'model',
      name: calledBy(name, address.model, [...heard.version, (await digest()) ?? '']),
    } as const
    const given = answers.map(({ question, answer, quote }) => ({
      question: question.id,
      answer,
      quote: answer === UNCLEAR ? '' : quote,
      by,
      at: today(),
    }))
    const { taken, refused } = acceptReadings(questions, given)
    for (const { reading, question } of taken) await kept.write(question, reading)
    return {
      readings: taken.map(({ reading }) => reading),
      refused: refused.flatMap(({ reading, why }) =>
        questions
          .filter(({ id }) => id === reading.question)
          .map(question => ({ question, why: `answers, but ${why}` })),
      ),
    }
  }

  const ask = async ({ kept: before, requests }: Plan): Promise<Outcome> => {
    const readings: Reading[] = [...before]
    const refused: Outcome['refused'][number][] = []
    const left: Question[] = []
    let silent: string | null = null
    const send = async (request: Request) => {
      const { questions, chat, tokens } = request
      const counted = failed < GIVEN_UP ? budget.take(questions.length, tokens) : null
      if (counted === null) return void left.push(...questions)
      const heard = await wire.ask(chat)
      counted(heard.is === 'answer' ? heard.tokens : null)
      if (heard.is === 'trouble') {
        silent = heard.says
        failed = heard.final ? GIVEN_UP : failed + 1
        return void refused.push(...questions.map(question => ({ question, why: heard.says })))
      }
      failed = 0
      const came = await readingsIn(heard, request)
      readings.push(...came.readings)
      refused.push(...came.refused)
    }
    const sent = requests.map(request => room.through(() => send(request)))
    // what has begun is ended in order, also where the signal ends it
    for (const ended of await Promise.allSettled(sent)) if (ended.status === 'rejected') throw ended.reason
    if (silent !== null && failed > 0 && readings.length === 0)
      throw new UnwashError('no answer came from', name, `it ${silent}; look at its address, key and model`, 'network')
    return { readings, refused, left }
  }

  const shown = ({ chat }: Request) => ({
    post: completionsAt(address),
    headers: headersOf({ key: address.key === null ? null : '…' }),
    body: wire.bodyOf(chat),
  })
  return { name, plan, shown, ask }
}

/** Questions about one sentence together, so many at most; one by one where `most` is 1. */
function batchesOf(questions: readonly Question[], most: number): [Question, ...Question[]][] {
  const about = ({ sentence, heading, neighbours }: Question) => JSON.stringify([sentence, heading, neighbours])
  return [...groupsBy(questions, about).values()].flatMap(group => {
    const batches: [Question, ...Question[]][] = []
    for (let at = 0; at < group.length; at += most) {
      const [first, ...rest] = group.slice(at, at + most)
      if (first) batches.push([first, ...rest])
    }
    return batches
  })
}

/** A model by the name it was asked for, and what the server says that it is. */
function calledBy(name: string, model: string, version: readonly string[]): string {
  const told = version.filter(one => one !== model && one !== '').map(one => one.replace(/[^\x20-\x7e]+/g, ' ').trim())
  return `${name}${told.length > 0 ? ` (${told.join(', ')})` : ''}`.slice(0, 200)
}

const Tags = z.object({
  models: z.array(z.object({ name: z.string(), digest: z.string().regex(/^[0-9a-f]{12,64}$/) })),
})

/** a list of every model that was ever pulled */
const BYTES = 1024 * 1024
/** milliseconds */
const MODEL_LIST_PATIENCE = 10_000

/** Which weights a name is for now, by their digest, where that is told; the same name may be others tomorrow. */
async function digestOf({ tags, model }: ReaderAddress): Promise<string | null> {
  if (tags === undefined) return null
  try {
    const response = await fetch(tags, { redirect: 'error', signal: AbortSignal.timeout(MODEL_LIST_PATIENCE) })
    const { models } = Tags.parse(parseJson((await bodyText(response, BYTES)).text))
    const one = models.find(({ name }) => name === model || name === `${model}:latest`)
    return one ? one.digest.slice(0, 12) : null
  } catch {
    return null
  }
}
