import type { Word } from './words.ts'

/**
 * The words one of which stands in every text that a pattern matches; null when that cannot be told. The pattern is
 * taken apart rather than asked, so a list of key words made this way loses nothing, however the pattern changes.
 * Understood are the plain forms the clause kinds use; lookarounds and other zero-width parts only narrow a match.
 */
export const needsOf = (pattern: RegExp): readonly Word[] | null => needs.get(pattern) ?? remember(pattern)

const needs = new WeakMap<RegExp, readonly Word[] | null>()
const remember = (pattern: RegExp): readonly Word[] | null => {
  const found = bestOf(spellings(pattern))
  needs.set(pattern, found)
  return found
}

/** The first words of the texts a pattern matches, each of whose alternatives begins with a spelled-out word. */
export const firstWords = (pattern: RegExp): readonly string[] =>
  spellings(pattern).flatMap(([first = []]) => first.flatMap(spelling => FIRST_WORD.exec(spelling)?.[0] ?? []))

/* in a spelling: anything may stand here; here a word begins or ends */
const ANY = '\0'
const EDGE = '\x01'
const FIRST_WORD = /[a-z0-9]+/

/** the ways to write a stretch of a pattern */
type Spellings = readonly string[]
/** stretches that all stand in a match, in their order */
type Stretches = readonly Spellings[]

const DIGITS = [...'0123456789']

/** more spellings than this of one stretch are not multiplied out */
const MOST = 256

const spellings = (pattern: RegExp): readonly Stretches[] => {
  const { source } = pattern
  let at = 0

  const alternatives = (): Stretches[] => {
    const found = [sequence()]
    while (source[at] === '|') {
      at++
      found.push(sequence())
    }
    return found
  }

  const sequence = (): Stretches => {
    const stretches: Spellings[] = []
    let current: Spellings = ['']
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      let next = repeated(part())
      if (next.length > MOST) next = [ANY]
      if (current.length * next.length > MOST) {
        stretches.push(current.map(one => one + ANY))
        const before = current.every(one => /[^a-z0-9\0]$/.test(one)) ? EDGE : ANY
        current = next.map(one => before + one)
      } else current = current.flatMap(one => next.map(other => one + other))
    }
    return [...stretches, current]
  }

  const repeated = (one: Spellings): Spellings => {
    const [whole, least, most] = /^(?:[?*+]|\{(\d+)(,?\d*)\})\??/.exec(source.slice(at, at + 12)) ?? []
    if (whole === undefined) return one
    at += whole.length
    if (whole.startsWith('?')) return ['', ...one]
    if (whole.startsWith('+') || (least !== undefined && Number(least) > 0))
      return least === '1' && most === '' ? one : one.map(spelling => spelling + ANY)
    return [ANY]
  }

  const part = (): Spellings => {
    const letter = source[at++] ?? ''
    if (letter === '(') return group()
    if (letter === '[') return choice()
    if (letter === '.') return [ANY]
    if (letter === '^' || letter === '$') return [EDGE]
    if (letter !== '\\') return [letter.toLowerCase()]
    const escaped = source[at++] ?? ''
    if (escaped === 'b') return [EDGE]
    if (escaped === 's' || escaped === 'W') return [' ']
    if (escaped === 'd') return DIGITS
    if (escaped === 'u' || escaped === 'x') at += escaped === 'u' ? 4 : 2
    return /\w/.test(escaped) ? [ANY] : [escaped]
  }

  const group = (): Spellings => {
    const [opening = ''] = /^\?(?:[:=!]|<[=!])/.exec(source.slice(at, at + 3)) ?? []
    at += opening.length
    const inside = alternatives()
    at++
    if (opening.length > 1 && opening !== '?:') return ['']
    /* a long alternative is cut to its last stretch, which is as true and says less */
    return inside.flatMap(stretches => stretches.at(-1) ?? [])
  }

  const choice = (): Spellings => {
    const inside = /^(?:\\.|[^\]\\])*/.exec(source.slice(at))?.[0] ?? ''
    at += inside.length + 1
    return /^-?[^\\^-]{1,4}$/.test(inside) ? [...inside.toLowerCase()] : [ANY]
  }

  return alternatives()
}

/** Of each alternative the stretch whose words say most; none when an alternative has no such stretch. */
const bestOf = (alternatives: readonly Stretches[]): readonly Word[] | null => {
  const all = new Map<string, Word>()
  for (const stretches of alternatives) {
    let best: readonly Word[] | null = null
    let most = -1
    for (const stretch of stretches) {
      const words = stretch.map(wordOf)
      const told = words.filter(word => word !== null)
      const least = Math.min(...told.map(worth))
      if (told.length < words.length || least <= most) continue
      most = least
      best = told
    }
    if (best === null) return null
    for (const need of best) all.set(`${need.word} ${need.whole}`, need)
  }
  return [...all.values()]
}

/** in nearly every sentence */
const COMMON = new Set(
  'the of and to or any you is that this these those such with shall may not for be by in a an as on are all it your'.split(
    ' ',
  ),
)
const worth = ({ word }: Word): number =>
  COMMON.has(word) ? 0 : word.charCodeAt(0) > 0x7f ? 20 + word.length : word.length

/** The most telling word of a spelling. */
const wordOf = (spelling: string): Word | null => {
  let best: Word | null = null
  for (const { 0: word, index } of spelling.matchAll(/[a-z0-9]+|[^\0-\x7f]+/g)) {
    const before = spelling[index - 1]
    const latin = word.charCodeAt(0) <= 0x7f
    if (latin && (before === undefined || before === ANY)) continue
    const after = spelling[index + word.length]
    const need = { word, whole: latin && after !== undefined && after !== ANY }
    if (best === null || worth(need) >= worth(best)) best = need
  }
  return best
}
