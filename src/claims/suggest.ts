import type { Checked } from './checks/index.ts'
import type { SaidClaim } from './claim.ts'

/** an ending mark of a sentence, with what closes around it */
const ENDING = /([.!?。！？]*["”»」』)）]*\s*)$/

/** What would be written otherwise: words for words, and the reason behind the sentence. */
export interface Rewording {
  readonly from: string
  readonly to: string
  /** with the space before it, where its script has one; empty where nothing need be added */
  readonly note: string
}

/** How a contradicted sentence would be made true, in its own language; `term` is the label of the honest term. Null where its words cannot be replaced. */
export function reword(said: SaidClaim, checked: Checked, term: string): Rewording | null {
  if (checked.check !== 'contradicted' || checked.instead === null) return null
  if (isTitle(said)) return null
  const { suggest: words } = said.tongue.language
  const form =
    said.tongue.forms.find(one => one.fits(said.sentence, said.start, said.start + said.words.length))?.form ??
    'adjective'
  const forms = words.instead[checked.instead]
  const to = forms?.[form] ?? forms?.adjective
  if (to === undefined) return null
  const because = reasonsIn(said, checked)
  const note = because === '' ? '' : words.note.replace('{term}', term).replace('{because}', because)
  return { from: said.words, to: cased(said.words, to), note: note === '' || note.startsWith('（') ? note : ` ${note}` }
}

/** "the Wren Open Source License": the words are a part of a license's name, which is called what it is called. */
const isTitle = ({ sentence, start, words }: SaidClaim) =>
  /^\s?(?:License|Licence|协议|許可|许可|協議)/.test(sentence.slice(start + words.length)) &&
  /(?:[A-Z]\w*|模型)\s?$/.test(sentence.slice(0, start))

/** The same sentence made true; null where nothing need change. */
export function suggest(said: SaidClaim, checked: Checked, term: string): string | null {
  if (checked.check !== 'contradicted' || checked.instead === null) return null
  const rewording = reword(said, checked, term)
  if (!rewording) {
    const { suggest: words } = said.tongue.language
    return words.otherwise
      .replace('{subject}', words.subjects[said.about[0] ?? 'model'] ?? '')
      .replace('{words}', reasonsIn(said, checked))
  }
  return reworded(said.sentence, said.start, rewording, said.tongue.language.id)
}

/** A sentence with its words replaced at `start`, and the note before its last mark. */
export function reworded(sentence: string, start: number, { from, to, note }: Rewording, language: string): string {
  const before = fitArticle(sentence.slice(0, start), to, language)
  const whole = `${before}${to}${sentence.slice(start + from.length)}`
  const ending = ENDING.exec(whole)?.[1] ?? ''
  return `${whole.slice(0, whole.length - ending.length)}${note}${ending}`
}

function reasonsIn(said: SaidClaim, { reasons }: Checked): string {
  const { because, and } = said.tongue.language.suggest
  return reasons
    .flatMap(({ key, license }) => {
      const text = because[key]
      return text ? [text.replace('{license}', license ?? '')] : []
    })
    .join(and)
}

/** A word that begins a sentence keeps its capital. */
function cased(words: string, replacement: string): string {
  const first = words.charAt(0)
  return first !== first.toLowerCase() && words.slice(1) === words.slice(1).toLowerCase()
    ? replacement.charAt(0).toUpperCase() + replacement.slice(1)
    : replacement
}

/** English "an" before a consonant. */
function fitArticle(before: string, replacement: string, language: string): string {
  if (language !== 'en') return before
  return /^[aeiou]/i.test(replacement) ? before.replace(/\b([Aa]) $/, '$1n ') : before.replace(/\b([Aa])n $/, '$1 ')
}
