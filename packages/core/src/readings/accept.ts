import type { Question, Reading } from '../report/question.ts'
import { UNCLEAR } from '../report/question-kinds.ts'
import type { Accepted } from './reading.ts'

/** Letters and digits, with single spaces: how a quote is compared with its sentence. */
const plain = (words: string): string => words.normalize('NFC').replace(/\s+/gu, ' ').trim()

/**
 * Tells the readings that answer one of these questions from those that do not count: of an unknown question, with an
 * answer that was not offered, or with a quote that is not in the sentence. Pure; what a reading says is data.
 */
export function acceptReadings<Asked extends Question>(
  questions: readonly Asked[],
  readings: readonly Reading[],
): Accepted<Asked> {
  const byId = new Map(questions.map(question => [question.id, question]))
  const taken: { reading: Reading; question: Asked }[] = []
  const refused: { reading: Reading; why: string }[] = []
  for (const reading of readings) {
    const question = byId.get(reading.question)
    const why = question ? whyNot(reading, question) : 'no question has this id here; it may be of an older state'
    if (question && why === null) taken.push({ reading, question })
    else refused.push({ reading, why: why ?? '' })
  }
  return { taken, refused }
}

/** Why a reading does not answer a question, in one sentence; null where it does. */
function whyNot({ answer, quote }: Reading, { options, sentence }: Question): string | null {
  if (!options.some(({ id }) => id === answer)) return `"${answer}" is none of the answers that the question offers`
  if (answer === UNCLEAR || sentence === '') return null
  if (plain(quote) === '') return 'it quotes no word of the sentence'
  return plain(sentence).includes(plain(quote)) ? null : 'its quote is not in the sentence that was asked about'
}
