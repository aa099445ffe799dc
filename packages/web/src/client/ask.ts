import type { Ask, Asks, Question, WorkerAnswer } from './messages.ts'

/** What the worker answered, and how long it read, in milliseconds. */
export interface AnsweredTexts<A extends Ask> {
  readonly answered: Asks[A]['answered']
  readonly milliseconds: number
}

let worker: Worker | null = null
let asked = 0
const waiting = new Map<number, { resolve(answer: AnsweredTexts<Ask>): void; reject(error: Error): void }>()

/** Asks the worker, which is started with the first question: until then nothing of what it knows is fetched. */
export function ask<A extends Ask>(question: A, what: Asks[A]['asked']): Promise<AnsweredTexts<A>> {
  worker ??= start()
  const id = ++asked
  const posted = { id, ask: question, asked: what } satisfies { id: number; ask: A; asked: Asks[A]['asked'] }
  worker.postMessage(posted as Question)
  return new Promise((resolve, reject) => {
    // the worker answers a question with what the question is typed to have
    waiting.set(id, { resolve: resolve as (answer: AnsweredTexts<Ask>) => void, reject })
  })
}

function start(): Worker {
  const begun = new Worker(new URL('./worker/index.ts', import.meta.url), { type: 'module' })
  begun.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer>) => {
    const one = waiting.get(data.id)
    waiting.delete(data.id)
    if ('failed' in data) one?.reject(new Error(data.failed))
    else one?.resolve({ answered: data.answered as Asks[Ask]['answered'], milliseconds: data.milliseconds })
  })
  begun.addEventListener('error', () => {
    for (const one of waiting.values()) one.reject(new Error('the reader could not be started; load the page again'))
    waiting.clear()
    // the next question tries again
    worker = null
  })
  return begun
}
