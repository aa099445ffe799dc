/** Scripts that put no space between words, each as it stands in the brackets of a pattern: `[${HAN}]`. */
export const HAN = String.raw`\u3400-\u9fff`
/** Hiragana and katakana. */
export const KANA = String.raw`\u3040-\u30ff`
/** Korean. */
export const HANGUL = String.raw`\uac00-\ud7a3`
/** All of them, and second forms of Han. */
export const UNSPACED = String.raw`${KANA}${HAN}${HANGUL}\uf900-\ufaff`

/** Finds a letter of Han. */
export const ANY_HAN = new RegExp(`[${HAN}]`)
/** Finds all of them. */
export const EVERY_HAN = new RegExp(ANY_HAN, 'g')

/** Whether a code is a letter of `UNSPACED`. */
export const isUnspaced = (code: number): boolean =>
  code >= 0x3040 &&
  (code <= 0x30ff ||
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff))

/** Whether a code is a digit of ASCII, or a small letter. */
export const isDigit = (code = 0): boolean => code >= 48 && code <= 57
/** Whether one is a small letter of ASCII. */
export const isSmall = (code: number): boolean => code >= 97 && code <= 122
