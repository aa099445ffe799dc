/** A name as names are compared: its letters and digits, in lower case ("Sea-Lark 2" and "SeaLark2" are one). */
export const lettersOf = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
