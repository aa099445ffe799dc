import type { Component, DataSource, Report } from '@unwash/core/report/report'
import type { DataStage } from '@unwash/core/report/vocabulary'
import { plain } from '@unwash/core/text/foreign'
import { placeInWords } from '../words/places.ts'

/** A set of data that is named, with the stages of training it was for. */
export interface NamedSource extends DataSource {
  readonly stages: readonly DataStage[]
}

/** The sets that the training data is said to be made of, each once. */
export function sourcesOf({ data = [] }: Component): readonly NamedSource[] {
  const all = new Map<string, NamedSource>()
  for (const { stage, sources } of data)
    for (const source of sources) {
      const known = all.get(source.name)
      all.set(source.name, { ...(known ?? source), stages: [...new Set([...(known?.stages ?? []), stage])] })
    }
  return [...all.values()]
}

/** The data the model was made from and measured with, as far as it is given or described. */
export const dataComponents = ({ components }: Pick<Report, 'components'>): readonly Component[] =>
  components.filter(({ id, presence }) => (id === 'datasets' || id === 'evaluation-data') && presence !== 'absent')

/** what a component of data is called where its sets are not named */
export const dataName = ({ id }: Component): string => (id === 'datasets' ? 'training data' : 'evaluation data')

/** an address of the web, where that is what the words are */
export const addressOf = (words: string | undefined): string | null =>
  words !== undefined && /^https?:\/\/[^\s<>"{}|\\^`]+$/.test(words) ? words : null

/** What is told of the training data and code: the ladder, and where it was seen; null where nothing is. */
export function aboutTraining({ components }: Pick<Report, 'components'>): string | null {
  const told = components.filter(({ id }) => id === 'datasets' || id === 'training-code')
  const words = told.map(({ id, presence, ladder, cited }) =>
    plain(`${id}: ${ladder ?? presence} (${cited.map(placeInWords).join(', ')})`),
  )
  return words.length > 0 ? words.join('; ') : null
}
