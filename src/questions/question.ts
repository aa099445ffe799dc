export { type Option, QUESTION_KINDS, type Question, type QuestionKind, UNCLEAR } from '../question-report.ts'
