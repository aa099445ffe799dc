import type { Ready } from '../modality/ready.ts'
import type { Words } from '../modality/words.ts'
import type { Sentence } from '../wordings/search.ts'
import type { Mention } from './mentions.ts'

/** A mention with the number of its word. */
export interface Placed {
  readonly place: number
  readonly mention: Mention
}

/** letters without which a sentence is not in a language; all others are told apart by their words */
export const SCRIPTS: Readonly<Record<string, RegExp>> = {
  zh: /\p{Script=Han}/u,
  ja: /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
  ko: /\p{Script=Hangul}/u,
  ru: /\p{Script=Cyrillic}/u,
}

/** words before an origin among which something else may be said of it */
const BEFORE = 9
/** words between a model and what is said of it as their subject: "Gull is a" */
const SUBJECT = 3

/** words between what is said and the model that it is said of, and between two models side by side */
const REACH = 6
const BASES_BESIDE = 3

/** Where what is said of a model ends, by language, and what puts one model beside another. */
export interface Ends {
  readonly stops: ReadonlyMap<string, ReadonlySet<string>>
  readonly and: ReadonlySet<string>
}

/** The models shortly behind a place, over nothing that the words before could speak of instead. */
export function reached(
  { tokens, words, text }: Words,
  at: readonly Placed[],
  to: number,
  { language }: Ready,
  { stops, and }: Ends,
): readonly Placed[] {
  const found: Placed[] = []
  let gap = 0
  for (let place = to + 1; place < words.length; place++) {
    const word = words[place] ?? ''
    const parted = text.slice(tokens[place - 1]?.end, tokens[place]?.start)
    if (/[.;；。]|—| - /.test(parted) || (found.length === 0 && /[,，]/.test(parted))) break
    const next = at.find(one => one.place === place)
    if (next) {
      found.push(next)
      gap = 0
    } else if (++gap > (found.length > 0 ? BASES_BESIDE : REACH)) break
    else if (
      found.length === 0
        ? stops.get(language)?.has(word) || and.has(word)
        : gap === 1 && !and.has(word) && !/[,(（/]/.test(parted)
    )
      break
  }
  return found
}

/** Whether what may be said of a program is said of a model: of one that is named, or of what is called so. */
export function isOfModel({ marks }: Ready, sentence: Sentence, at: readonly Placed[], words: Words, from: number) {
  const { own, tokens } = words
  if (marks.subject === undefined || from <= own || at.some(({ place }) => place < from)) return true
  // "Heron is built on …"
  if (tokens[own]?.capital && /^(?:is|was|are|were)$/.test(words.words[own + 1] ?? '')) return true
  return marks.subject().some(search => search.places(sentence).some(({ from: place }) => place >= own && place < from))
}

/** Whether one of the marks `before` stands shortly before a place, or in it up to its model. */
export function isAside({ marks }: Ready, sentence: Sentence, from: number, first: number): boolean {
  const places = (marks.before?.() ?? []).flatMap(search => search.places(sentence))
  return places.some(one => one.to < first && one.from >= from - BEFORE)
}

/** Whether the model named right before a place is another's, of which it is said: "Gull is fine-tuned from …". */
export function isOfAnother(
  at: readonly Placed[],
  { own, tokens, text }: Words,
  from: number,
  { language }: Ready,
): boolean {
  const before = at.findLast(({ place }) => place >= own && place < from)
  // in "the Gull model fine-tuned from …" nothing stands between, save in scripts without such words
  const least = language in SCRIPTS ? 1 : 2
  if (before?.mention.is !== 'model' || before.mention.ours === 'offered' || from - before.place > SUBJECT) return false
  const between = text.slice(before.mention.end, tokens[from]?.start)
  // in "Gull (fine-tuned from …)" the bracket speaks of what is right before it
  if (/^\s?[(（]\w{0,20}\s?$/.test(between)) return true
  return from - before.place >= least && !/[(（,，、;；:：]/.test(between)
}
