/** A number as a legal text writes it, with the currency it is in, if any. */
export interface Amount {
  readonly value: number
  /** ISO 4217: USD, EUR, CNY, KRW, JPY, GBP … */
  readonly currency?: string
  readonly start: number
  readonly end: number
}

/** what stands for a hundred, a thousand, a million … */
const SCALES: Readonly<Record<string, number>> = Object.fromEntries(
  (
    [
      [1e3, 'k thousand tausend mille mil mila тыс тысяч тысячи тысяча 천 千'],
      [100, 'hundred 백 百'],
      [
        1e6,
        'm mm mn mio million millions millionen millón millones milhão milhões milione milioni ' +
          'млн миллион миллиона миллионов 백만 百万',
      ],
      [
        1e9,
        'b bn billion billions milliarde milliarden mrd milliard milliards miliardo miliardi ' +
          'млрд миллиард миллиарда миллиардов',
      ],
      [1e12, 'trillion'],
      [1e4, '만 万 萬'],
      [1e5, '십만 十万'],
      [1e7, '천만 千万'],
      [1e8, '억 亿 億'],
      [1e10, '百亿'],
    ] as const
  ).flatMap(([value, words]) => words.split(' ').map(word => [word, value])),
)
const NUMBER_WORDS: Readonly<Record<string, number>> = Object.fromEntries(
  (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen ' +
    'sixteen seventeen eighteen nineteen'
  )
    .split(' ')
    .map((word, value) => [word, value] as const)
    .concat(
      'twenty thirty forty fifty sixty seventy eighty ninety'
        .split(' ')
        .map((word, at) => [word, 20 + 10 * at] as const),
    ),
)
const HAN_DIGITS = '零一二三四五六七八九'
const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/us ?\$|usd|u\.s\. dollars?|(?:us|united states|american) dollars?|美元|美金|米ドル|ドル|달러|dólar|долл/, 'USD'],
  [/eur\b|euros?|€|欧元|ユーロ|유로|евро/, 'EUR'],
  [/rmb|cny|yuan|人民币|元/, 'CNY'],
  [/krw|won\b|₩|韩元|(?:한국 )?원/, 'KRW'],
  [/jpy|yen\b|日元|円|엔/, 'JPY'],
  [/rub\b|руб/, 'RUB'],
  [/brl\b|reais\b|r\$/, 'BRL'],
  [/gbp|pounds?|£|英镑/, 'GBP'],
  [/inr\b|rupees?|₹/, 'INR'],
  [/cad\b/, 'CAD'],
  [/aud\b/, 'AUD'],
  [/chf\b/, 'CHF'],
  [/¥|￥/, 'CNY'],
  [/\$|dollars?/, 'USD'],
]
/** the same as they stand right before and right after an amount */
const CURRENCIES_BESIDE = CURRENCIES.map(([pattern, code]) => ({
  last: new RegExp(`(?:${pattern.source})[ (]{0,2}\\$?$`),
  next: new RegExp(`^[ .)]{0,2}(?:\\([^)]{0,24}\\) )?(?:d[ei] )?(?:${pattern.source})`),
  code,
}))

const FOREIGN_SCALE = [
  'tausend|milliarden?|millionen|mrd|milliards?|mille|millones|millón|milhão|milhões|mila|milion[ei]|miliard[oi]|mil',
  'миллион(?:ов|а)?|миллиард(?:ов|а)?|млн|млрд|тысяч[аи]?|тыс|[십백천]?[만억]|백|천',
].join('|')
const SCALE = `thousand|hundred|millions?|${FOREIGN_SCALE}|mio|mm|mn|m|billions?|bn|b|trillion|k|[十百千]?[万亿萬億]|百|千`
const NUMBER = new RegExp(
  `(\\d{1,3}(?:[,.' ]\\d{3}){1,5}|\\d{1,3},\\d{1,2}(?= ?(?:${SCALE}))|\\d{1,15}(?:\\.\\d{1,4})?)` +
    `(?: ?(${SCALE})(?![a-z\\u00e0-\\u00ff\\u0430-\\u044f]))?`,
  'g',
)
/** numbers that stand alone as one word; "one" is more often a pronoun */
const SMALL = Object.keys(NUMBER_WORDS)
  .filter(word => word !== 'zero' && word !== 'one')
  .join('|')
const ALL = Object.keys(NUMBER_WORDS).join('|')
const SPELLED = new RegExp(
  `\\b(?:${ALL}|a|an|hundred)(?:(?: and |[ -])(?:${ALL}|hundred|thousand|million|billion)){1,8}\\b|` +
    `\\b(?:${SMALL})\\b`,
  'g',
)
const HAN = new RegExp(
  [
    `[一二三四五六七八九两][零一二三四五六七八九十百千]{0,8}(?:[万亿]){1,2}|[一二三四五六七八九两]?[十百千][零一二三四五六七八九十百千]{0,7}[万亿]?`,
    `[一二三四五六七八九两](?=[台张个名位])`,
  ].join('|'),
  'g',
)

/** The amounts of a lower-case text in the order they stand; a number in words and again in digits counts once. */
export const amountsIn = (lower: string): readonly Amount[] => {
  const found: Amount[] = []
  for (const match of lower.matchAll(NUMBER)) {
    const before = lower.charCodeAt(match.index - 1)
    /* the tail of a word or of a version number */
    if (
      before >= 97 &&
      before <= 122 &&
      !/(?:usd|rmb|cny|eur|krw|us\$|gbp|jpy)$/.test(lower.slice(Math.max(0, match.index - 4), match.index))
    )
      continue
    if (before === 46 || before === 45) continue
    const digits = match[1] ?? ''
    const value =
      /^\d{1,3}(?:[,.' ]\d{3})+$/.test(digits) && !/^\d{1,3}\.(?!000$)\d{3}$/.test(digits)
        ? Number(digits.replace(/[,.' ]/g, ''))
        : Number(digits.replace(',', '.'))
    found.push(withCurrency(lower, value * (SCALES[match[2] ?? ''] ?? 1), match.index, match.index + match[0].length))
  }
  for (const match of lower.matchAll(SPELLED)) {
    const value = spelled(match[0])
    if (value > 0) found.push(withCurrency(lower, value, match.index, match.index + match[0].length))
  }
  for (const match of lower.matchAll(HAN)) {
    if (/\d/.test(lower[match.index - 1] ?? '')) continue
    found.push(withCurrency(lower, chinese(match[0]), match.index, match.index + match[0].length))
  }
  found.sort((one, other) => one.start - other.start)
  const once: Amount[] = []
  for (const amount of found) {
    const earlier = once.at(-1)
    if (earlier !== undefined && earlier.value === amount.value && amount.start - earlier.end < 40) {
      const currency = earlier.currency ?? amount.currency
      once[once.length - 1] = {
        ...earlier,
        ...(currency === undefined ? {} : { currency }),
        end: Math.max(earlier.end, amount.end),
      }
    } else once.push(amount)
  }
  return once
}

const spelled = (words: string): number => {
  let total = 0
  let part = 0
  for (const word of words.split(/[ -]/)) {
    const scale = SCALES[word]
    if (word === 'a' || word === 'an') part = 1
    else if (word === 'hundred') part = Math.max(1, part) * 100
    else if (scale !== undefined) {
      total += Math.max(1, part) * scale
      part = 0
    } else part += NUMBER_WORDS[word] ?? 0
  }
  return total + part
}

const chinese = (words: string): number => {
  let total = 0
  let section = 0
  let digit = 0
  for (const char of words) {
    const value = char === '两' ? 2 : HAN_DIGITS.indexOf(char)
    if (value >= 0) digit = value
    else if (char === '十' || char === '百' || char === '千') {
      section += Math.max(1, digit) * (char === '十' ? 10 : (SCALES[char] ?? 1))
      digit = 0
    } else {
      total = (total + section + digit) * (SCALES[char] ?? 1)
      section = 0
      digit = 0
    }
  }
  return total + section + digit
}

const withCurrency = (lower: string, value: number, start: number, end: number): Amount => {
  const before = lower.slice(Math.max(0, start - 14), start)
  const after = lower.slice(end, end + 28)
  let currency: string | undefined
  for (const { last, next, code } of CURRENCIES_BESIDE) {
    if (last.test(before) || next.test(after)) {
      currency = code
      break
    }
  }
  return currency === undefined ? { value, start, end } : { value, currency, start, end }
}
