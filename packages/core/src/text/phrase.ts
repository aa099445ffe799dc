/** Words in a row: `a, b and c`. */
export function inWords(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
}

/** A sentence begins with a capital letter. */
export const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)

/**
 * Where a phrase in small letters stands as words of its own, also in the plural; -1 where it does not: `h100` is in
 * `h100-80gb` and in `h100s`, not in `mh1000`.
 */
export function placeOfPhrase(phrase: string, text: string): number {
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    const after = text.slice(at + phrase.length, at + phrase.length + 2)
    if (!/[a-z0-9]/.test(text[at - 1] ?? ' ') && !/^(?:[a-rt-z0-9]|s[a-z0-9])/.test(after)) return at
  }
  return -1
}
