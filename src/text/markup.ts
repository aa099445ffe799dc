/** HTML elements that break a block of text; a list item or heading also says what follows it. */
const BLOCK_TAGS = new Set(
  (
    'p div section article header footer main aside nav table thead tbody tr ul ol dl dt dd pre hr ' +
    'blockquote form body html head title'
  ).split(' '),
)
const INLINE_TAGS = new Set(
  (
    'a abbr b bdi bdo big center cite code del details em font i img input ins kbd label link mark meta q ' +
    's samp small span strike strong sub summary sup svg td th time tt u var wbr button path option ' +
    'select'
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
 * (a line break), list items and headings their Markdown markers. What attributes show a reader and what comments say
 * is kept; scripts and styles go.
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
    const lines = `${shownBy(whole)}${breaks}`
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

/** words of a tag that a reader may see */
const SHOWN =
  /\s(?:alt|title|aria-label|placeholder|summary|label)\s{0,5}=\s{0,5}(?:"([^"\n]{1,500})"|'([^'\n]{1,500})')/gi

const shownBy = (tag: string): string =>
  tag.includes('=') ? Array.from(tag.matchAll(SHOWN), ([, double, single]) => ` ${double ?? single} `).join('') : ''

/** where a comment begins and ends: its words are read like any others */
const COMMENT_MARKS = /<!-{2,3}|-{2,3}>/g

const decode = (text: string): string =>
  text.replace(ENTITY, (whole: string, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : ' '
  })

/** Everything from `open` to `close` replaced by its line breaks; an unclosed one is left in place. */
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
    made += text.slice(from, at) + '\n'.repeat(text.slice(at, end).split('\n').length - 1)
    from = end + close.length
    at = lower.indexOf(open, from)
  }
  return made + text.slice(from)
}
