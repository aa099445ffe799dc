/** Where the words of a text stand in the raw one that it was made from. */
interface FoundWords {
  readonly from: number
  readonly to: number
  /** the offset in the raw text of an offset in the other */
  readonly rawOf: (offset: number) => number
}

/** a letter of Chinese, Japanese or Korean is a word, a mark is not */
const ONE = String.raw`[\u2e80-\u2fdf\u3005-\u3007\u3031-\u9fff\uac00-\ud7af]`
const MANY = String.raw`(?:(?!${ONE})[\p{L}\p{N}])`
const WORD = new RegExp(`${ONE}|${MANY}+`, 'gu')
/** letters between two words that follow each other; and where the address of a link or a tag stands between them */
const LETTERS_BETWEEN = 12
const LETTERS_OVER_MARKUP = 300
const MARKUP = /\]\([^()]{0,300}\)|<[^<>]{0,300}>|&#?[a-z0-9]{1,8};/gi
/** stand for each letter of the address of a link, and of a tag */
const ADDRESS_SIGN = '\0'
const TAG_SIGN = '\x01'
/** letters a place is found by, the most first; then single words, the longest first */
const LENGTHS = [40, 24, 12]
/** how far into a text it is looked for by its words, and how many places are tried */
const SEARCHED = 120
const TRIED = 8
/** a line with a whole page on it is not searched for every few letters */
const LONGEST_LINE = 200_000

type Places = readonly (readonly [offset: number, raw: number])[]

/** Finds words in the raw text they were taken from, over the markup among them; null where they are not there. */
export function findWords(rawText: string, words: string): FoundWords | null {
  const raw = plainMarks(rawText.slice(0, LONGEST_LINE)).replace(MARKUP, markup =>
    (markup.startsWith(']') ? ADDRESS_SIGN : TAG_SIGN).repeat(markup.length),
  )
  const clean = plainMarks(words)
  const found = anchorsOf(raw, clean)
    .map(([offset, at]) => [...before(raw, clean, offset, at), ...behind(raw, clean, offset, at)])
    .toSorted((one, other) => other.length - one.length || spread(one) - spread(other))[0]
  const first = found?.[0]
  const last = found?.at(-1)
  if (!found || !first || !last) return null
  return {
    from: first[1] - (OPENING.exec(raw.slice(Math.max(0, first[1] - LETTERS_BETWEEN * 2), first[1]))?.[0].length ?? 0),
    to: endOf(raw, last[1]),
    rawOf: offset => found.findLast(([at]) => at <= offset)?.[1] ?? first[1],
  }
}

/** The same text with one kind of space and of quotation mark, letter for letter. */
const plainMarks = (text: string): string => text.replace(/\s/g, ' ').replace(/[“”„]/g, '"').replace(/[‘’]/g, "'")

const spread = (places: Places): number => (places.at(-1)?.[1] ?? 0) - (places[0]?.[1] ?? 0)

/** Places where some of the first words stand as they are: the offset of these, and where. */
function anchorsOf(raw: string, clean: string): readonly (readonly [number, number])[] {
  for (const { index, phrase } of phrasesOf(clean)) {
    const found: (readonly [number, number])[] = []
    for (let at = raw.indexOf(phrase); at >= 0 && found.length < TRIED; at = raw.indexOf(phrase, at + 1))
      found.push([index, at])
    if (found.length > 0) return found
  }
  return []
}

/** What a place is found by: mostly the first of these. */
function* phrasesOf(clean: string): Generator<{ readonly index: number; readonly phrase: string }> {
  const words = [...clean.slice(0, SEARCHED).matchAll(WORD)]
  for (const length of LENGTHS)
    for (const { index } of words) {
      const phrase = clean.slice(index, index + length)
      if (phrase.length >= Math.min(length, clean.length)) yield { index, phrase }
    }
  const alone = words.map(({ index, 0: phrase }) => ({ index, phrase }))
  yield* alone.sort((one, other) => other.phrase.length - one.phrase.length)
}

/** Whether nothing but marks, numbers, and words that stand there in another way, is between two words. */
const isMarkup = (gap: string, skipped: number): boolean =>
  gap.replace(/\P{L}+/gu, '').length <= LETTERS_BETWEEN + skipped

/** The words from an offset on, each behind the one before it. */
function behind(raw: string, clean: string, offset: number, start: number): Places {
  let end = start
  let skipped = 0
  return [...clean.slice(offset).matchAll(WORD)].flatMap(({ index, 0: word }): Places => {
    const gap = raw.slice(end, end + LETTERS_OVER_MARKUP + word.length).indexOf(word)
    if (gap < 0 || !isMarkup(raw.slice(end, end + gap), skipped)) {
      skipped += word.length + 1
      return []
    }
    const at = end + gap
    end = at + word.length
    skipped = 0
    return [[offset + index, at]]
  })
}

/** The words before an offset, each before the one behind it. */
function before(raw: string, clean: string, offset: number, end: number): Places {
  let start = end
  let skipped = 0
  const places = [...clean.slice(0, offset).matchAll(WORD)].reverse().flatMap(({ index, 0: word }): Places => {
    const from = Math.max(0, start - LETTERS_OVER_MARKUP - word.length)
    const at = from + raw.slice(from, start).lastIndexOf(word)
    if (at < from || !isMarkup(raw.slice(at + word.length, start), skipped)) {
      skipped += word.length + 1
      return []
    }
    start = at
    skipped = 0
    return [[index, at]]
  })
  return places.reverse()
}

/** the beginning of a word, and the marks that open what it begins: emphasis, a quotation, a link */
const OPENING = new RegExp(String.raw`[*_"'「『([\x60]{0,4}${MANY}*$`, 'u')
/** the rest of a word, and what closes it: emphasis, the address of a link, the mark that ends a sentence */
const CLOSING = new RegExp(
  String.raw`^(?:${ONE}|${MANY}+)(?:_(?![\p{L}\p{N}])|\x01*[\0*\x60"'」』》）)\].,;:!?。，；：！？…])*`,
  'u',
)

/** Behind the word at an offset. */
const endOf = (raw: string, at: number): number =>
  at + (CLOSING.exec(raw.slice(at, at + LETTERS_OVER_MARKUP * 2))?.[0].length ?? 0)
