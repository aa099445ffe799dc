/** Where a name stands in a text, however it is spelled: "Wren-3B" is written "Wren 3B" and "WREN3B" too. */
export function placeOf(name: string, text: string): { readonly index: number; readonly length: number } {
  if (name.length <= 2) return NOWHERE
  const exact = text.indexOf(name)
  // "Wren1.5" and "Wren-3B" are called so to their ends
  if (exact >= 0) return { index: exact, length: name.length + restOf(text, exact + name.length) }
  const letters = charactersOf(name)
  const stem = /^\p{L}{5,}/u.exec(name)?.[0].length ?? 0
  for (const word of text.matchAll(WORD)) {
    const found = spelledAt(text, word.index, letters)
    if (found > 0) return { index: word.index, length: found }
    // a capitalized word that begins as it does: "Heron" of heron-7b
    const begun =
      stem === 0 || !/^\p{Lu}/u.test(word[0]) ? 0 : spelledAt(text, word.index, letters.slice(0, stem), true)
    if (begun > 0) return { index: word.index, length: begun }
  }
  return NOWHERE
}

const NOWHERE = { index: -1, length: 0 }
const WORD = /(?<![\p{L}\p{N}])[\p{L}\p{N}][\p{L}\p{N}.]*/gu
const restOf = (text: string, at: number) => /^[\w.+-]*[A-Za-z\d]/.exec(text.slice(at))?.[0].length ?? 0

/** The letters and digits of a name, in lower case. */
const charactersOf = (name: string): readonly string[] =>
  [...name.toLowerCase()].filter(one => /[\p{L}\p{N}]/u.test(one))

/**
 * How many characters from a place on spell these letters, with a mark or a space between them here and there; else 0.
 */
function spelledAt(text: string, start: number, letters: readonly string[], begins = false): number {
  let at = start
  for (const [number, letter] of letters.entries()) {
    if (number > 0 && /[-_ .]/.test(text[at] ?? '')) at++
    if (text[at]?.toLowerCase() !== letter) return 0
    at++
  }
  const spelled = text.slice(start, at)
  if (!/[\p{Lu}\d]/u.test(spelled)) return 0
  return begins ? at - start + restOf(text, at) : /[\p{L}\p{N}]/u.test(text[at] ?? '') ? 0 : at - start
}
