export type { Option, Question } from '../report/question.ts'
export { QUESTION_KINDS, type QuestionKind, UNCLEAR } from '../report/question-kinds.ts'
