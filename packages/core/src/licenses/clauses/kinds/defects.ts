import type { SaidClause } from '../../../modality/said.ts'
import type { ClauseContext, Passage, ReadSaid } from '../../clause.ts'

/**
 * A flaw of drafting in a legal text: a blank left in, an attachment not there, a sentence that another contradicts.
 */
export const textDefect: ReadSaid = (said, passage, context) => {
  const flaw = blankIn(said, passage, context) ?? missingIn(said, passage, context) ?? opposedIn(said, passage, context)
  return flaw === null ? null : { mode: 'definition', parameters: { says: flaw.says }, at: flaw.at }
}

interface Flaw {
  readonly says: string
  readonly at: number
}

const BRACKETS =
  /[[<【（]([^[\]<>【】（）]{1,70})[\]>】）]|\{\{[^{}]{1,40}\}\}|\{([^{}]{1,20})\}|\[?(?:_{3,}|\?{2,}|●)\]?/gu
/** a word with nothing behind it: "the laws of , without regard" */
const NOTHING_BEHIND = /\b(\w{2,3}(?: the)?) (?:, |\.$)/
/** what a form asks for, and where one writes it */
const FIELD = /^\W{0,4}([\w -]{3,40}?)\W{0,4}[:：]/

const alone = (passage: Passage, text: string): Passage => ({ ...passage, text, heading: '', lead: '' })

/** The blank a passage still holds. */
function blankIn(said: SaidClause, passage: Passage, context: ClauseContext): Flaw | null {
  const { text } = passage
  const found = bracketIn(said, passage) ?? wordIn(said, passage)
  if (found === null) return null
  const field = FIELD.exec(text)?.[1]
  if (field !== undefined && said.has('form field', alone(passage, field))) return null
  if (passage.line >= templateIn(said, context.passages)) return null
  return { says: `a blank is left in: ${text.slice(found.at, found.end)}`, at: found.at }
}

type Stretch = { readonly at: number; readonly end: number }

/** Brackets around what is to be filled in. */
function bracketIn(said: SaidClause, passage: Passage): Stretch | null {
  for (const { 0: whole, 1: bracketed, 2: braced, index } of passage.text.matchAll(BRACKETS)) {
    const inside = bracketed ?? braced
    const place = { at: index, end: index + whole.length }
    if (inside === undefined) {
      if (whole.startsWith('{{')) return place
      continue
    }
    const within = alone(passage, inside)
    const last = alone(passage, inside.trim().split(' ').slice(-2).join(' '))
    const ends = said.find('blank end', last)
    const isBlank =
      said.find('blank start', within)?.at === inside.length - inside.trimStart().length ||
      (ends !== null && ends.end === last.text.length) ||
      said.has('blank', within) ||
      (said.has('year', within) && said.has('copyright', passage))
    if (isBlank && !said.has('owner', within)) return place
  }
  return null
}

/** A word that stands for what is not written yet, or a gap where a name was to stand. */
function wordIn(said: SaidClause, passage: Passage): Stretch | null {
  const unfinished = said.find('unfinished')
  if (unfinished !== null && passage.text[unfinished.end] !== '.') return unfinished
  if (unfinished !== null && unfinished.end === passage.text.length - 1) return unfinished
  const nothing = NOTHING_BEHIND.exec(passage.text)
  return nothing !== null && said.has('hollow', alone(passage, nothing[1] ?? ''))
    ? { at: nothing.index, end: nothing.index + nothing[0].length }
    : null
}

const templates = new WeakMap<readonly Passage[], number>()

/** the line from which a text shows how to apply it */
function templateIn(said: SaidClause, passages: readonly Passage[]): number {
  const known = templates.get(passages)
  if (known !== undefined) return known
  const line = passages.find(other => said.has('template', alone(other, other.text)))?.line ?? Number.POSITIVE_INFINITY
  templates.set(passages, line)
  return line
}

/** what an attachment is told by: "A", "IV", "2", "一" */
const LABEL = /^ ?("?[a-f]"?|[ivx]{1,3}|\d)\b(?!\.\d)|^\s?([一二三四五六七八九十\d])/i
/** letters behind a reference in which it may say whose the attachment is */
const WHOSE = 80

interface Reference extends Stretch {
  readonly label: string
}

/** The attachments that a passage names, in their order. */
function referencesIn(said: SaidClause, passage: Passage): readonly Reference[] {
  const found: Reference[] = []
  let from = 0
  for (;;) {
    const rest = passage.text.slice(from)
    const word = said.find('attachment', alone(passage, rest))
    if (word === null) return found
    const label = LABEL.exec(rest.slice(word.end))
    const end = word.end + (label?.[0].length ?? 0)
    if (label !== null)
      found.push({
        at: from + word.at,
        end: from + end,
        label: rest.slice(word.at, end).toLowerCase().replace(/[" ]/g, ''),
      })
    from += end
  }
}

/** An attachment that a passage refers to and that stands nowhere in the text. */
function missingIn(said: SaidClause, passage: Passage, context: ClauseContext): Flaw | null {
  for (const { at, end, label } of referencesIn(said, passage)) {
    // asked for only now: what rests on the rest of a text is read anew in each
    const { passages } = context
    const behind = alone(passage, passage.text.slice(at, end + WHOSE))
    if (said.has('elsewhere', behind) || said.has('of another', alone(passage, passage.text.slice(0, end)))) continue
    if (startsIn(said, passage, passages).has(label)) continue
    if (said.has('of the license', behind) && passages.some(other => said.has('that license', other))) continue
    return { says: `${passage.text.slice(at, end)} is referred to and is not in the text`, at }
  }
  return null
}

/** letters within which a passage begins with the name of an attachment */
const BEGINNING = 30
const starts = new WeakMap<readonly Passage[], Map<string, ReadonlySet<string>>>()

/** the attachments that have a heading or paragraph of their own in a text */
function startsIn(said: SaidClause, { language }: Passage, passages: readonly Passage[]): ReadonlySet<string> {
  const byLanguage = starts.get(passages) ?? new Map<string, ReadonlySet<string>>()
  starts.set(passages, byLanguage)
  const known = byLanguage.get(language)
  if (known !== undefined) return known
  const own = new Set(
    passages.flatMap(other => {
      const text = other.text.slice(0, BEGINNING).replace(/["'(]/g, '')
      const first = referencesIn(said, alone(other, text))[0]
      return first === undefined || first.at > 4 ? [] : [first.label]
    }),
  )
  byLanguage.set(language, own)
  return own
}

const OPPOSITES = {
  revocable: 'the grant is called revocable here and irrevocable elsewhere',
  sublicense: 'the grant is called non-sublicensable here and lets one sublicense elsewhere',
  commercial: 'commercial use is barred here and allowed elsewhere',
} as const

/** What a passage says and another one denies; told at the first that says it. */
function opposedIn(said: SaidClause, passage: Passage, context: ClauseContext): Flaw | null {
  for (const [matter, says] of Object.entries(OPPOSITES)) {
    const here = said.find(`${matter} here`)
    if (here === null || said.has('apart')) continue
    const { passages } = context
    const isSaid = (other: Passage) => said.has(`${matter} here`, alone(other, other.text))
    if (passages.find(other => isSaid(other) && !said.has('apart', other)) !== passage) continue
    const denied = passages.some(
      other =>
        other !== passage &&
        other.language === passage.language &&
        said.has(`${matter} elsewhere`, alone(other, other.text)) &&
        !isSaid(other) &&
        !said.has('aside', alone(other, other.text)),
    )
    if (denied) return { says, at: here.at }
  }
  return null
}
