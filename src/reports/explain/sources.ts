import type { Dated } from '../../knowledge/knowledge.ts'
import { type Line, look } from '../page.ts'

/** Where a fact was read and when, and since when it applies. */
export function sourceLines({ source, seenOn, effectiveFrom, effectiveTo }: Dated): readonly Line[] {
  const applies = [...(effectiveFrom ? [`from ${effectiveFrom}`] : []), ...(effectiveTo ? [`to ${effectiveTo}`] : [])]
  return [
    [look('faint', `Source: ${source}; seen ${seenOn}`)],
    ...(applies.length > 0 ? [[look('faint', `In effect ${applies.join(' ')}`)]] : []),
  ]
}
