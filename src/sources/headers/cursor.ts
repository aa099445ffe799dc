/** The bytes at hand end before what is asked for. */
export class OutOfBytes extends Error {
  /** bytes from the file's start that are needed to go on */
  readonly needs: number

  constructor(needs: number) {
    super(`needs ${needs} bytes`)
    this.needs = needs
  }
}

/** Walks over a GGUF header's numbers and strings, in its own version and byte order; `OutOfBytes` past the end. */
export interface Cursor {
  /** makes sure that so many bytes follow */
  expect(bytes: number): void
  skip(bytes: number): void
  u32(): number
  /** reads the version, and with it the byte order and the width of counts; false when there is no such version */
  version(): boolean
  /** 64 bits, or 32 in version 1; beyond 2^53 it is rounded, which is past every limit anyway */
  count(): number
  skipString(): void
  /** at most `most` bytes of it are kept */
  string(most: number): string
}

/** A cursor at the beginning of `bytes`. */
export function cursorOver(bytes: Uint8Array): Cursor {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0
  let little = true
  let wide = true

  const expect = (count: number): void => {
    if (at + count > bytes.length) throw new OutOfBytes(at + count)
  }
  const skip = (count: number): void => {
    expect(count)
    at += count
  }
  const u32 = (): number => {
    skip(4)
    return view.getUint32(at - 4, little)
  }
  const count = (): number => {
    if (!wide) return u32()
    skip(8)
    return Number(view.getBigUint64(at - 8, little))
  }
  return {
    expect,
    skip,
    u32,
    count,
    version() {
      const version = u32()
      // version 3 allows the big end first, which read the other way is a number in the millions
      little = version < 0x10000
      const known = little ? version : version >>> 24
      wide = known > 1
      return known >= 1 && known <= 3 && (little || (version & 0xffffff) === 0)
    },
    skipString: () => skip(count()),
    string(most) {
      const length = count()
      skip(length)
      const from = at - length
      return new TextDecoder().decode(bytes.subarray(from, from + Math.min(length, most)))
    },
  }
}
