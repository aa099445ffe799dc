/** how a source says that nothing was opened to write the fact down */
const UNSOURCED = /\bfrom memory\b/i

/** Whether a fact has a source that a person can open and compare. */
export const isSourced = (source: string): boolean => !UNSOURCED.test(source)
