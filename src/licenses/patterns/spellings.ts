/* in a spelling, whose letters are small */
/** anything may stand here */
export const ANY = 'A'
/** here a word begins or ends */
export const EDGE = 'E'
/** here a word may go on, but no other begins */
export const REST = 'R'
/** here a digit stands */
export const DIGIT = 'N'

/** the ways to write a stretch of a pattern */
export type Spellings = readonly string[]
/** stretches that all stand in a match, in their order */
export type Stretches = readonly Spellings[]

/** more spellings than this of one stretch are not multiplied out */
const MOST = 128
/** and more than this only within a word */
const FEW = 64
/** an ending is spelled out as long as there are no more than this */
const ENDINGS = 16

/* plain letters that stand once each */
const LITERAL = /(?:[a-z0-9 ',;:-](?![?*+{]))+/y
/* after which no word goes on */
const BETWEEN = /[^a-z0-9ARN]$/
const endsBetween = (spelling: string): boolean => BETWEEN.test(spelling)
const REPEATED = /^(?:[?*+]|\{(\d+)(,?\d*)\})\??/
const IN_WORD = /^[a-z0-9RN]+$/
/** a class of letters and digits alone */
const LETTERS_ALONE = /^(?:\\[wd]|[a-z0-9](?:-[a-z0-9])?|[A-Z]-[A-Z])+$/
/** "not after a letter" says that a word begins */
const AFTER_NO_LETTER = /^\[\\w[^\]\\]*\]$/
/** more letters to choose from are not spelled out */
const CHOICES = 12

/** whether but one phrase can be told of each spelling, so that nothing is lost when it is one of many */
const isPlain = ([only = [], ...more]: Stretches): boolean =>
  more.length === 0 && !only.some(spelling => spelling.slice(0, -1).includes(ANY))

/**
 * The alternatives of a pattern, taken apart; of the alternatives in its groups the stretch that `tellsMost`, or the
 * first one. Understood are the plain forms that legal patterns use; lookarounds and other zero-width parts only narrow
 * a match.
 */
export const spellingsOf = (
  { source }: Pick<RegExp, 'source'>,
  tellsMost?: (stretches: Stretches) => number,
): readonly Stretches[] => {
  let at = 0

  const alternatives = (): Stretches[] => {
    const found = [...sequence()]
    while (source[at] === '|') {
      at++
      found.push(...sequence())
    }
    return found
  }

  /** a group at the beginning is taken for so many alternatives, each with what follows the group */
  const sequence = (): Stretches[] => {
    const edge = source.startsWith('\\b(?:', at) ? 2 : 0
    if (tellsMost === undefined || !source.startsWith('(?:', at + edge)) return [sequenceOf()]
    const start = at
    at += edge + 3
    const inside = alternatives()
    at++
    if (inside.every(isPlain) || /[?*+{]/.test(source[at] ?? '')) {
      at = start
      return [sequenceOf()]
    }
    const [next = [], ...rest] = sequenceOf()
    return inside.map(stretches => {
      const its =
        edge === 0 ? stretches : stretches.map((one, turn) => (turn === 0 ? one.map(word => EDGE + word) : one))
      const [only = []] = its
      return its.length === 1 && only.length * next.length <= MOST
        ? [only.flatMap(one => next.map(other => one + other)), ...rest]
        : [...its, next.map(one => ANY + one), ...rest]
    })
  }

  const sequenceOf = (): Stretches => {
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
      const between = current.every(endsBetween)
      const next = repeated(part(), between || current[0] === '', current.length)
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

  const repeated = (one: Spellings, between: boolean, before: number): Spellings => {
    const sign = source[at]
    if (sign !== '?' && sign !== '*' && sign !== '+' && sign !== '{') return one
    const [whole = '', least = sign === '+' ? '1' : '0', more] = REPEATED.exec(source.slice(at, at + 12)) ?? []
    at += whole.length
    const further = one.every(spelling => IN_WORD.test(spelling)) ? REST : one.every(endsBetween) ? ANY + EDGE : ANY
    if (least !== '0') return least === '1' && more === '' ? one : one.map(spelling => spelling + further)
    /* a word before others is spelled out; an ending too, unless there are many */
    if (sign === '?' && (between || (before * (one.length + 1) <= ENDINGS && one[0] !== REST && one[0] !== ANY)))
      return ['', ...one]
    return [between || further !== ANY + EDGE ? further : ANY]
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
    if (escaped === 'd') return [DIGIT]
    if (escaped === 'w') return [REST]
    if (escaped === 'u' || escaped === 'x') at += escaped === 'u' ? 4 : 2
    return /\w/.test(escaped) ? [ANY] : [escaped]
  }

  const group = (): Spellings => {
    const [opening = ''] = /^\?(?:[:=!]|<[=!])/.exec(source.slice(at, at + 3)) ?? []
    at += opening.length
    const start = at
    const inside = alternatives()
    const looked = source.slice(start, at)
    at++
    if (opening === '?<!' && AFTER_NO_LETTER.test(looked)) return [EDGE]
    if (opening === '?<=' && inside.every(([only = [], ...more]) => more.length === 0 && only.every(endsBetween)))
      return [EDGE]
    if (opening.length > 1 && opening !== '?:') return ['']
    /* a long alternative is cut to one stretch, which is as true and says less */
    return inside.flatMap(stretches => {
      const chosen = stretches.length === 1 || tellsMost === undefined ? 0 : tellsMost(stretches)
      const its = stretches[chosen] ?? []
      return chosen === 0 ? its : its.map(spelling => ANY + spelling)
    })
  }

  const choice = (): Spellings => {
    const inside = /^(?:\\.|[^\]\\])*/.exec(source.slice(at))?.[0] ?? ''
    at += inside.length + 1
    if (LETTERS_ALONE.test(inside) && /-|\\/.test(inside)) return [inside === '\\d' || inside === '0-9' ? DIGIT : REST]
    return /^-?[^\\^-]+$/.test(inside) && inside.length <= CHOICES ? [...inside.toLowerCase()] : [ANY]
  }

  return alternatives()
}
