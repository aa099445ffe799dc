/**
 * What a question may be about: what a sentence takes · what terms are for · which bind the weights · where these are
 * offered · what they start from · whether a sentence claims openness · a requirement that is left to a person.
 */
export const QUESTION_KINDS = ['takes', 'about', 'binds', 'offered', 'starts-from', 'claims', 'requirement'] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]
/** The answer of whoever cannot tell; every question offers it, and it needs no quote. */
export const UNCLEAR = 'unclear'
/** Who reads: a person by name, an agent by its own, a model by its exact name and version. */
export const READERS = ['person', 'agent', 'model'] as const
