import type { ClauseWording, ClauseWordings, Modality } from '../knowledge/schemas/wordings.ts'
import { frameOf, MODE_OF } from '../knowledge/wording.ts'
import { lazy } from '../once.ts'
import type { Mode } from '../report/vocabulary.ts'
import { simplified } from '../text/simplified.ts'
import { type Key, keysOf, type Often, rarest, readKey, writtenKey } from '../wordings/keys.ts'
import { type Lists, type Pattern, parsePattern } from '../wordings/pattern.ts'
import { type Search, searches } from '../wordings/search.ts'
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
  readonly lists: Lists
  readonly turns: Turns
  readonly often: Often
}

/** Makes the wordings of all files ready. Throws RangeError where one has no word that it cannot do without. */
export function makeReady(files: readonly ClauseWordings[], modalities: readonly Modality[]): readonly Ready[] {
  const { searchOf, framed } = searches()
  const languages = new Map(modalities.map(modality => [modality.id, languageOf(modality)]))
  const frames = new Map<string, Pattern>()
  const frameIn = ({ modality, lists }: Language, frame: string, alternatives: readonly string[]): Pattern => {
    const name = `${modality?.id} ${frame}`
    const same = frames.get(name)
    if (same !== undefined) return same
    const made = parsePattern(simplified(alternatives.join('|')), {}, lists)
    frames.set(name, made)
    return made
  }
  return files.flatMap(file => {
    const language = languages.get(file.language) ?? languageOf(undefined)
    const { modality, turns, often } = language
    const own = listsOf({ ...file.marks, ...file.lists })
    const parse = (words: string): Pattern => parsePattern(simplified(words), own, language.lists)
    const each = (words: readonly string[]) => words.map(one => searchOf(parse(one)))
    const marks = Object.fromEntries(Object.entries(file.marks).map(([name, words]) => [name, lazy(() => each(words))]))
    const shared = lazy(() => each(file.unless))
    return file.wordings.map((wording): Ready => {
      const { frame, words } = frameOf(wording)
      const pattern = lazy(() => parse(words))
      const bare = lazy(() => searchOf(pattern()))
      const search = (): Search => {
        if (frame === 'says') return bare()
        return framed(frameIn(language, frame, modality?.frames[frame] ?? []), pattern())
      }
      const spares = (): readonly Search[] =>
        ((frame === 'says' ? undefined : modality?.unless[frame]) ?? []).map(one =>
          framed(frameIn(language, one, [one]), pattern()),
        )
      return {
        kind: file.kind,
        language: file.language,
        wording,
        mode: wording.as ?? MODE_OF[frame],
        turns,
        key: wording.key === undefined ? keyOf(pattern(), words, often) : wording.key.map(readKey),
        search: lazy(search),
        bare: frame === 'says' ? null : bare,
        unless: lazy(() => [...shared(), ...each(wording.unless ?? []), ...spares()]),
        marks,
      }
    })
  })
}

/** The rarest words of a wording, as they are written into what the build makes: `word`, `begins~`, `~ends`. */
export const keyFor = (wording: ClauseWording, file: ClauseWordings, modality: Modality | undefined): string[] => {
  const { words } = frameOf(wording)
  const pattern = parsePattern(simplified(words), listsOf({ ...file.marks, ...file.lists }), listsOf(modality?.lists))
  return keyOf(pattern, words, oftenIn(modality)).map(writtenKey)
}

function keyOf(pattern: Pattern, words: string, often: Often): readonly Key[] {
  const key = rarest(keysOf(pattern, often), often)
  if (key === null) throw new RangeError(`the wording “${words}” has no word that it cannot do without`)
  return key
}

const languageOf = (modality: Modality | undefined): Language => ({
  modality,
  lists: listsOf(modality?.lists),
  often: oftenIn(modality),
  turns: {
    words: new Set((modality?.turns ?? []).map(simplified)),
    straight: (modality?.straight ?? []).map(words => tokensOf(words).map(({ word }) => word)),
  },
})

/** as the text they are looked for in: traditional Chinese letters, which Japanese has too, in their simplified form */
const listsOf = (lists: Lists | undefined): Lists =>
  Object.fromEntries(Object.entries(lists ?? {}).map(([name, all]) => [name, all.map(simplified)]))

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
