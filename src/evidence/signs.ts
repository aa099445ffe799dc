import type { Knowledge } from '../knowledge/knowledge.ts'
import { wordsOfSign } from '../knowledge/wording.ts'
import { lazy, once } from '../once.ts'
import { simplified } from '../text/simplified.ts'
import { parsePattern } from '../wordings/pattern.ts'
import { type Search, type Sentence, searches } from '../wordings/search.ts'
import { type Token, tokensOf } from '../wordings/tokens.ts'

/** A text of which is asked what it speaks of, by the words of `knowledge/signs`. */
export interface Heard {
  readonly text: string
  /** Whether it has a sign, as `data.training`. Throws RangeError for one that is not in knowledge/signs. */
  says(sign: string): boolean
  /** Where the first words that are the sign stand; null where none do. */
  find(sign: string): { readonly start: number; readonly end: number } | null
}

/** Hears a text; what is at a place in it, a link or a name, is heard as `{here}`. */
export type Hear = (text: string, start?: number, end?: number) => Heard

/** texts that are remembered: a sentence is asked of its data, of its compute, and of what it links to */
const MOST_HEARD = 500

/** Hears texts by the signs of knowledge/signs. */
export const hearing: (knowledge: Pick<Knowledge, 'signs'>) => Hear = once(({ signs }) => {
  const { searchOf } = searches()
  const known = new Map(
    signs.flatMap(({ id, lists, signs: all }) =>
      Object.entries(all).map(([name, sign]): [string, () => Search] => [
        `${id}.${name}`,
        lazy(() => searchOf(parsePattern(simplified(wordsOfSign(sign).join('|')), lists))),
      ]),
    ),
  )
  const searchFor = (sign: string): Search => {
    const search = known.get(sign)
    if (search === undefined) throw new RangeError(`knowledge/signs has no sign ${sign}`)
    return search()
  }
  const hear: Hear = (text, start = -1, end = start) => {
    const folded = simplified(text)
    const place = start < 0 ? [] : [{ start, end, token: '{here}' }]
    const tokens = tokensOf(folded.length === text.length ? folded : text, place)
    const sentence = lazy(() => sentenceOf(tokens, text))
    const answers = new Map<string, boolean>()
    return {
      text,
      says(sign) {
        let says = answers.get(sign)
        if (says === undefined) {
          says = searchFor(sign).isIn(sentence())
          answers.set(sign, says)
        }
        return says
      },
      find(sign) {
        const place = searchFor(sign).first(sentence(), 0)
        const first = place && tokens[Math.max(0, place.from - 1)]
        const last = place && tokens[Math.min(tokens.length, place.to) - 1]
        return first && last ? { start: first.start, end: last.end } : null
      },
    }
  }
  let heard = new Map<string, Heard>()
  return (text, start, end) => {
    if (start !== undefined) return hear(text, start, end)
    const ready = heard.get(text) ?? hear(text)
    if (heard.size >= MOST_HEARD) heard = new Map()
    heard.set(text, ready)
    return ready
  }
})

/** The words between the ends of the text; no gap goes over a semicolon. */
function sentenceOf(tokens: readonly Token[], text: string): Sentence {
  const words = ['{begin}', ...tokens.map(({ word }) => word), '{end}']
  const free = new Uint8Array(words.length).fill(1)
  const name = new Uint8Array(words.length)
  for (const [at, { start, capital }] of tokens.entries()) {
    if (at > 0 && /[;；]/.test(text.slice(tokens[at - 1]?.end, start))) free[at + 1] = 0
    name[at + 1] = capital ? 1 : 0
  }
  return { words, free, others: { who: free, name } }
}
