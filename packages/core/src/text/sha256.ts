/** The first 32 bits of the fractional parts of a root of the first primes (FIPS 180-4, 4.2.2 and 5.3.3). */
const rootsOf = (count: number, root: (prime: number) => number): number[] => {
  const found: number[] = []
  for (let one = 2; found.length < count; one++)
    if (Array.from({ length: one - 2 }, (_, at) => at + 2).every(by => one % by !== 0))
      found.push(((root(one) % 1) * 2 ** 32) | 0)
  return found
}
const ROUNDS = rootsOf(64, Math.cbrt)
const START = rootsOf(8, Math.sqrt)
const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

/** The SHA-256 of a text as UTF-8, in hexadecimal digits: at once, and in a browser too. For texts of a few pages. */
export function sha256Of(text: string): string {
  const bytes = new TextEncoder().encode(text)
  const view = new DataView(new ArrayBuffer(((bytes.length + 8) >> 6) * 64 + 64))
  new Uint8Array(view.buffer).set(bytes)
  view.setUint8(bytes.length, 0x80)
  view.setUint32(view.byteLength - 4, bytes.length * 8)
  const state = Int32Array.from(START)
  const words = new Int32Array(64)
  for (let block = 0; block < view.byteLength; block += 64) {
    for (let at = 0; at < 64; at++) {
      const [second = 0, fifteenth = 0] = [words[at - 2], words[at - 15]]
      words[at] =
        at < 16
          ? view.getInt32(block + at * 4)
          : (turn(second, 17) ^ turn(second, 19) ^ (second >>> 10)) +
            (words[at - 7] ?? 0) +
            (turn(fifteenth, 7) ^ turn(fifteenth, 18) ^ (fifteenth >>> 3)) +
            (words[at - 16] ?? 0)
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
    for (let at = 0; at < 64; at++) {
      const choice = (e & f) ^ (~e & g)
      const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice + (ROUNDS[at] ?? 0) + (words[at] ?? 0)) | 0
      const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
      ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0]
    }
    for (const [at, word] of [a, b, c, d, e, f, g, h].entries()) state[at] = (state[at] ?? 0) + word
  }
  return [...state].map(word => (word >>> 0).toString(16).padStart(8, '0')).join('')
}
