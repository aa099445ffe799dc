import type { Question } from '@unwash/core/report/question'
import { Reading } from '@unwash/core/report/question'
import { sha256 } from '@unwash/sources/hash'
import { jsonBytes, keptAs } from '@unwash/sources/http/json'
import type { Cache } from '@unwash/sources/hub/cache'
import type { ReaderAddress } from './address.ts'
import { chatOf } from './prompt.ts'

/** What a model answered before, on this disk: by the model, the question and all that was said to it. */
export interface KeptAnswers {
  read(question: Question): Promise<Reading | null>
  write(question: Question, reading: Reading): Promise<void>
}

/** The readings of a model in a cache; without a cache none are kept. */
export function keptOf({ provider, base, model }: ReaderAddress, cache: Cache | null): KeptAnswers {
  const placeOf = (question: Question) => {
    // the words of the prompt are in it: another wording asks anew
    const asked = JSON.stringify([base, question.id, chatOf([question])])
    return ['readings', provider, model, `${sha256(asked).slice(0, 40)}.json`]
  }
  return {
    async read(question) {
      const read = keptAs(Reading, (await cache?.read(placeOf(question))) ?? null)
      return read?.question === question.id ? read : null
    },
    async write(question, reading) {
      await cache?.write(placeOf(question), jsonBytes(reading))
    },
  }
}
