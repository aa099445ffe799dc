export { QUESTION_KINDS, type QuestionKind, UNCLEAR } from '../question-kinds.ts'
export type { Option, Question } from '../question-report.ts'
