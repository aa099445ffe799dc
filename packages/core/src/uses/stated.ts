import type { KnownUses } from '../knowledge/schemas/uses.ts'
import { withCommas } from '../text/digits.ts'

/** A use as its user states it: what is done, and how large the user is. */
export interface StatedUse {
  readonly actions: ReadonlySet<string>
  /** users a month; null where not stated */
  readonly users: number | null
  /** yearly revenue, in the currency of the limit it is compared with; null where not stated */
  readonly revenue: number | null
}

const AMOUNTS = ['users', 'revenue'] as const

/** How large a user is, in words: "2,000,000 users a month", "a revenue of 5,000,000 a year". */
export const sizesOf = ({ users, revenue }: Pick<StatedUse, (typeof AMOUNTS)[number]>): string[] => [
  ...(users === null ? [] : [`${withCommas(users)} users a month`]),
  ...(revenue === null ? [] : [`a revenue of ${withCommas(revenue)} a year`]),
]

/** What is wrong with the words of a use, and what may stand there. */
interface NoUse {
  readonly wrong: string
  readonly expected: string
}

const TIMES = { k: 1e3, m: 1e6, b: 1e9 }

/** "2e8", "200_000_000", "200M"; null where it is no number, or less than none. */
function numberOf(words: string): number | null {
  const times = Object.entries(TIMES).find(([letter]) => words.endsWith(letter))
  const digits = (times ? words.slice(0, -1) : words).replaceAll('_', '')
  const number = Number(digits) * (times?.[1] ?? 1)
  return digits === '' || !Number.isFinite(number) || number < 0 ? null : number
}

/** Reads `commercial,eu,users=2e8`; a word that is not known is told with those that are. */
export function readUse(words: string, { actions }: KnownUses): StatedUse | NoUse {
  const stated = new Set<string>()
  const amounts: { users: number | null; revenue: number | null } = { users: null, revenue: null }
  for (const word of words.split(',').map(part => part.trim().toLowerCase())) {
    if (word === '') continue
    const [name = '', value] = word.split('=').map(part => part.trim())
    const amount = AMOUNTS.find(known => known === name)
    const action = actions.find(({ id, also }) => id === name || also.includes(name))
    if (amount) {
      const number = numberOf(value ?? '')
      if (number === null) return { wrong: word, expected: `${name} wants a number, such as ${name}=2e8` }
      amounts[amount] = number
    } else if (value === undefined && action) stated.add(action.id)
    else return { wrong: word, expected: `give any of ${actions.map(({ id }) => id).join(', ')}, users=N, revenue=N` }
  }
  return { actions: stated, ...amounts }
}
