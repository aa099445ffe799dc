export type { Option, Question } from '../question-report.ts'
export { QUESTION_KINDS, type QuestionKind, UNCLEAR } from '../vocabulary.ts'
