const WORD = new Uint8Array(128)
for (const character of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$')
  WORD[character.charCodeAt(0)] = 1

/** Whether a character is one of words; all that are not ASCII are. */
export const isWord = (code: number): boolean => code > 127 || WORD[code] === 1
