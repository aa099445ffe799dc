import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { KnownUses } from '../../knowledge/schemas/uses.ts'
import { once } from '../../once.ts'
import type { Clause } from '../../report/report.ts'
import { amountsIn } from './kinds/amounts.ts'

/** Whose size a limit counts: the products, the organization, or whoever has the license. */
export interface Sized {
  /** "your products or services have", with those of affiliates where the clause counts them in */
  readonly has: string
  /** "products or services"; '' where it is the user as a whole */
  readonly short: string
}

/** what is made by or for somebody, or is a product of somebody, is not their size; nor are affiliates alone */
const OF_OTHERS = /\b(?:by|for|to|products?|services?) (?:of )?(?:the )?$/
const AFFILIATES = /^[a-z’']{0,3},? (?:or its |and its )?(?:affiliate|subsidiar|parent|group compan)/

/** Whose size a limit counts, by its sentence; of nobody in particular where that is not known. */
export function sizedBy({ parameters, cited }: Clause, { uses }: Pick<Knowledge, 'uses'>): Sized {
  const { over, affiliates } = parameters
  const found = cited.flatMap(place => {
    const said = 'quote' in place ? place.quote.toLowerCase().replaceAll(/[\s\\]+/g, ' ') : ''
    const amount = said && amountsIn(said).find(({ value }) => value === over)
    return amount ? (sizedIn(said, amount, uses) ?? []) : []
  })
  const [own] = found
  return own ? { has: own.has[affiliates === true ? 1 : 0], short: own.short ?? '' } : { has: uses.unsized, short: '' }
}

type SizedWords = KnownUses['sized'][number]

function sizedIn(
  said: string,
  { start, end }: { readonly start: number; readonly end: number },
  { sized }: KnownUses,
): SizedWords | undefined {
  const all = patternsOf(sized)
  const behind = all.find(({ one, behind }) => one.short && behind.test(said.slice(end)))
  if (behind) return behind.one
  const places = all.flatMap(({ one, each }) =>
    [...said.slice(0, start).matchAll(each)].flatMap(({ index, 0: word }) =>
      !one.short &&
      (OF_OTHERS.test(said.slice(Math.max(0, index - 24), index)) || AFFILIATES.test(said.slice(index + word.length)))
        ? []
        : { index, one },
    ),
  )
  return places.toSorted((one, other) => other.index - one.index)[0]?.one
}

const patternsOf = once((sized: KnownUses['sized']) =>
  sized.map(one => {
    const words = `(?<![a-zà-ÿа-я])(?:${one.words.join('|')})`
    const behind = new RegExp(`^[^.,;]{0,50}\\b(?:of|in|on|across) (?:\\w{1,12} ){0,3}${words}`)
    return { one, each: new RegExp(words, 'g'), behind }
  }),
)
