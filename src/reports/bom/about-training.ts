import type { Report } from '../../report.ts'
import { plain } from '../words/foreign.ts'
import { placeOf } from '../words/places.ts'

/** What is told of the training data and code: the ladder, and where it was seen; null where nothing is. */
export function aboutTraining({ components }: Pick<Report, 'components'>): string | null {
  const told = components.filter(({ id }) => id === 'datasets' || id === 'training-code')
  const words = told.map(({ id, presence, ladder, cited }) =>
    plain(`${id}: ${ladder ?? presence} (${cited.map(placeOf).join(', ')})`),
  )
  return words.length > 0 ? words.join('; ') : null
}
