/** What the first key of an evidence file says. */
export const KIND = 'unwash-evidence'
