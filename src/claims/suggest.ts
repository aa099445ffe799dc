import type { Checked } from './checks/index.ts'
import type { SaidClaim } from './claim.ts'

/** an ending mark of a sentence, with what closes around it */
const ENDING = /([.!?。！？]*["”»」』)）]*\s*)$/

/** The same sentence made true, in its own language; `term` is the label of the honest term. Null where nothing need change. */
export function suggest(
  said: SaidClaim,
  checked: Checked,
  term: string,
  edited: string = said.sentence,
): string | null {
  if (checked.check !== 'contradicted' || checked.instead === null) return null
  const { suggest: words, id } = said.tongue.language
  const form =
    said.tongue.forms.find(one => one.fits(said.sentence, said.start, said.start + said.words.length))?.form ??
    'adjective'
  const forms = words.instead[checked.instead] ?? {}
  const replacement = forms[form] ?? forms.adjective
  const because = checked.reasons
    .flatMap(reason => {
      const text = words.because[reason.key]
      return text ? [text.replace('{license}', reason.license ?? '')] : []
    })
    .join(words.and)
  const note = because === '' ? '' : words.note.replace('{term}', term).replace('{because}', because)
  const space = /^[（(]?[（]/.test(note) || note === '' ? '' : ' '
  if (replacement === undefined)
    return words.otherwise
      .replace('{subject}', words.subjects[said.about[0] ?? 'model'] ?? '')
      .replace('{words}', because)
  const before = edited.slice(0, said.start)
  const after = edited.slice(said.start + said.words.length)
  const whole = `${fitArticle(before, replacement, id)}${cased(said.words, replacement)}${after}`
  const ending = ENDING.exec(whole)?.[1] ?? ''
  return `${whole.slice(0, whole.length - ending.length)}${space}${note}${ending}`
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
