import type { Text } from '@unwash/core/release/release'

/** A file's bytes as text, or the reason they are none. */
export type Decoded =
  | { readonly is: 'text'; readonly content: string; readonly encoding: Text['encoding']; readonly trouble?: string }
  | { readonly is: 'binary' /** of a text in an encoding that is not read */; readonly encoding?: 'UTF-32' }

/** Windows-1252's characters for 0x80–0x9f: what a file that claims Latin-1 nearly always means. */
const CP1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** more than this part of control characters, and it is not for people; terminal logs stay below */
const CONTROLS = 0.02

/**
 * Decodes a text: by its byte order mark, else UTF-8, else Latin-1 with `trouble`. With a zero byte and no such mark
 * it is no text: a program that is given it may read it otherwise.
 * Line ends stay as they are, so that line numbers are the file's own; only the byte order mark goes.
 * @param whole false when `bytes` is only the beginning of the file, so that a cut character is no trouble
 */
export function decode(bytes: Uint8Array, whole = true): Decoded {
  if (isUtf32(bytes)) return { is: 'binary', encoding: 'UTF-32' }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return text(utf16(bytes, 'utf-16le'), 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return text(utf16(bytes, 'utf-16be'), 'utf-16be')
  if (bytes.includes(0)) return { is: 'binary' }
  const utf8 = strict(bytes, 'utf-8', whole)
  if (utf8 !== null) return text(utf8, 'utf-8')
  return mended(bytes)
}

/** Not valid UTF-8: a few broken bytes among many good characters are shown as �, anything else reads as Latin-1. */
function mended(bytes: Uint8Array): Decoded {
  const lenient = new TextDecoder('utf-8').decode(bytes)
  let broken = 0
  let good = 0
  for (const character of lenient) {
    if (character === '\ufffd') broken += 1
    else if (character > '\u007f') good += 1
  }
  if (good > broken * 4) return text(lenient, 'utf-8', `is not valid UTF-8 in ${broken} places, shown as �`)
  const latin = Array.from(bytes, byte =>
    byte >= 0x80 && byte < 0xa0 ? CP1252[byte - 0x80] : String.fromCharCode(byte),
  )
  return text(latin.join(''), 'latin1', 'is not valid UTF-8: read as Latin-1')
}

function text(content: string, encoding: Text['encoding'], trouble?: string): Decoded {
  let controls = 0
  for (let i = 0; i < content.length; i += 1) {
    const code = content.charCodeAt(i)
    if (code === 0) return { is: 'binary' }
    // tab, line ends, form feed and escape (colors) occur in texts
    if ((code < 0x20 && !(code >= 0x08 && code <= 0x0d) && code !== 0x1b) || code === 0x7f) controls += 1
  }
  if (controls > content.length * CONTROLS) return { is: 'binary' }
  return trouble === undefined ? { is: 'text', content, encoding } : { is: 'text', content, encoding, trouble }
}

function strict(bytes: Uint8Array, encoding: string, whole: boolean): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: !whole })
  } catch {
    return null
  }
}

function utf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string {
  // an odd last byte is half a character
  return new TextDecoder(encoding).decode(bytes.subarray(0, bytes.length - (bytes.length % 2)))
}

/**
 * Characters of four bytes each, at either end of which stand a zero and next to nothing; with a mark or without one.
 */
function isUtf32(bytes: Uint8Array): boolean {
  const units = Math.floor(Math.min(bytes.length, 4_096) / 4)
  const fits = (order: 'little' | 'big') => {
    for (let at = 0; at < units * 4; at += 4) {
      const unit = bytes.subarray(at, at + 4)
      const [high, plane = 0, ...low] = order === 'big' ? unit : unit.toReversed()
      if (high !== 0 || plane > 0x10 || (plane === 0 && low.every(byte => byte === 0))) return false
    }
    return units > 1
  }
  return fits('little') || fits('big')
}
