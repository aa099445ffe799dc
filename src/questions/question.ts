export type { Question } from '../report/question.ts'
export { UNCLEAR } from '../report/question-kinds.ts'
