import { UNCLEAR } from '@unwash/core/report/question-kinds'
import { beforeAll, describe, expect, test } from 'vitest'
import { budgetOf } from '../../src/reader/budget.ts'
import { modelReaderOf, type Outcome } from '../../src/reader/reader.ts'
import { serveLlama } from './llama.ts'
import { aQuestion } from './questions.ts'

/** there is no build of llama.cpp for the others */
const BUILT = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'win32-x64', 'win32-arm64']
const here = `${process.platform}-${process.arch}`

const questions = Array.from({ length: 8 }, (_, index) =>
  aQuestion({ id: `q-${index}`, ask: `Does it take ${index}?` }),
)

async function asked(base: string, some = questions): Promise<Outcome> {
  const address = { provider: 'llamacpp', model: 'heron-tiny', base, key: null, local: true }
  const reader = modelReaderOf(address, { budget: budgetOf({ questions: 100, cost: null }), cache: null })
  return reader.ask(await reader.plan(some))
}

describe.skipIf(!BUILT.includes(here))(`llama.cpp with a model that has read nothing (${here})`, () => {
  let served: Awaited<ReturnType<typeof serveLlama>>
  beforeAll(async () => {
    served = await serveLlama()
  })

  test('held to the schema, it answers in shape and from the options; nothing of it counts', async () => {
    const { readings, refused, left } = await asked(served.strict)
    expect(left).toEqual([])
    expect(readings.length + refused.length).toBe(questions.length)
    const known = [
      'answers, but its quote is not in the sentence that was asked about',
      'answers, but it quotes no word of the sentence',
      // noise may have no end
      'does not come to an end with its answer',
    ]
    expect(refused.map(({ why }) => why).filter(why => !known.includes(why))).toEqual([])
    // characters of its few may be in the sentence by chance, words are not
    expect(readings.filter(({ answer, quote }) => answer !== UNCLEAR && quote.length > 3)).toEqual([])
    expect(refused.filter(({ why }) => why === known[0]).length).toBeGreaterThan(0)
    for (const { by } of readings) expect(by.name).toMatch(/^llamacpp:heron-tiny \(.+\)$/)
  })

  test('held to nothing, it says what is no answer, and that is seen', async () => {
    const { readings, refused } = await asked(served.loose, questions.slice(0, 3))
    expect(readings).toEqual([])
    const whys = new Set(refused.map(({ why }) => why))
    expect(whys.has('answers with something that is no JSON')).toBe(true)
    whys.delete('does not come to an end with its answer')
    expect([...whys]).toEqual(['answers with something that is no JSON'])
  })
})
