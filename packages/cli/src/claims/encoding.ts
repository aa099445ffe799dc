import type { Knowledge } from '@unwash/core/knowledge/knowledge'
import { type Decoded, decode } from '@unwash/sources/files/decode'

/** older encodings, and in which language a text is that comes out of one */
const OLDER: readonly (readonly [encoding: string, language: string])[] = [
  ['gb18030', 'zh-Hans'],
  ['big5', 'zh-Hant'],
  ['shift_jis', 'ja'],
  ['euc-kr', 'ko'],
  ['windows-1251', 'ru'],
]
/** the beginning of a page, where it says its encoding */
const DECLARED_WITHIN = 2_048
/** of the letters that are not English, the part that belongs to the small words of the language it came out in */
const SMALL_PART = 0.05
/** enough to tell by */
const LOOKED_AT = 20_000

/**
 * Decodes an announcement: as Unicode where it is that; else by the encoding that came with it or that the page
 * declares; else by the older encoding out of which it reads as a language; else as Latin-1.
 */
export function decodeAnnouncement(
  bytes: Uint8Array,
  whole: boolean,
  charset: string | null,
  { claims }: Pick<Knowledge, 'claims'>,
): Decoded {
  const unicode = decode(bytes, whole)
  if (unicode.is === 'binary' || unicode.encoding !== 'latin1') return unicode
  const content = as(charset ?? declared(bytes), bytes, false)
  if (content !== null) return { is: 'text', content, encoding: 'latin1' }
  const guesses = OLDER.flatMap(([encoding, language]) => {
    const read = as(encoding, bytes, whole)
    const words = claims.find(({ id }) => id === language)?.words ?? []
    return read === null ? [] : [{ content: read, share: shareOf(read, words) }]
  })
  const best = guesses.sort((one, other) => other.share - one.share)[0]
  return best && best.share >= SMALL_PART ? { is: 'text', content: best.content, encoding: 'latin1' } : unicode
}

/** The text out of an encoding; null where there is no such encoding, or `strict` and the bytes are not in it. */
function as(encoding: string | null, bytes: Uint8Array, strict: boolean): string | null {
  if (encoding === null || /^(?:utf-?8|iso-8859-1|latin-?1|ascii|us-ascii)$/i.test(encoding)) return null
  try {
    return new TextDecoder(encoding, { fatal: strict }).decode(bytes)
  } catch {
    return null
  }
}

/** `<meta charset=gbk>`, or the older way to say it. */
function declared(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, DECLARED_WITHIN))
  return /<meta\b[^<>]{0,200}?charset\s{0,3}=\s{0,3}["']?([\w-]{2,30})/i.exec(head)?.[1] ?? null
}

/** Of the letters that are not English, the part in small words. */
function shareOf(text: string, small: readonly string[]): number {
  const looked = text.slice(0, LOOKED_AT)
  const letters = looked.match(/[\u0400-\uffff]/g)?.length ?? 0
  if (letters === 0) return 0
  const known = new Set(small)
  // words of one letter are counted wherever they stand: their languages do not space them
  const words = looked.toLowerCase().match(/[\u0400-\u04ff]+|[\u0500-\uffff]/g) ?? []
  return words.reduce((sum, word) => sum + (known.has(word) ? word.length : 0), 0) / letters
}
