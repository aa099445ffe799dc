/** A name as names are compared: its letters and digits, in lower case ("Sea-Lark 2" and "SeaLark2" are one). */
export const lettersOf = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** A name as repositories are called: the same, but of Latin letters without marks, and digits. */
export const latinOf = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')
