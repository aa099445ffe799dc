import { UNSPACED } from './scripts.ts'

/** HTML elements that break a block of text; a list item or heading also says what follows it. */
const BLOCK_TAGS = new Set(
  (
    'p div section article header footer main aside nav table thead tbody tr ul ol dl dt dd pre hr ' +
    'blockquote form body html head title'
  ).split(' '),
)
const INLINE_TAGS = new Set(
  (
    'a abbr b bdi bdo big center cite code details em font i img input ins kbd label link mark meta q ' +
    'samp small span strong sub summary sup svg td th time tt u var wbr button path option select'
  ).split(' '),
)
/** `[^<>]` cannot cross the next tag, so every character is looked at once */
const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9]{0,11})(?:[\s/][^<>]{0,2000})?>/g
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  nbsp: ' ',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ldquo: '"',
  rdquo: '"',
  lsquo: "'",
  rsquo: "'",
  mdash: '-',
  ndash: '-',
  bull: '•',
  middot: '·',
  hellip: '…',
}
const ENTITY = /&(?:#(\d{1,6})|#x([0-9a-fA-F]{1,5})|([a-zA-Z]{2,8}));/g

/**
 * HTML made plain without moving a line: block elements become a form feed (an empty line), `<br>` a vertical tab
 * (a line break), list items and headings their Markdown markers. What attributes and comments say is kept, and so is
 * a tag that strikes words out; of scripts and styles that which is no code.
 */
export const withoutTags = (raw: string): string => {
  if (!raw.includes('<')) return raw.includes('&') ? decode(raw) : raw
  let text = raw
  for (const [open, close] of [
    ['<script', '</script>'],
    ['<style', '</style>'],
  ] as const) {
    text = without(text, open, close)
  }
  text = text.replace(COMMENT_MARKS, '\f')
  let depth = 0
  text = text.replace(TAG, (whole: string, slash: string, name: string) => {
    const tag = name.toLowerCase()
    const breaks = whole.includes('\n') ? '\n'.repeat(whole.split('\n').length - 1) : ''
    const words = wordsOfTag(whole).replace(/\s+/g, ' ')
    const lines = `${words === '' ? '' : ` ${words} `}${breaks}`
    if (tag === 'br') return `\v${lines}`
    if (tag === 'ul' || tag === 'ol') depth = Math.max(0, Math.min(20, depth + (slash === '' ? 1 : -1)))
    if (tag === 'li') return slash === '' ? `${lines}\f${'  '.repeat(depth)}- ` : `${lines}\f`
    if (/^h[1-6]$/.test(tag)) return slash === '' ? `${lines}\f# ` : `${lines}\f`
    if (tag === 'td' || tag === 'th') return ` ${lines}`
    if (BLOCK_TAGS.has(tag)) return `${lines}\f`
    return INLINE_TAGS.has(tag) ? lines : whole
  })
  return text.includes('&') ? decode(text) : text
}

/** attributes whose words a reader may see */
const SHOWN_ATTRIBUTES = /^(?:alt|title|aria-label|placeholder|summary|label|content)$/
/** attributes that stand without a value */
const BARE = new Set(
  (
    'open hidden disabled checked controls nowrap noshade compact reversed async defer itemscope autoplay loop ' +
    'muted ismap allowfullscreen'
  ).split(' '),
)
/** names of attributes that have one, and how those begin that anybody may make */
const NAMED_ATTRIBUTES = new Set(
  (
    'abbr accept accesskey align alink alt axis background bgcolor border cellpadding cellspacing char charoff ' +
    'charset cite class clear color cols colspan content coords d datetime dir face fill for frame frameborder ' +
    'headers height href hreflang hspace http-equiv id itemid itemprop itemtype label lang language link loading ' +
    'longdesc marginheight marginwidth media method name placeholder points property rel rev role rows rowspan rules ' +
    'scope shape size sizes span src srcset start stroke style summary tabindex target text title type usemap valign ' +
    'value version viewbox vlink vocab vspace width x xmlns y'
  ).split(' '),
)
const NAMED_BY_ITS_BEGINNING = /^(?:on[a-z]+$|(?:data|aria|xml|xlink|xmlns|epub|v|o|w)[-:])/
/** words in a row, as no code and no list of classes has them */
const PROSE = new RegExp(String.raw`(?<!\p{L})(?:\p{L}{2,40}[ ,;.'’]{1,9}){3}\p{L}{2}|[${UNSPACED}]{4}`, 'u')
const ATTRIBUTE = /([^\s=<>"'/]{1,200})(?:\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g

/** Whether a stretch of code or of a tag says something to a person. */
export const isProse = (text: string): boolean => PROSE.test(text)

/** The words of an attribute that are no HTML, or that a reader may see. */
function wordsOfAttribute(name: string, value: string | undefined): string {
  if (value === undefined) return BARE.has(name) ? '' : name
  const isHtml = NAMED_ATTRIBUTES.has(name) || BARE.has(name) || NAMED_BY_ITS_BEGINNING.test(name)
  return `${isHtml ? '' : `${name} `}${SHOWN_ATTRIBUTES.test(name) || !isHtml || isProse(value) ? value : ''}`
}

/** What a tag says beside its name: whatever in it is no HTML, and what its attributes show. */
export function wordsOfTag(tag: string): string {
  const inside = /^<\/?[a-zA-Z][a-zA-Z0-9]*([\s\S]*?)\/?>$/.exec(tag)?.[1] ?? ''
  if (inside.trim() === '') return ''
  return wordsOfAttributes(
    Array.from(inside.matchAll(ATTRIBUTE), ([, name = '', ...values]) => [
      name.toLowerCase(),
      values.slice(0, 3).find(value => value !== undefined),
    ]),
  )
}

/** What attributes say, by their names and values, that is no HTML or that a reader may see. */
export const wordsOfAttributes = (attributes: readonly (readonly [string, string | undefined])[]): string =>
  attributes
    .map(([name, value]) => wordsOfAttribute(name, value))
    .filter(words => words !== '')
    .join(' ')

/** where a comment begins and ends: its words are read like any others */
const COMMENT_MARKS = /<!-{2,3}|-{2,3}>/g

const decode = (text: string): string =>
  text.replace(ENTITY, (whole: string, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : ' '
  })

/** Everything from `open` to `close` that is code, replaced by its line breaks; an unclosed one is left in place. */
const without = (text: string, open: string, close: string): string => {
  const lower = text.toLowerCase()
  if (lower.length !== text.length) return text
  let at = lower.indexOf(open)
  if (at < 0) return text
  let made = ''
  let from = 0
  while (at >= 0) {
    const end = lower.indexOf(close, at)
    if (end < 0) break
    const code = text.slice(at, end)
    made += text.slice(from, at) + (isProse(code) ? code : '\n'.repeat(code.split('\n').length - 1))
    from = end + close.length
    at = lower.indexOf(open, from)
  }
  return made + text.slice(from)
}
