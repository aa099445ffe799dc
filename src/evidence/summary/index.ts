export { REQUIRED_SECTIONS, trainingSummary } from './read.ts'
export { SECTIONS, type SectionId } from './sections.ts'
