import { sameFamily } from '../../evidence/publisher/owners.ts'
import { lettersOf } from '../../text/letters.ts'
import type { Speaker } from './statement.ts'

/** Whether words name the speaker: by what it, its title or its publisher is called. */
export function speaksOfItself(text: string, speaker: Speaker): boolean {
  const plain = lettersOf(text)
  const name = lettersOf(speaker.name)
  if (name.length >= 3 && plain.includes(name)) return true
  if (speaker.title !== '' && plain.includes(speaker.title)) return true
  return [...text.matchAll(/[A-Z][\w.-]{2,40}/g)].some(
    match => sameFamily(match[0], speaker.name) || speaker.isPublisher(match[0]),
  )
}

/** Names of a person or project at the head of the sentence that are not the speaker's. */
export function speaksOfOthers(text: string, speaker: Speaker, models: readonly string[]): boolean {
  if (models.length > 0 || speaksOfItself(text, speaker)) return false
  const head = text.replace(/^[\s\-*•>#:]+/, '').slice(0, 80)
  const [name = ''] = CAPITALS.exec(head) ?? []
  const words = head
    .slice(name.length)
    .trim()
    .split(/\s+/, MOST_BETWEEN + 1)
  const at = words.findIndex(word => VERBS.has(word))
  if (name === '' || at < 0 || NO_NAME.test(head) || words.slice(0, at).some(word => /^us(?:e|age)$/.test(word)))
    return false
  // "Consultants are", "Streaming with it is": one plain word with a capital is a name where it is one thing
  return (at === 0 && !PLURAL.has(words[at] ?? '')) || /[A-Z\d-].*[A-Z\d-]/.test(name)
}

/** words with a capital at the head of a sentence, and what they do, at most so many words behind them */
const CAPITALS = /^[A-Z][\w.+-]*(?: [A-Z0-9][\w.+-]*)*/
const MOST_BETWEEN = 4
const PLURAL: ReadonlySet<string> = new Set(['are', 'were', 'have'])
const VERBS: ReadonlySet<string> = new Set(['is', 'was', 'has', 'under', ...PLURAL])
const NO_NAME = new RegExp(
  `^(?:${[
    'the|this|that|these|those|our|all|both|we|it|its|you|your|any|every|each|no|none|nobody|anyone|everyone|some|such',
    'only|they|he|she|who|what|there|use|usage|please|for|in|by|as|see|note|while|and|but|with|when|if|to|under',
    'code|source|data|base|delta|models?|weights|licen[cs]ed?|copyright|pre-?trained|fine-?tuned|final|official',
    'released?|users?|developers?|researchers?|commercial|academic|personal|private',
  ].join('|')})\\b`,
  'i',
)
