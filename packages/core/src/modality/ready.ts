import type { Worded, WordedFile, WordedModality, WordLists } from '../knowledge/worded.ts'
import { MODE_OF } from '../knowledge/wording.ts'
import { lazy } from '../once.ts'
import type { Mode } from '../report/vocabulary.ts'
import { simplified } from '../text/simplified.ts'
import type { Patterns } from '../wordings/patterns.ts'
import { type Search, searchOf } from '../wordings/search.ts'
import { tokensOf } from '../wordings/tokens.ts'
import type { Turns } from './words.ts'

/** A wording that is ready to be looked for; what it takes is made when it is first asked for. */
export interface Ready {
  readonly kind: string
  readonly language: string
  readonly wording: Worded
  readonly mode: Mode
  readonly turns: Turns
  search(): Search
  /** the words of the kind alone, without a frame around them; null where there is no frame */
  readonly bare: (() => Search) | null
  unless(): readonly Search[]
  /** what else may be said that counts, by name */
  readonly marks: Readonly<Record<string, () => readonly Search[]>>
}

/** Makes the wordings of all files ready. */
export function makeReady(
  files: readonly WordedFile[],
  modalities: readonly WordedModality[],
  patterns: Patterns,
): readonly Ready[] {
  const languages = new Map(modalities.map(modality => [modality.id, { modality, turns: turnsOf(modality) }]))
  const each = (words: readonly WordLists[]) => words.map(one => searchOf(patterns, one))
  return files.flatMap(file => {
    const { modality, turns } = languages.get(file.language) ?? { modality: undefined, turns: NO_TURNS }
    const marks = Object.fromEntries(Object.entries(file.marks).map(([name, words]) => [name, lazy(() => each(words))]))
    const shared = lazy(() => each(file.unless))
    return file.wordings.map((wording): Ready => {
      const { frame, words } = wording
      const around = modality?.frames[frame]
      const bare = lazy(() => searchOf(patterns, words))
      const spares = () => (modality?.unless[frame] ?? []).map(one => searchOf(patterns, one, words))
      return {
        kind: file.kind,
        language: file.language,
        wording,
        mode: wording.as ?? MODE_OF[frame],
        turns,
        search: around === undefined ? bare : lazy(() => searchOf(patterns, around, words)),
        bare: frame === 'says' ? null : bare,
        unless: lazy(() => [...shared(), ...each(wording.unless ?? []), ...spares()]),
        marks,
      }
    })
  })
}

const turnsOf = ({ turns, straight }: WordedModality): Turns => ({
  words: new Set(turns.map(simplified)),
  straight: straight.map(words => tokensOf(words).map(({ word }) => word)),
})
const NO_TURNS: Turns = { words: new Set(), straight: [] }
