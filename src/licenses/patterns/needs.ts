import type { Word } from './vocabulary.ts'

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

/**
 * What the matches of a pattern begin with: whole words or their first letters, or one letter that is not in ASCII; null
 * when an alternative does not begin with a spelled-out word, or is not said to begin `atWords`.
 */
export const beginningsOf = (pattern: RegExp, { atWords = false } = {}): readonly Word[] | null => {
  if (ANCHORED.test(pattern.source.replace(LOOKBEHIND, ''))) return null
  const found: Word[] = []
  for (const [first = []] of spellings(pattern, 'first')) {
    for (const spelling of first) {
      const [, edge, other, word = ''] = BEGINNING.exec(spelling) ?? []
      if (other !== undefined) {
        found.push({ word: other, whole: false })
        continue
      }
      if (word === '' || (edge === '' && !atWords)) return null
      const after = spelling[spelling.indexOf(word) + word.length]
      found.push({ word, whole: after !== undefined && after !== ANY })
    }
  }
  return found
}

/* in a spelling, whose letters are small: anything may stand here; here a word begins or ends */
const ANY = 'A'
const EDGE = 'E'
const BEGINNING = /^(E*)(?:([\u0080-\uffff])|([a-z0-9]+))/
const LOOKBEHIND = /\(\?<[=!][^()]*\)/g
const ANCHORED = /(?:^|[^\\[])\^/

/** the ways to write a stretch of a pattern */
type Spellings = readonly string[]
/** stretches that all stand in a match, in their order */
type Stretches = readonly Spellings[]

const DIGITS = [...'0123456789']

/** more spellings than this of one stretch are not multiplied out */
const MOST = 64
/** and more than this only within a word */
const FEW = 8

/* plain letters that stand once each */
const LITERAL = /(?:[a-z0-9 ',;:-](?![?*+{]))+/y
/* after which no word goes on */
const BETWEEN = /[^a-z0-9A]$/
const REPEATED = /^(?:[?*+]|\{(\d+)(,?\d*)\})\??/

/** The alternatives of a pattern; of those in its groups the stretch that says most, or the first one. */
const spellings = (pattern: RegExp, which: 'most' | 'first' = 'most'): readonly Stretches[] => {
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
      LITERAL.lastIndex = at
      const literal = LITERAL.exec(source)?.[0]
      if (literal !== undefined) {
        at += literal.length
        current = current.length === 1 ? [`${current[0]}${literal}`] : current.map(one => one + literal)
        continue
      }
      /* between words a stretch can end, which spares multiplying out the ways to write what follows */
      const between = current.every(spelling => BETWEEN.test(spelling))
      const next = repeated(part(), between || current[0] === '')
      if (
        current.length * next.length > MOST ||
        (between && current.length * next.length > FEW && current.some(one => one !== EDGE))
      ) {
        stretches.push(current.map(one => one + ANY))
        current = next.map(one => (between ? EDGE : ANY) + one)
      } else if (current.length === 1 && next.length === 1) current = [`${current[0]}${next[0]}`]
      else current = current.flatMap(one => next.map(other => one + other))
    }
    return [...stretches, current]
  }

  const repeated = (one: Spellings, between: boolean): Spellings => {
    const sign = source[at]
    if (sign !== '?' && sign !== '*' && sign !== '+' && sign !== '{') return one
    const [whole = '', least = sign === '+' ? '1' : '0', more] = REPEATED.exec(source.slice(at, at + 12)) ?? []
    at += whole.length
    if (least !== '0') return least === '1' && more === '' ? one : one.map(spelling => spelling + ANY)
    /* an ending is left open, a word before others is spelled out */
    return sign === '?' && between ? ['', ...one] : [ANY]
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
    /* a long alternative is cut to one stretch, which is as true and says less */
    return inside.flatMap(
      stretches => (stretches.length === 1 || which === 'first' ? stretches[0] : tellingMost(stretches)) ?? [],
    )
  }

  const choice = (): Spellings => {
    const inside = /^(?:\\.|[^\]\\])*/.exec(source.slice(at))?.[0] ?? ''
    at += inside.length + 1
    return /^-?[^\\^-]{1,4}$/.test(inside) ? [...inside.toLowerCase()] : [ANY]
  }

  return alternatives()
}

const LETTERS = /[a-z0-9]+|[\u0080-\uffff]+/g
const longest = (spelling: string): number =>
  Math.max(0, ...(spelling.match(LETTERS) ?? []).map(word => worth({ word, whole: true })))
const tellingMost = (stretches: Stretches): Spellings | undefined => {
  const least = stretches.map(stretch => Math.min(...stretch.map(longest)))
  return stretches[least.indexOf(Math.max(...least))]
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

/** what the commonest words are worth where another word could be asked for: how rare they are, as letters */
const COMMON: ReadonlyMap<string, number> = new Map(
  [
    'the of and to or any you is that this these those such with for be by in a an as on are all it your from at',
    'may shall will must can could should do does has have been',
    'license licensed licence agreement software work works use used copy copies rights right terms model',
    '',
    'not no nor',
  ].flatMap((words, worth) => words.split(' ').map(word => [word, worth] as const)),
)
const worth = ({ word }: Word): number => COMMON.get(word) ?? (word.charCodeAt(0) > 0x7f ? 20 : 0) + word.length

/** The most telling word of a spelling. */
const wordOf = (spelling: string): Word | null => {
  let best: Word | null = null
  for (const { 0: word, index } of spelling.matchAll(LETTERS)) {
    const before = spelling[index - 1]
    const latin = word.charCodeAt(0) <= 0x7f
    if (latin && (before === undefined || before === ANY)) continue
    const after = spelling[index + word.length]
    const need = { word, whole: latin && after !== undefined && after !== ANY }
    if (best === null || worth(need) >= worth(best)) best = need
  }
  return best
}
