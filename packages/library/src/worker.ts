import { toldOf, UnwashError } from '@unwash/core/error'
import type { Answered, GivenTarget } from './many.ts'
import { audit } from './releases.ts'
import type { Work } from './threads/thread.ts'

const audited: Work<GivenTarget, Answered, string> = async ({ target, options }, tell) => {
  try {
    return { report: await audit(target, { ...options, progress: ({ says }) => tell(says) }) }
  } catch (error) {
    if (error instanceof UnwashError) return { trouble: toldOf(error) }
    throw error
  }
}

export default audited
