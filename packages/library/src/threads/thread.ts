import { parentPort, workerData } from 'node:worker_threads'

/** What a thread does with each task it is given; it may tell what is going on. */
export type Work<Task, Answer, Told = never> = (task: Task, tell: (says: Told) => void) => Answer | Promise<Answer>

/** What a thread says of the task it has. */
export type ThreadSaid<Answer, Told> =
  | { readonly is: 'told'; readonly says: Told }
  | { readonly is: 'answer'; readonly answer: Answer }
  | { readonly is: 'thrown'; readonly error: unknown }

const say = (said: ThreadSaid<unknown, unknown>) => parentPort?.postMessage(said)

parentPort?.on('message', async task => {
  try {
    const { default: work }: { readonly default: Work<unknown, unknown, unknown> } = await import(workerData)
    say({ is: 'answer', answer: await work(task, says => say({ is: 'told', says })) })
  } catch (error) {
    say({ is: 'thrown', error })
  }
})
