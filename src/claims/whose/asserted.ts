import { placeOf } from '../about/names.ts'
import type { Tongue } from '../tongue/index.ts'
import type { Hit } from '../tongue/phrases.ts'
import { isOwn, NAME, namesIn, type Own } from './names.ts'

/** stands for a name of the release; the phrase files say `@` */
const MINE = '@'

/**
 * Whether a sentence asserts its phrase of the release's own model, by how it is built: the phrase stands in a noun
 * phrase with the release's own name, or its own subject is linked to it, or it opens the sentence and gives something;
 * and nothing between them speaks of others.
 */
export function isAssertedOfOwn({ start, end }: Hit, text: string, tongue: Tongue, own: Own): boolean {
  const { links, opens, apart, behind } = tongue.own
  const before = masked(text.slice(0, start), own)
  const after = masked(text.slice(end), own)
  const phrase = text.slice(start, end)
  if (behind?.test(after)) return false
  const subject = lastSubject(before, tongue)
  const between = subject === null ? before : before.slice(subject)
  // "TeleChat开源模型", "our open-source Wren-7B": nothing but the words of one noun phrase
  const beside = before.endsWith(MINE, subject ?? 0) && subject !== null && BESIDE.test(between)
  const named = (tongue.spaced ? NAMED.spaced : NAMED.unspaced).exec(after)
  const close =
    named !== null && !(tongue.spaced && tongue.stop.test(named[0])) && !speaksOfOthers(clauseOf(before), apart)
  if (beside || close) return true
  if (subject === null) return opens(`${before}${phrase}${after}`, before.length, before.length + phrase.length)
  const link = links?.exec(between)?.[0]
  return link !== undefined && !speaksOfOthers(between.slice(link.length), apart)
}

const speaksOfOthers = (text: string, apart: RegExp | null) => (apart?.test(text) ?? false) || namesIn(text).length > 0

const clauseOf = (text: string) => /[^,;:，；：。@]*$/.exec(text)?.[0] ?? ''

/** Behind the last words before the phrase that name the release or its speaker; null where none do. */
function lastSubject(before: string, { speaker }: Tongue): number | null {
  const spoken = speaker === null ? [] : [...before.matchAll(new RegExp(speaker.source, 'gi'))]
  const last = spoken.at(-1)
  const at = Math.max(before.lastIndexOf(MINE) + 1, last === undefined ? 0 : last.index + last[0].length)
  return at === 0 ? null : at
}

const BESIDE = /^[\s"'“”*_`的の-]{0,4}$/
/** the release's name behind the phrase, with words of its noun phrase between */
const NAMED = {
  spaced: /^[\s"'“”«*_`-]{0,4}(?:[\p{L}\d-]{1,30}[\s*_`"“«]{1,4}){0,4}@/u,
  unspaced: /^[^，。；：！？、,;:@]{0,12}@/,
}

/** The text with the release's own names masked. */
function masked(text: string, own: Own): string {
  let out = text
  for (const name of own.names) {
    const { index, length } = placeOf(name, out)
    if (index >= 0) out = `${out.slice(0, index)}${MINE}${out.slice(index + length)}`
  }
  return out.replace(NAME, name => (isOwn(name, own) && /\d|[a-z][A-Z]/.test(name) ? MINE : name))
}
