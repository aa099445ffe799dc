import { readDocument } from '../../documents/index.ts'
import type { ClaimSubject } from '../../knowledge/claim-language.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { lettersOf } from '../../text/letters.ts'
import { capital } from '../../text/phrase.ts'
import { collectFindings, type Findings } from '../../verdict/index.ts'
import { subjectsIn } from '../about/nouns.ts'
import type { SaidClaim, Voice } from '../claim.ts'
import { type Facts, namesOfModel } from '../facts.ts'
import { findClaims } from '../find.ts'
import { type Checked, checkClaim } from '../parts/index.ts'
import { factsMeant, factsOf } from '../parts/model.ts'
import { nameOf, othersThan, properName, statementOf } from '../wording/index.ts'

/** What suggested words are checked again by: who speaks, and what is known of the release. */
export interface Rechecking {
  readonly voice: Voice
  readonly facts: Facts
  readonly findings: Findings
}

/**
 * How a contradicted sentence would be made true in its own words: null where they stand in no form that others can
 * take, in the words of a link, or where the sentence would still be contradicted.
 */
export function reword(said: SaidClaim, checked: Checked, again: Rechecking, knowledge: Knowledge): Rewording | null {
  if (checked.check !== 'contradicted' || checked.instead === null) return null
  if (isTitle(said) || said.cited.some(cited => 'quote' in cited && isLinked(cited.quote, said))) return null
  const { suggest: words } = said.tongue.language
  const form = said.tongue.forms.find(one => one.fits(said.sentence, said.start, said.start + said.words.length))?.form
  const to = form === undefined ? undefined : words.instead[checked.instead]?.[form]
  if (to === undefined || claimsMore(said, checked, again, knowledge)) return null
  const note = withOthers(noteOf(said, checked, knowledge), checked, knowledge)
  const rewording = { from: said.words, to: cased(said.words, to), note }
  const instead = reworded(said.sentence, said.start, rewording, said.tongue.language.id)
  return holds(instead, again, knowledge) ? rewording : null
}

/** reasons that a part is missing, and what of a sentence has that part */
const MISSING: Readonly<Record<string, ClaimSubject>> = {
  data: 'data',
  'training-code': 'training-code',
  'no-code': 'code',
  'no-weights': 'weights',
}

/** Whether a sentence stays false with other words for the claim: it claims more, or names a part that is missing. */
function claimsMore(said: SaidClaim, { reasons }: Checked, again: Rechecking, knowledge: Knowledge): boolean {
  const { sentence, start, words, tongue } = said
  const rest = `${sentence.slice(0, start)}\u0001${sentence.slice(start + words.length)}`
  const named = subjectsIn(rest, tongue).map(({ subject }) => subject)
  return (
    reasons.some(({ key }) => named.some(subject => subject === MISSING[key])) ||
    contradictedIn(sentence, again, knowledge).some(other => other.words !== words || other.start !== start)
  )
}

/** A note with the models that are meant and are under other terms than it says. */
function withOthers(note: string, { instead, models = [] }: Checked, { terms }: Knowledge): string {
  const named = [...terms.values()].some(({ id }) => id === instead)
  const others = named ? othersThan(instead, models) : ''
  return note.replace(/(?=[)）]$)/, `${others}`)
}

/** The note behind a sentence: its honest term, where it is of the model, and the reasons. */
function noteOf(said: SaidClaim, checked: Checked, { terms }: Knowledge): string {
  const because = reasonsIn(said, checked)
  if (because === '') return ''
  const { note } = said.tongue.language.suggest
  const term = [...terms.values()].find(({ id }) => id === checked.instead)?.label
  const shape = term === undefined ? note.replace(/(?<=^[（(]).*(?=\{because\})/, '') : note.replace('{term}', term)
  return `${note.startsWith('（') ? '' : ' '}${shape.replace('{because}', because)}`
}

/** "the Wren Open Source License": the words are a part of a license's name, which is called what it is called. */
const isTitle = ({ sentence, start, words }: SaidClaim) =>
  /^\s?(?:License|Licence|协议|許可|许可|協議)/.test(sentence.slice(start + words.length)) &&
  /(?:[A-Z]\w*|模型)\s?$/.test(sentence.slice(0, start))

/** subjects of which the sentence for the whole release speaks */
const OF_MODEL: ReadonlySet<string> = new Set(['model', 'weights', 'all', 'license'])

/**
 * What holds in the place of a contradicted sentence, in its own language: the sentence with other words, else one of
 * its own that says what the release is, else one that gives the reason. Null where nothing need change, and where none
 * of them holds when it is checked like the publisher's own words.
 */
export function suggest(said: SaidClaim, checked: Checked, again: Rechecking, knowledge: Knowledge): string | null {
  if (checked.check !== 'contradicted') return null
  const { id, suggest: words } = said.tongue.language
  const rewording = reword(said, checked, again, knowledge)
  if (rewording) return reworded(said.sentence, said.start, rewording, id)
  const ofModel = said.about.some(subject => OF_MODEL.has(subject))
  const meant = factsMeant(said, { facts: again.facts, knowledge })
  // what is said of a release that is called like one of its models is read as said of that
  const namesake = meant.models.filter(model => namesOfModel(model).includes(lettersOf(nameOf(meant))))
  const facts = namesake.length === 1 ? factsOf(meant, namesake) : meant
  const { term } = facts
  const whole = ofModel ? statementOf(words.statements[term.floor], facts, id, knowledge) : null
  const statement = whole?.replace(/(?=[)）][.。]?$)/, othersThan(term.id, meant.models)) ?? null
  const because = ofModel && term.id !== meant.term.id ? '' : reasonsIn(said, checked)
  const subject = ofModel ? nameOf(facts) : capital(words.subjects[said.about[0] ?? 'model'] ?? '')
  const reason = because === '' ? null : words.otherwise.replace('{subject}', subject).replace('{words}', because)
  return [statement, reason].find(sentence => sentence !== null && holds(sentence, again, knowledge)) ?? null
}

/** What is contradicted in a sentence when it stands in the release's card, of whatever it speaks. */
function contradictedIn(sentence: string, { voice, facts, findings }: Rechecking, knowledge: Knowledge) {
  const text = { path: 'README.md', content: sentence, encoding: 'utf-8', truncated: false } as const
  // what is found here is said of no sentence of the release
  const apart = collectFindings()
  for (const finding of findings.all) apart.keep(finding)
  return findClaims(readDocument(text), knowledge, voice).filter(
    claim => checkClaim({ ...claim, doubt: null }, { facts, findings: apart, knowledge }).check === 'contradicted',
  )
}

const holds = (sentence: string, again: Rechecking, knowledge: Knowledge) =>
  contradictedIn(sentence, again, knowledge).length === 0

function reasonsIn(said: SaidClaim, { reasons }: Checked): string {
  const { id, suggest: words } = said.tongue.language
  return reasons
    .flatMap(({ key, license }) => {
      const text = words.because[key]
      if (text === undefined) return []
      const name = properName(license ?? '', id)
      if (name !== null || !text.includes('{license}')) return [text.replace('{license}', name ?? '')]
      // "the license of the weights, {license}, limits": what stands as an aside can be left out
      const aside = text.replace(/, \{license\},|[（(]\{license\}[）)]/, '')
      return aside.includes('{license}') ? [] : [aside]
    })
    .join(words.and)
}

/** A word that begins a sentence keeps its capital. */
function cased(words: string, replacement: string): string {
  const first = words.charAt(0)
  return first !== first.toLowerCase() && words !== words.toUpperCase() ? capital(replacement) : replacement
}

/** an ending mark of a sentence, with what closes around it; a colon leads to what follows and stays last */
const ENDING = /([.!?。！？:：]?["”»」』)）]*\s*)$/

/** What would be written otherwise: words for words, and the reason behind the sentence. */
export interface Rewording {
  readonly from: string
  readonly to: string
  /** with the space before it, where its script has one; empty where nothing need be added */
  readonly note: string
}

/** A sentence with its words replaced at `start`, and the note before its last mark. */
export function reworded(sentence: string, start: number, { from, to, note }: Rewording, language: string): string {
  const before = fitArticle(sentence.slice(0, start), to, language)
  const whole = `${before}${to}${sentence.slice(start + from.length)}`
  const ending = ENDING.exec(whole)?.[1] ?? ''
  return `${whole.slice(0, whole.length - ending.length).trimEnd()}${note}${ending}`
}

/** English "an" before a consonant. */
function fitArticle(before: string, replacement: string, language: string): string {
  if (language !== 'en') return before
  return /^[aeiou]/i.test(replacement) ? before.replace(/\b([Aa]) $/, '$1n ') : before.replace(/\b([Aa])n $/, '$1 ')
}

/** letters by which a sentence is found again among its markup */
const OPENING = 16

/**
 * what stays whole in a line: links and images with their addresses, addresses, tags with what they enclose, and code
 */
const WHOLE = new RegExp(
  String.raw`!?\[(?:[^[\]]|\[[^[\]]{0,200}\]){0,400}\](?:\([^()\s]{0,400}[^()]{0,100}\)|\[[^[\]]{0,100}\])|` +
    String.raw`<a\s[^>]{0,400}>.{0,400}?<\/a>|<[a-z/!][^<>]{0,400}>|https?:\/\/[^\s<>()]{1,400}|` +
    String.raw`\x60[^\x60\n]{1,200}\x60`,
  'gi',
)

/** Whether the words of a claim stand in a link's words, which may be the title of what it leads to. */
export function isLinked(raw: string, { sentence, words, start }: SaidClaim): boolean {
  const from = Math.max(0, raw.indexOf(sentence.slice(0, OPENING)))
  // of equal words the one at the claim's place in the sentence
  const nth = sentence.slice(0, start).split(words).length - 1
  let at = raw.indexOf(words, from)
  for (let skipped = 0; skipped < nth && at >= 0; skipped++) at = raw.indexOf(words, at + words.length)
  return at >= 0 && wholeAt(raw, at) !== null
}

/** Where what stays whole around a place ends; null where nothing such is around it. */
function wholeAt(raw: string, at: number): number | null {
  for (const match of raw.matchAll(WHOLE)) {
    if (match.index > at) return null
    const end = match.index + match[0].length
    if (match.index < at && at < end) return end
  }
  return null
}

/**
 * Lines of a file with a sentence in them reworded: the claim's words are replaced, and the note stands where the
 * sentence ends, behind a link that it ends in. Null where the words stand in a link, or markup stands within them, so
 * that they cannot be replaced by others as they are.
 */
export function rewordRaw(raw: string, said: SaidClaim, rewording: Rewording): string | null {
  const from = Math.max(0, raw.indexOf(said.sentence.slice(0, OPENING)))
  const at = raw.indexOf(rewording.from, from)
  if (at < 0 || wholeAt(raw, at) !== null) return null
  const sentenceEnd = endOf(raw, at + rewording.from.length, said)
  const whole = wholeAt(raw, sentenceEnd)
  const language = said.tongue.language.id
  if (whole === null) {
    const sentence = reworded(raw.slice(from, sentenceEnd), at - from, rewording, language)
    return raw.slice(0, from) + sentence + raw.slice(sentenceEnd)
  }
  // a bracket at the end of a link is no mark of the sentence
  const mended = reworded(raw.slice(from, whole), at - from, { ...rewording, note: '' }, language)
  return raw.slice(0, from) + mended + rewording.note + raw.slice(whole)
}

/** Behind the last words of the sentence and its mark; right behind the claim where they are not found. */
function endOf(raw: string, after: number, said: SaidClaim): number {
  const behind = said.sentence.slice(said.start + said.words.length)
  const last = /[\p{L}\p{N}]+[^\p{L}\p{N}]*$/u.exec(behind)?.[0]
  if (last === undefined) return after + (/^[.!?。！？]+/.exec(raw.slice(after))?.[0].length ?? 0)
  const word = /^[\p{L}\p{N}]+/u.exec(last)?.[0] ?? last
  // the last word may stand in the sentence more than once: its last place before the sentence is over
  const reach = after + behind.length * 3 + 200
  const at = raw.slice(0, reach).indexOf(word, after + Math.max(0, behind.length - last.length - OPENING))
  if (at < 0) return after
  const tail = /^[*_`"”’)\]]{0,4}[.!?。！？]*/.exec(raw.slice(at + word.length))?.[0] ?? ''
  return at + word.length + tail.length
}
