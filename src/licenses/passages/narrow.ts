/*
 * Strings are held in one byte a letter or in two. Patterns read the first about twice as fast (they need not look for
 * Chinese words), but one curly quote makes a whole text, and every piece cut from it, a string of the second sort.
 */
const WIDE = /[\u0100-\uffff]/
/** the quotes that `clean` would straighten anyway, letter for letter */
const STRAIGHT: ReadonlyMap<number, number> = new Map(
  [
    ['"', '\u201c\u201d\u201e\u201f'],
    ["'", '\u2018\u2019\u201a\u201b'],
  ].flatMap(([to = '', from = '']) => [...from].map(quote => [quote.charCodeAt(0), to.charCodeAt(0)] as const)),
)
/** a place to write letters in, kept from one text to the next */
let letters = new Uint8Array(1 << 14)
const latin = new TextDecoder('latin1')

/** The same text with curly quotes straight, in one byte a letter if all its letters fit. */
export const narrow = (text: string): string => {
  if (!WIDE.test(text)) return text
  const { length } = text
  if (letters.length < length) letters = new Uint8Array(length)
  for (let at = 0; at < length; at++) {
    let code = text.charCodeAt(at)
    if (code > 0x7f) {
      code = STRAIGHT.get(code) ?? code
      /* what a decoder of Latin letters takes for something else */
      if (code > 0xff || (code > 0x7f && code < 0xa0)) return text
    }
    letters[at] = code
  }
  return latin.decode(letters.subarray(0, length))
}
