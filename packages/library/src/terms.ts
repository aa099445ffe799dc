/** The words of the field alone: the honest terms in their order, and which reaches which. It needs nothing else. */

export * from '@unwash/core/report/vocabulary'
export { reaches } from '@unwash/core/verdict/reaches'
