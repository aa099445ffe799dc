import { groupsBy } from '@unwash/core/groups'
import type { Allowed, Report } from '@unwash/core/report/report'
import { type Block, lines, table } from '../page.ts'
import { answered } from '../sections/can-i.ts'
import { whichAmong } from '../sections/verdict.ts'
import { placesOf } from '../words/places.ts'
import { inText } from './terms.ts'

/** What everybody asks: a row for each answer, of several models with those that it is the answer of. */
export function answersIn({ uses = [], models }: Report): readonly Block[] {
  const several = models.length > 1
  const asks = [...groupsBy(uses, ({ ask }) => ask)]
  if (asks.length === 0) return [lines(['No weights are offered here, so there is nothing to use.'])]
  const rows = asks.flatMap(([ask, all]) => {
    const groups = [...groupsBy(all, ({ answer, says }) => `${answer} ${says}`).values()]
    const largestFirst = groups.toSorted((one, other) => other.length - one.length)
    return largestFirst.flatMap((those, at) => {
      const [use] = those
      if (!use) return []
      const [sign, ...says] = answered(use)
      const which = whichAmong(namesOf(those), namesOf(all))
      const see = placesOf(use.cited, 2).map(span => inText(span))
      return [[[at === 0 ? `May we ${ask}?` : ''], ...(several ? [[which]] : []), [sign, ' ', ...says], see]]
    })
  })
  return [table(['question', ...(several ? ['models'] : []), 'answer and condition', 'see'], rows)]
}

const namesOf = (some: readonly Allowed[]) => some.map(({ model = '' }) => model)
