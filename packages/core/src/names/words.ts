import { type Word, wordsOf } from '../text/words.ts'

/** A word of a license's name; `legal` words ("license", 许可证) carry no name, but show that a license is meant. */
export interface NameWord extends Word {
  readonly legal: boolean
}

const LEGAL = new Set(
  (
    'license licence licenses licences licensed licenced agreement agreements lizenz ' +
    'licencia licença 许可证 许可协议 许可 协议 授权 許可 授權 ライセンス 라이선스'
  ).split(' '),
)

/** words that one spelling of a title has and another leaves out */
const FILLER = new Set(['the', 'version', 'ver', 'international', 'unported'])

/** words that are also written apart; a longer one first */
const JOINED: ReadonlyMap<string, readonly (readonly [rest: readonly string[], joined: string])[]> = new Map([
  ['non', [[['commercial'], 'noncommercial']]],
  ['share', [[['alike'], 'sharealike']]],
  [
    'no',
    [
      [['derivatives'], 'noderivatives'],
      [['derivs'], 'noderivatives'],
      [['derivative', 'works'], 'noderivatives'],
    ],
  ],
  ['noderivs', [[[], 'noderivatives']]],
  [
    '许',
    [
      [['可', '协', '议'], '许可协议'],
      [['可', '证'], '许可证'],
      [['可'], '许可'],
    ],
  ],
  ['許', [[['可'], '許可']]],
  ['协', [[['议'], '协议']]],
  [
    '授',
    [
      [['权'], '授权'],
      [['權'], '授權'],
    ],
  ],
])

/** Cuts a text into the words that names are compared by. */
export function nameWords(text: string): NameWord[] {
  const raw = wordsOf(text)
  const words: NameWord[] = []
  let lead: number | null = null
  for (let at = 0; at < raw.length; at++) {
    const word = raw[at]
    if (!word) continue
    if (FILLER.has(word.text)) {
      lead ??= word.lead
      continue
    }
    const join = JOINED.get(word.text)?.find(([rest]) =>
      rest.every((next, offset) => raw[at + 1 + offset]?.text === next),
    )
    if (join) at += join[0].length
    const name = join ? join[1] : word.text
    words.push({
      text: name,
      start: word.start,
      end: raw[at]?.end ?? word.end,
      lead: lead ?? word.lead,
      legal: LEGAL.has(name),
    })
    lead = null
  }
  return words
}
