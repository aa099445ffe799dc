import type { Question } from '@unwash/core/report/question'
import { parseJson } from '@unwash/core/text/json'
import * as z from 'zod'
import { questionName } from './prompt.ts'

/** What a model answered to a question; the gate for readings decides whether it counts. */
export interface ModelAnswer {
  readonly question: Question
  readonly answer: string
  readonly quote: string
}

const Answered = z.strictObject({ quote: z.string().max(4_000), answer: z.string().min(1).max(300) })

/** Reads what a model wrote: an answer to each question, or why there is none, which continues "the reader …". */
export function answersIn(text: string, questions: readonly Question[]): readonly ModelAnswer[] | string {
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
