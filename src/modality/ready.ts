import { type ClauseWording, type ClauseWordings, frameOf, MODE_OF, type Modality } from '../knowledge/wording.ts'
import { simplified } from '../text/simplified.ts'
import type { Mode } from '../vocabulary.ts'
import { type Key, keysOf, type Often, rarest } from '../wordings/keys.ts'
import { type Lists, type Pattern, parsePattern } from '../wordings/pattern.ts'
import { type Search, searchOf } from '../wordings/search.ts'
import { tokensOf } from '../wordings/tokens.ts'
import type { Turns } from './words.ts'

/** A wording that is ready to be looked for; what it takes is made when it is first asked for. */
export interface Ready {
  readonly kind: string
  readonly language: string
  readonly wording: ClauseWording
  readonly mode: Mode
  readonly turns: Turns
  /** of one of these there must be one among the words: by it the wording is looked up */
  readonly key: readonly Key[]
  search(): Search
  /** the words of the kind alone, without a frame around them; null where there is no frame */
  readonly bare: (() => Search) | null
  unless(): readonly Search[]
  /** what else may be said that counts, by name */
  readonly marks: Readonly<Record<string, () => readonly Search[]>>
}

/** What is said in one language. */
interface Language {
  readonly modality: Modality | undefined
  readonly turns: Turns
  readonly often: Often
}

/** Makes the wordings of all files ready. Throws RangeError where one has no word that it cannot do without. */
export function makeReady(files: readonly ClauseWordings[], modalities: readonly Modality[]): readonly Ready[] {
  const languages = new Map(modalities.map(modality => [modality.id, languageOf(modality)]))
  return files.flatMap(file => {
    const language = languages.get(file.language) ?? languageOf(undefined)
    const lists = memo(() => listsOf(file, language.modality))
    const parse = (words: string) => memo(() => searchOf(parsed(words, lists())))
    const all = (words: readonly string[]) => {
      const searches = words.map(parse)
      return () => searches.map(search => search())
    }
    const marks = Object.fromEntries(Object.entries(file.marks).map(([name, words]) => [name, all(words)]))
    const shared = all(file.unless)
    return file.wordings.map((wording): Ready => {
      const { frame, words } = frameOf(wording)
      const around = (frame: string) => frame.replaceAll('{}', `(${words})`)
      const frames = frame === 'says' ? ['{}'] : (language.modality?.frames[frame] ?? [])
      const spares = frame === 'says' ? [] : (language.modality?.unless[frame] ?? [])
      const own = all([...(wording.unless ?? []), ...spares.map(around)])
      return {
        kind: file.kind,
        language: file.language,
        wording,
        mode: wording.as ?? MODE_OF[frame],
        turns: language.turns,
        key: wording.key === undefined ? keyOf(words, lists(), language.often) : wording.key.map(readKey),
        search: parse(frames.map(around).join('|')),
        bare: frame === 'says' ? null : parse(words),
        unless: memo(() => [...shared(), ...own()]),
        marks,
      }
    })
  })
}

/** The rarest words of a wording, as they are written into what the build makes: `word`, `begins~`, `~ends`. */
export const keyFor = (wording: ClauseWording, file: ClauseWordings, modality: Modality | undefined): string[] => {
  const { words } = frameOf(wording)
  return keyOf(words, listsOf(file, modality), oftenIn(modality)).map(({ word, match }) =>
    match === 'start' ? `${word}~` : match === 'end' ? `~${word}` : word,
  )
}

const readKey = (written: string): Key => {
  if (written.endsWith('~')) return { word: written.slice(0, -1), match: 'start' }
  return written.startsWith('~') ? { word: written.slice(1), match: 'end' } : { word: written, match: 'whole' }
}

function keyOf(words: string, lists: Lists, often: Often): readonly Key[] {
  const key = rarest(keysOf(parsed(words, lists), often), often)
  if (key === null) throw new RangeError(`the wording “${words}” has no word that it cannot do without`)
  return key
}

const languageOf = (modality: Modality | undefined): Language => ({
  modality,
  often: oftenIn(modality),
  turns: {
    words: new Set((modality?.turns ?? []).map(simplified)),
    straight: (modality?.straight ?? []).map(words => tokensOf(words).map(({ word }) => word)),
  },
})

/** as the text they are looked for in: traditional Chinese letters, which Japanese has too, in their simplified form */
const listsOf = (file: ClauseWordings, modality: Modality | undefined): Lists =>
  Object.fromEntries(
    Object.entries({ ...modality?.lists, ...file.marks, ...file.lists }).map(([name, all]) => [
      name,
      all.map(simplified),
    ]),
  )

const parsed = (words: string, lists: Lists): Pattern => parsePattern(simplified(words), lists)

/** what stands for more than one word is in many sentences, and none should be looked up by it */
const STANDS_FOR_MANY = /^\{/
/** as often as a usual word is met, beside one that is not */
const USUAL = 1_000

/** How often words of a language are met, by what its modality calls usual; else long ones are met less often. */
function oftenIn(modality: Modality | undefined): Often {
  const usual = new Set(modality?.usual ?? [])
  return ({ word, match }) => {
    if (usual.has(word) || STANDS_FOR_MANY.test(word)) return USUAL
    return match === 'whole' ? 1 + 10 / Math.max(1, word.length) : 1
  }
}

function memo<Value>(make: () => Value): () => Value {
  let value: { readonly is: Value } | undefined
  return () => {
    value ??= { is: make() }
    return value.is
  }
}
