import { ANY_DIGIT, BETWEEN, DIGIT, hashOfLetter, hashOfThree, signOf } from './marks.ts'

/**
 * What a text must have for a pattern to match in it: the marks of one spelling, all of several needs, or one of them;
 * null where nothing can be told.
 */
export type Need =
  | { readonly is: 'marks'; readonly hashes: readonly number[] }
  | { readonly is: 'all' | 'any'; readonly of: readonly Need[] }
  | null

/** in a spelling: here a word begins or ends */
const EDGE = '\u0000' as const
/** the ways to write a stretch of a pattern; more than these are not multiplied out */
type Spellings = readonly string[]
const MOST = 40
/** letters of a set of letters that are written out */
const FEW = 6

/** What stands before and after a part: an edge of a word, or nothing that is known. */
type Edges = readonly [before: '' | typeof EDGE, after: '' | typeof EDGE]

/** A part of a pattern: all the ways to write it, or what it needs at least. */
type Part = { readonly written: Spellings } | { readonly need: Need }

/** Takes a pattern apart and tells what it needs, nothing of one with the flags u or v. What is not understood needs nothing. */
export function needOf({ source, flags }: RegExp): Need {
  if (/[uv]/.test(flags)) return null
  let at = 0

  /** `edges` stand before and after each of them. */
  const alternatives = (edges: Edges): Part => {
    const parts = [sequence(edges)]
    while (source[at] === '|') {
      at++
      parts.push(sequence(edges))
    }
    return either(parts)
  }

  const sequence = ([before, after]: Edges): Part => {
    const needs: Need[] = []
    let current: Spellings = [before]
    let whole = true
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const part = repeated(atom(current.every(one => one.endsWith(EDGE)) ? EDGE : ''))
      if ('written' in part && current.length * part.written.length <= MOST) {
        current =
          current.length === 1 && part.written.length === 1
            ? [`${current[0]}${part.written[0]}`]
            : [...new Set(current.flatMap(one => part.written.map(other => one + other)))]
        continue
      }
      needs.push(spelled(current))
      whole = false
      current = ['']
      if ('written' in part) current = part.written
      else needs.push(part.need)
    }
    current = current.map(one => one + after)
    if (whole) return { written: current }
    return { need: allOf([...needs, spelled(current)]) }
  }

  const repeated = (part: Part): Part => {
    const sign = source[at]
    const [whole = '', least = '', more] = /^(?:[?*+]|\{(\d+)(,\d*)?\})\??/.exec(source.slice(at, at + 16)) ?? []
    if (whole === '') return part
    at += whole.length
    if (sign === '?') return 'written' in part ? { written: ['', ...part.written] } : ANYTHING
    if (sign === '*' || (sign === '{' && Number(least) === 0)) return ANYTHING
    if (sign === '{' && least === '1' && more === undefined) return part
    return { need: needIn(part) }
  }

  const atom = (before: Edges[0]): Part => {
    const letter = source[at++] ?? ''
    if (letter === '(') return group(before)
    if (letter === '[') return choice()
    if (letter === '.') return ANYTHING
    if (letter === '^' || letter === '$') return NOTHING
    if (letter !== '\\') return { written: [letter] }
    return escaped()
  }

  const escaped = (): Part => {
    const letter = source[at++] ?? ''
    if (letter === 'b') return { written: [EDGE] }
    if (letter === 'B') return NOTHING
    if (letter === 'd') return { written: ['0'] }
    if (/[sWntrfv]/.test(letter)) return { written: [' '] }
    const code = codeAfter(letter)
    if (code !== null) return code === 0 ? ANYTHING : { written: [String.fromCharCode(code)] }
    if (/\w/.test(letter)) {
      // a class, a control character or what another group matched
      if (letter === 'c') at++
      if (source[at] === '<' && letter === 'k') at = source.indexOf('>', at) + 1
      while (/\d/.test(letter) && /\d/.test(source[at] ?? '')) at++
      return ANYTHING
    }
    return { written: [letter] }
  }

  /** The letter that a number stands for, behind `u` and `x`. */
  const codeAfter = (letter: string): number | null => {
    const digits = letter === 'u' ? 4 : letter === 'x' ? 2 : 0
    const number = source.slice(at, at + digits)
    if (digits === 0 || number.length < digits || !/^[\da-f]+$/i.test(number)) return null
    at += digits
    return Number.parseInt(number, 16)
  }

  const group = (before: Edges[0]): Part => {
    const [opening = ''] = /^\?(?:[:=!]|<[=!]|<\w+>)/.exec(source.slice(at, at + 60)) ?? []
    at += opening.length
    const begins = at
    let inside = alternatives([before, ''])
    at++
    // what ends at an edge may be too short to be told without it
    if ('need' in inside && source.startsWith('\\b', at)) {
      at = begins
      inside = alternatives([before, EDGE])
      at++
    }
    return /^\?<?[=!]$/.test(opening) ? NOTHING : inside
  }

  const choice = (): Part => {
    const [inside = ''] = /^(?:\\.|[^\]\\])*/s.exec(source.slice(at)) ?? []
    at += inside.length + 1
    const letters = inside.replace(/\\[sntrfv.+*?()[\]{}|/-]/g, ' ')
    // a hyphen within is a span of letters
    if (letters === '' || /[\\^]|.-./s.test(letters)) return ANYTHING
    // what stands between words is one sign, so that many of them are one letter
    const written = [
      ...new Set(
        [...letters].map(letter => (letter < '\u0080' && !isWord(signOf(letter.charCodeAt(0))) ? ' ' : letter)),
      ),
    ]
    return written.length <= FEW && !/[\ud800-\udfff]/.test(letters) ? { written } : ANYTHING
  }

  return needIn(alternatives(['', '']))
}

const ANYTHING: Part = { need: null }
const NOTHING: Part = { written: [''] }

const needIn = (part: Part): Need => ('written' in part ? spelled(part.written) : part.need)

function either(parts: readonly Part[]): Part {
  const [only] = parts
  if (only && parts.length === 1) return only
  const written = parts.flatMap(part => ('written' in part ? part.written : []))
  if (parts.every(part => 'written' in part) && written.length <= MOST) return { written: [...new Set(written)] }
  return { need: anyOf(parts.map(needIn)) }
}

function allOf(needs: readonly Need[]): Need {
  const said = needs.filter(need => need !== null)
  return said.length > 1 ? { is: 'all', of: said } : (said[0] ?? null)
}

function anyOf(needs: readonly Need[]): Need {
  const said = needs.filter(need => need !== null)
  if (said.length < needs.length) return null
  return said.length > 1
    ? { is: 'any', of: said.flatMap(need => (need.is === 'any' ? need.of : [need])) }
    : (said[0] ?? null)
}

/** One of the spellings. */
const spelled = (spellings: Spellings): Need =>
  anyOf(
    spellings.map(spelling => {
      const hashes = hashesOf(spelling)
      return hashes.length === 0 ? null : { is: 'marks', hashes }
    }),
  )

const isWord = (sign: number | undefined): boolean => sign !== undefined && sign !== BETWEEN

/** a letter of another case may stand in its place */
const hasNoCase = (code: number): boolean => {
  const letter = String.fromCharCode(code)
  return letter.toLowerCase() === letter && letter.toUpperCase() === letter
}

/** The marks of a stretch of letters. */
function hashesOf(spelling: string): readonly number[] {
  const hashes = new Set<number>()
  const signs: number[] = []
  let digits = false
  for (const [index, part] of spelling.split(EDGE).entries()) {
    // at an edge, a word has what is between words on its other side
    if (index > 0 && signs.length === 0 && part !== '' && isWord(signOf(part.charCodeAt(0)))) signs.push(BETWEEN)
    for (let at = 0; at < part.length; at++) {
      const code = part.charCodeAt(at)
      if (code > 127 && hasNoCase(code)) hashes.add(hashOfLetter(code))
      const sign = signOf(code)
      if (sign === DIGIT) digits = true
      signs.push(sign)
    }
  }
  if (spelling.endsWith(EDGE) && isWord(signs.at(-1))) signs.push(BETWEEN)
  for (let at = 2; at < signs.length; at++)
    hashes.add(hashOfThree(signs[at - 2] ?? 0, signs[at - 1] ?? 0, signs[at] ?? 0))
  // three signs of nothing are in every text that is long enough, and of no use
  hashes.delete(hashOfThree(BETWEEN, BETWEEN, BETWEEN))
  if (digits && hashes.size === 0) hashes.add(ANY_DIGIT)
  return [...hashes]
}
