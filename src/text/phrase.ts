/** Words in a row: `a, b and c`. */
export function inWords(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
}

/** A sentence begins with a capital letter. */
export const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)
