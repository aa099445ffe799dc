import type { Finder } from '../../wordings/marked.ts'
import { subjectsIn } from '../about/nouns.ts'
import type { Tongue } from '../languages.ts'
import type { Hit } from '../phrases.ts'
import { isOwn, NAME_IN_TEXT, type Own, ownNamesIn, placesOf } from './names.ts'

/** stands for a name of the release; the phrase files say `@` */
const MINE = '@'

/**
 * Whether a sentence asserts its phrase of the release's own model, by how it is built: the phrase stands in a noun
 * phrase with the release's own name, or its own subject is linked to it, or it opens the sentence and gives something;
 * and nothing between them speaks of others.
 */
export function isAssertedOfOwn(
  { says, start, end }: Hit,
  text: string,
  tongue: Tongue,
  own: Own,
  back = false,
): boolean {
  const { links, opens, apart, behind, holds, whose: owned } = tongue.own
  const named = masked(text.slice(0, start), own).replace(DATED, '')
  const referred = back ? tongue.refers?.all(named).at(-1)?.end : undefined
  const before = referred === undefined ? named : `${MINE}${named.slice(referred)}`
  const after = masked(text.slice(end), own)
  const phrase = text.slice(start, end)
  // "we release": the speaker stands in the words
  if (says === 'released' && tongue.speaker?.test(phrase)) return true
  // "**Fully open source**: Wren comes with …": the words are a label of what is told of the release
  if (named === before && LABELED.test(after) && BULLET.test(named)) return true
  if (behind?.test(after)) return false
  // "anyone can use Wren commercially", "the training data of Wren is open"
  if (masked(phrase, own).includes(MINE)) return true
  const subject = lastSubject(before, tongue)
  const between = (subject === null ? before : before.slice(subject)).replace(ASIDE, '')
  // "TeleChat开源模型", "our open-source Wren-7B": nothing but the words of one noun phrase
  const beside = before.endsWith(MINE, subject ?? 0) && subject !== null && BETWEEN.test(between)
  const owner = (tongue.spaced ? NAMED_BEHIND.spaced : NAMED_BEHIND.unspaced).exec(after)?.[0]
  const close =
    owner !== undefined && !(tongue.spaced && tongue.stop.test(owner)) && !namesOthers(clauseOf(before), apart, own)
  // "for more on the open-source model of Wren": whatever is said of it, it is called so
  if (beside || close || (owned?.test(after) && !before.includes(MINE))) return true
  if (subject === null) return opens(`${before}${phrase}${after}`, before.length, before.length + phrase.length)
  const lead = clauseOf(before.slice(0, Math.max(0, subject - 1)))
  const whose = before.charAt(subject - 1) === MINE && !APPOSED.test(between)
  if (whose && namesOthers(lead, apart, own) && !isOwnedBy(lead, tongue)) return false
  // "they are language models, with open weights": what a model has is said of it
  if (CLAIMS_OF_PARTS.has(says) && holds?.test(between) && ownNamesIn(between, own).length === 0) return true
  // nothing between them speaks of others, or nothing behind what links them
  if (!namesOthers(between, apart, own)) return true
  return links.some(link => {
    const found = link.all(between).at(-1)?.end
    return found !== undefined && !namesOthers(between.slice(found), apart, own)
  })
}

/** claims of a part, which a model has */
const CLAIMS_OF_PARTS: ReadonlySet<Hit['says']> = new Set<Hit['says']>([
  'open-weights',
  'open-data',
  'open-training-code',
])

/** "the code of Wren, an open-source model": what is told of a name is said of it, whatever the name stands for */
const APPOSED = /^[\s*_]{0,3}[,—–-][\s*_]/

/** "the weights of Wren", but not "the techniques from the Wren report" */
const isOwnedBy = (lead: string, tongue: Tongue) =>
  subjectsIn(lead, tongue).some(({ subject, end }) => OWNED_BY.has(subject) && lead.length - end <= OWNED)
const OWNED = 8
const OWNED_BY = new Set<string>(['model', 'weights', 'output'])

/** "a state-of-the-art model": the words of a compound are none of its sentence */
const namesOthers = (text: string, apart: Finder | null, own: Own) =>
  (apart?.test(text.replace(COMPOUND, '-')) ?? false) || ownNamesIn(text, own).length > 0
const COMPOUND = /\p{L}{1,30}(?:-\p{L}{1,30}){1,5}/gu

/** before a label of an item, and behind the phrase in it: "**Fully open source & ready**: ", "完全开源，商用就绪 — " */
const BULLET = /^[^\p{L}\d]*$/u
const LABELED = /^(?:\s?[&，、][^.:;：；。—–]{1,24})?[\s*_]{0,4}[:：—–]/

/** "2026.11.02: ", "[2026/11]", "[x] " */
const DATED = /^[^\p{L}\d@]{0,8}(?:\d[\d\s./年月日-]{3,14}[^\p{L}\d@]{0,4}|(?<=\[)x\] )/u

const clauseOf = (text: string) => /[^,;:，；：。@]*$/.exec(text)?.[0] ?? ''

/** Behind the last words before the phrase that name the release or its speaker; null where none do. */
function lastSubject(before: string, { speaker }: Tongue): number | null {
  const named = before.lastIndexOf(MINE)
  const at = Math.max(named + 1, speaker?.all(before).at(-1)?.end ?? 0)
  return at === 0 ? null : at
}

/** something in brackets within a sentence, with the space before it */
const ASIDE = /\s?[(（][^()（）]{1,80}[)）]/g

const BETWEEN = /^[\s"'“”*_`的の-]{0,4}$/
/** the release's name behind the phrase, with words of its noun phrase between */
const NAMED_BEHIND = {
  spaced: /^[\s"'“”«*_`-]{0,4}(?:[\p{L}\d-]{1,30}[\s*_`"“«]{1,4}){0,4}@/u,
  unspaced: /^[^，。；：！？、,;:@]{0,12}@/,
}

/** The text with the release's own names masked. */
function masked(text: string, own: Own): string {
  const out = placesOf(text, own.names).reduceRight(
    (out, { start, end }) => `${out.slice(0, start)}${MINE}${out.slice(end)}`,
    text,
  )
  const mine = (name: string) =>
    own.names.includes(name.toLowerCase()) || (isOwn(name, own) && /\d|[a-z][A-Z]/.test(name))
  return out.replace(NAME_IN_TEXT, name => (mine(name) ? MINE : name)).replace(VARIANT, MINE)
}

/** "Wren 7B Chat", "Wren-Chat" */
const VARIANT = /@(?:[-\s][A-Z\d][\w.+/-]*){1,4}/g
