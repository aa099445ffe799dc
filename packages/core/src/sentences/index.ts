import { citeLines, citeMetadata, citeValue, quoteSentence } from '../documents/cite.ts'
import type { Document } from '../documents/index.ts'
import { sentencesOfDocument } from '../documents/sentences.ts'
import { cite, type Evidence, type Gate } from '../evidence/index.ts'
import { citeHub, isOfGate } from '../evidence/metadata/hub.ts'
import { settingsIn } from '../evidence/metadata/settings.ts'
import { leavesOf, plainKey } from '../evidence/metadata/terms-said.ts'
import { isOfOthers } from '../evidence/paths.ts'
import type { Text } from '../release/release.ts'
import type { Cited } from '../report/report.ts'
import { isSentence, type Sentence, type Surface } from './sentence.ts'

/** keys whose values are examples, results, or names of other things */
const EXAMPLES = /^(?:widget|modelindex|inference|datasets?|basemodel|metrics|tags|language|languages|pipelinetag)/
/** what a template and a prompt of a program have */
const OF_PROGRAM = /[{}<>]|\|>/
/** longer values of settings are templates */
const LONGEST_SETTING = 800
/** values of one file that are read */
const MOST_VALUES = 200

const said = (text: string, surface: Surface, heading: string, cited: () => Cited): Sentence => ({
  text,
  surface,
  heading,
  lead: '',
  before: '',
  cited,
})

/** A key as a heading is written. */
const asHeading = (key: string) => key.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/[_-]+/g, ' ')

/** What the values under a key say; a form's are read as a form. */
const valuesUnder = (key: string, value: unknown, cited: (value: string) => Cited): Sentence[] =>
  isOfGate(key) || EXAMPLES.test(plainKey(key))
    ? []
    : leavesOf('', value)
        .filter(leaf => isSentence(leaf.value))
        .slice(0, MOST_VALUES)
        .map(leaf => said(leaf.value, 'value', asHeading(key), () => cited(leaf.value)))

/** What the values of a card's front matter say, of known keys and others. */
export function valuesIn({ path, frontMatter }: Document): Sentence[] {
  return (frontMatter?.entries ?? []).flatMap(entry =>
    valuesUnder(entry.key, entry.value, () => cite(citeMetadata(path, entry))),
  )
}

/** a line of its own, or behind a value that is neither quoted nor a text of many lines */
const COMMENT = /^(?:[\w.-]{1,60}\s?:[^#"'|>]{0,300}\s)?#\s?(\S.*)$/
/** longer lines are data */
const LONGEST_LINE = 2_000

/** What comments among a card's front matter say; no reader of the card sees them. */
export function frontComments({ path, frontMatter, lines }: Document): Sentence[] {
  if (frontMatter === null) return []
  const { line: first, endLine } = frontMatter
  return lines.slice(first, endLine - 1).flatMap((text, at): Sentence[] => {
    const value = COMMENT.exec(text.slice(0, LONGEST_LINE))?.[1]?.trim()
    return value ? [said(value, 'comment', 'license', () => cite(citeValue(path, '#', value, first + at + 1)))] : []
  })
}

/** The same of a card that a hub tells of and does not give. */
export function valuesAtHub({ release: { hub }, card }: Evidence): Sentence[] {
  if (!hub || card?.frontMatter) return []
  return Object.entries(hub.card).flatMap(([key, value]) =>
    valuesUnder(key, value, leaf => cite(citeHub(hub, `cardData.${key}`, leaf))),
  )
}

/** What the form before a download says beside its prompt: whoever fills it in agrees to it. */
export function sentencesOfForm({ fields, says, place, cited }: Gate): Sentence[] {
  return [...fields, ...says].map(text =>
    said(text, 'form', 'license', () =>
      place ? cite({ path: place.path, ...quoteSentence(place.lines, place.line, place.endLine, text) }) : cited,
    ),
  )
}

/** configurations that are of a package, of data, or of a tokenizer's words */
const NOT_OF_MODEL = /(?:^|\/)(?:package(?:-lock)?|dataset_infos?|vocab|tokenizer|added_tokens)\.json$|\.index\.json$/i

/** What the configurations of a model say in sentences. */
export function settingsSaid({ release: { texts } }: Evidence): Sentence[] {
  return [...texts.values()]
    .filter(({ path }) => /\.json$/i.test(path) && !NOT_OF_MODEL.test(path) && !isOfOthers(path))
    .flatMap(settingsOf)
}

function settingsOf(text: Text): Sentence[] {
  return leavesOf('', settingsIn(text))
    .filter(({ value }) => value.length < LONGEST_SETTING && isSentence(value) && !OF_PROGRAM.test(value))
    .slice(0, MOST_VALUES)
    .map(({ key, value }) => {
      const cited = () => {
        const at = text.content.indexOf(JSON.stringify(value).slice(0, 40))
        return cite(citeValue(text.path, key, value, at < 0 ? undefined : text.content.slice(0, at).split('\n').length))
      }
      return said(value, 'setting', asHeading(key), cited)
    })
}

/** a longer question asks several things at once */
const LONGEST_QUESTION = 300
const QUESTION = /[?？]["'”*_)\s]*$/
const NO = new RegExp(
  String.raw`^[^\p{L}\p{N}]*(?:(?:a|answer|答)\d?\s?[:：.)]\s*)?(?:no\b(?! (?:problem|issue|worries|need))|nope\b|` +
    String.raw`unfortunately,? (?:no|not)\b|not (?:at all|allowed|permitted|currently|without)\b|` +
    String.raw`不(?!用|需|必)|否|아니|いいえ|nein\b|non\b)`,
  'iu',
)
/** what a question asks about, said as a rule: "Can I use it in trade? No." is "You may not use it in trade." */
const DENIED: readonly (readonly [RegExp, string])[] = [
  [
    new RegExp(
      '^(?:can|may|could|do|am|are) (?:i|we|you|one|users?|companies|it|the model|this model)' +
        '(?: (?:have the right|allowed|permitted|free|able) to| be)? (.+)$',
      'i',
    ),
    'You may not $1.',
  ],
  [/^(?:is|are) (.+?) (?:allowed|permitted|possible|okay|ok|free|supported)\b.*$/i, '$1 is not allowed.'],
  [/^(.{0,100}?)(?:是否|能否|可否|能不能|可不可以|可以|能)(?:被|用于)?(.{1,100}?)[吗么嘛]?$/u, '$1不得用于$2。'],
]

/** Rules that the answer "no" makes of questions: in two sentences, a heading and what follows, or two blocks. */
export function answersIn(document: Document): Sentence[] {
  const found: Sentence[] = []
  let asked: { readonly text: string; readonly line: number } | null = null
  for (const block of document.blocks) {
    if (block.kind === 'code' || block.kind === 'row') continue
    for (const { text, line, endLine } of sentencesOfDocument(block)) {
      const rule = asked && block.kind !== 'heading' && NO.test(text) ? denied(asked.text) : null
      const first = asked?.line ?? line
      const cited = () => cite(citeLines(document.path, document.lines, first, endLine))
      if (rule) found.push({ text: rule, surface: 'answer', heading: 'License', lead: '', before: '', cited })
      asked = QUESTION.test(text) && text.length <= LONGEST_QUESTION ? { text, line } : null
    }
  }
  return found
}

/** A question as the rule that the answer "no" makes of it; null where it asks something else. */
function denied(question: string): string | null {
  const plain = question
    .replace(/[?？]["'”*_)\s]*$/, '')
    .replace(/^[^\p{L}\p{N}]*(?:(?:q|question|问)\d{0,2}\s?[:：.)]\s*)?(?:\d{1,2}[.)]\s*)?/iu, '')
  const way = DENIED.find(([asks]) => asks.test(plain))
  return way ? plain.replace(way[0], way[1]) : null
}

export { commentsIn, sentencesIn, sentencesOfHeader } from './pages.ts'
export { isSentence, type Sentence, SURFACES, type Surface, type Within } from './sentence.ts'
