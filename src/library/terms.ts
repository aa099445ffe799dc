/** The words of the field alone: the honest terms in their order, and which reaches which. It needs nothing else. */

export * from '../report/vocabulary.ts'
export { reaches } from '../verdict/reaches.ts'
