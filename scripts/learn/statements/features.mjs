// A read sentence as hashed features: words alone and in a row, letters, what it stands under and behind, where, and what
// is found in it. Each group counts for so much, however many it has.
const SHARES = { words: 0.8, letters: 0.6, heading: 0.5, before: 0.3, lead: 0.4, place: 0.5, found: 0.8 }
const TOKEN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|[a-zà-ÿа-яё]+(?:['’][a-z]+)?|\d+(?:[.,]\d+)*|[$€|:?!%]/gu
const MOST_LETTERS = 500

function idOf(words) {
  let id = 0x811c9dc5
  for (let at = 0; at < words.length; at++) id = Math.imul(id ^ words.charCodeAt(at), 0x01000193)
  id = Math.imul(id ^ (id >>> 16), 0x85ebca6b)
  return ((id ^ (id >>> 13)) >>> 0) >>> 10
}

/** A number says only how long it is. */
const tokensOf = text =>
  (text.match(TOKEN) ?? []).map(one => (/^\d/.test(one) ? (one.length > 3 ? '####' : '##') : one))

function inRow(tokens, most, mark) {
  const rows = []
  for (let from = 0; from < tokens.length; from++)
    for (let to = from + 1; to <= Math.min(tokens.length, from + most); to++)
      rows.push(`${mark} ${tokens.slice(from, to).join(' ')}`)
  return rows
}

function lettersOf(text) {
  const all = ` ${text.replace(/\s+/g, ' ').slice(0, MOST_LETTERS)} `
  const found = []
  for (let length = 3; length <= 5; length++)
    for (let at = 0; at + length <= all.length; at++) found.push(`c${all.slice(at, at + length)}`)
  return found
}

/** `as`: `alone` (the words and their place), `found` (with what readers find in them), `read` (with today's answer). */
export function featuresOf(one, as) {
  const tokens = tokensOf(one.masked)
  const groups = {
    words: [...inRow(tokens, 3, 'w'), `first ${tokens[0]}`, `first ${tokens.slice(0, 2).join(' ')}`],
    letters: lettersOf(one.masked),
    heading: [...inRow(tokensOf(one.heading), 2, 'h'), ...tokensOf(one.headings).map(word => `H ${word}`)],
    before: inRow(tokensOf(one.before), 2, 'b'),
    lead: inRow(tokensOf(one.lead), 2, 'l'),
    place: one.place,
    found: as === 'alone' ? [] : as === 'found' ? one.found : [...one.found, ...one.read.flatMap(saidToday)],
  }
  const value = new Map()
  for (const [name, words] of Object.entries(groups)) {
    const ids = new Set(words.map(idOf))
    for (const id of ids) if (!value.has(id)) value.set(id, SHARES[name] / Math.sqrt(ids.size))
  }
  return { features: Uint32Array.from(value.keys()), values: Float32Array.from(value.values()) }
}

const saidToday = ({ act, groups, what }) => [
  `reads ${act}`,
  ...groups.map(group => `reads ${act} ${group}`),
  ...(act === 'F' ? [`reads offer ${what}`] : []),
]
