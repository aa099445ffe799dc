import type { ClaimLanguage } from '../../knowledge/claim-language.ts'

/** A script that languages of claims are told apart by. */
export type Script = ClaimLanguage['script']

/** enough of a text to tell its language */
export const LOOKED_AT = 1_000

/** The script of a text, by its beginning. */
export function scriptOf(whole: string): Script {
  let kana = 0
  let hangul = 0
  let han = 0
  let cyrillic = 0
  const end = Math.min(whole.length, LOOKED_AT)
  for (let at = 0; at < end; at++) {
    const code = whole.charCodeAt(at)
    if (code < 0x400) continue
    if (code < 0x500) cyrillic++
    else if (code >= 0x3040 && code <= 0x30ff) kana++
    else if (code >= 0x3400 && code <= 0x9fff) han++
    else if (code >= 0xac00 && code <= 0xd7af) hangul++
  }
  // a few of these letters tell: model names and borrowed words make up the rest in Latin letters
  if (kana >= 2) return 'japanese'
  if (hangul >= 2) return 'hangul'
  if (han >= 2) return 'han'
  return cyrillic >= 3 ? 'cyrillic' : 'latin'
}
