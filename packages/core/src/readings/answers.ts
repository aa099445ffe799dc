import type { Reading } from '../report/question.ts'
import { type QuestionKind, UNCLEAR } from '../report/question-kinds.ts'

/** What readings answer, looked up where the pipeline decides: by kind of question and what it is about. */
export interface Answers {
  /**
   * The answer to a question, an id of its options; undefined where nobody gave one, or those who did disagree.
   * @param key what it is about: the words of a sentence, a path, letters of a model's name, an id
   */
  of(kind: QuestionKind, key: string): string | undefined
}

/** A reading that counts, and what its question is about. */
interface Taken {
  readonly kind: QuestionKind
  readonly key: string
  readonly reading: Reading
}

/** Nobody was asked. */
export const NO_ANSWERS: Answers = { of: () => undefined }

const answerKey = (kind: QuestionKind, key: string) => `${kind} ${key}`

/**
 * Puts readings where the pipeline finds them. A person's counts before an agent's and a model's; among equals those
 * that differ cancel each other out, but for the later one of the same reader.
 */
export function answersBy(taken: readonly Taken[]): Answers {
  const said = new Map<string, Reading[]>()
  for (const { kind, key, reading } of taken)
    if (reading.answer !== UNCLEAR) said.set(answerKey(kind, key), [...(said.get(answerKey(kind, key)) ?? []), reading])
  const agreed = new Map([...said].map(([key, all]) => [key, agreedOn(all)]))
  return { of: (kind, key) => agreed.get(answerKey(kind, key)) }
}

function agreedOn(all: readonly Reading[]): string | undefined {
  const persons = all.filter(({ by }) => by.kind === 'person')
  const latest = new Map<string, Reading>()
  for (const reading of persons.length > 0 ? persons : all) {
    const who = `${reading.by.kind} ${reading.by.name}`
    const before = latest.get(who)
    if (!before || before.at <= reading.at) latest.set(who, reading)
  }
  const [first, ...more] = new Set([...latest.values()].map(({ answer }) => answer))
  return more.length === 0 ? first : undefined
}
