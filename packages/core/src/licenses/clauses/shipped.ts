import type { Passage } from '../clause.ts'
import { LITTLE_ENDIAN } from '../identity/texts/bytes.ts'
import { type Memory, memoryKey, memoryOf, type RememberedFinding } from './memory.ts'

/**
 * A digest of words in 32 hex digits, of which nobody can make two alike: it alone tells whether they were met before.
 */
type Digest = (words: string) => string

/** What was found in passages, by digest, as the bytes that are shipped. */
export function encodeFindings(found: ReadonlyMap<string, readonly RememberedFinding[]>): Uint8Array {
  const texts = ['[]']
  const numbers = new Map([['[]', 0]])
  const digests = [...found.keys()].sort()
  const words = new Uint32Array(HEAD_NUMBERS + (DIGEST_WORDS + 1) * digests.length)
  for (const [place, digest] of digests.entries()) {
    const text = JSON.stringify(found.get(digest))
    const number = numbers.get(text) ?? texts.length
    if (number === texts.length) {
      numbers.set(text, number)
      texts.push(text)
    }
    words.set([...wordsOfDigest(digest), number], HEAD_NUMBERS + (DIGEST_WORDS + 1) * place)
  }
  words.set([MAGIC, digests.length])
  const rest = new TextEncoder().encode(texts.join('\n'))
  const bytes = new Uint8Array(4 * words.length + rest.length)
  const view = new DataView(bytes.buffer)
  for (const [place, word] of words.entries()) view.setUint32(4 * place, word, true)
  bytes.set(rest, 4 * words.length)
  return bytes
}

/**
 * What the build found in passages of known texts, laid out as it is used: nothing is read of it but what is asked for.
 * Null where the bytes are no such file.
 */
export function decodeFindings(bytes: Uint8Array, digest: Digest): Pick<Memory, 'get'> | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!LITTLE_ENDIAN || bytes.length < 4 * HEAD_NUMBERS || view.getUint32(0, true) !== MAGIC) return null
  const count = view.getUint32(4, true)
  const end = 4 * (HEAD_NUMBERS + (DIGEST_WORDS + 1) * count)
  if (bytes.length < end) return null
  const texts = new TextDecoder().decode(bytes.subarray(end)).split('\n')
  const known: (readonly RememberedFinding[] | undefined)[] = [[]]
  const wordAt = (place: number, word: number) =>
    view.getUint32(4 * (HEAD_NUMBERS + (DIGEST_WORDS + 1) * place + word), true)
  return {
    get(passage: Passage) {
      const looked = wordsOfDigest(digest(memoryKey(passage)))
      let from = 0
      let to = count
      while (from < to) {
        const middle = (from + to) >> 1
        let word = 0
        while (word < DIGEST_WORDS && wordAt(middle, word) === looked[word]) word++
        if (word === DIGEST_WORDS) {
          const number = wordAt(middle, DIGEST_WORDS)
          known[number] ??= parse(texts[number] ?? '[]')
          return known[number]
        }
        if (wordAt(middle, word) < (looked[word] ?? 0)) from = middle + 1
        else to = middle
      }
      return undefined
    },
  }
}

/** A memory that begins with what the build found in known texts; an empty one where that is not there. */
export const rememberShipped = (bytes: Uint8Array | null, digest: Digest): Memory =>
  memoryOf((bytes && decodeFindings(bytes, digest)) ?? undefined)

/** "uwcg" */
const MAGIC = 0x67637775
/** numbers before the digests: what this is, and how many there are */
const HEAD_NUMBERS = 2
/** numbers of 32 bits that a digest has */
const DIGEST_WORDS = 4

const wordsOfDigest = (digest: string): readonly number[] =>
  [0, 8, 16, 24].map(at => Number.parseInt(digest.slice(at, at + 8), 16))

/** the build wrote it: this is the parser's edge */
const parse = (text: string): readonly RememberedFinding[] => JSON.parse(text) as readonly RememberedFinding[]
