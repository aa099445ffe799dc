import { parentPort } from 'node:worker_threads'
import { toldOf, UnwashError } from '../error.ts'
import { audit } from './audit.ts'
import type { Answered, Given } from './many.ts'

const say = (answered: Answered) => parentPort?.postMessage(answered)

parentPort?.on('message', async ({ target, options }: Given) => {
  try {
    const progress = ({ says }: { readonly says: string }) => say({ is: 'says', says })
    say({ is: 'report', report: await audit(target, { ...options, progress }) })
  } catch (error) {
    say(error instanceof UnwashError ? { is: 'trouble', told: toldOf(error) } : { is: 'broken', error })
  }
})
