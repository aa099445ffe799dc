export { REQUIRED_SECTIONS, type SummarySection, type TrainingSummary, trainingSummary } from './read.ts'
export { SECTIONS, type SectionId } from './sections.ts'
