import type { Question } from '../question-report.ts'
import type { Report } from '../report.ts'

export { type Option, QUESTION_KINDS, type Question, type QuestionKind, UNCLEAR } from './question.ts'

/** The questions of a report, the most telling first; none where all that can be decided is. */
export const questionsOf = (report: Report): readonly Question[] => report.questions ?? []
