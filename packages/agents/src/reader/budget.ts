import type { Tokens } from './prompt.ts'

/** What a million tokens cost, sent and answered, in whatever money whoever asks pays with. */
export interface Price {
  readonly in: number
  readonly out: number
}

/** What may be asked in all. */
export interface Limits {
  readonly questions: number
  /** null where no price was given: none is known */
  readonly cost: { readonly price: Price; readonly most: number } | null
}

/** One limit for all that is asked in a run, of however many releases. */
export interface Budget {
  /**
   * Takes so many questions of what may be asked; null where that is used up. What is given back is told what the
   * server counted.
   */
  take(questions: number, estimate: Tokens): ((counted: Tokens | null) => void) | null
}

/** What tokens cost. */
export const costOf = (tokens: Tokens, price: Price): number =>
  (tokens.in * price.in + tokens.out * price.out) / 1_000_000

/** A budget of which nothing is used. */
export function budgetOf({ questions, cost }: Limits): Budget {
  let asked = 0
  let spent = 0
  const priceOf = (tokens: Tokens) => (cost === null ? 0 : costOf(tokens, cost.price))
  return {
    take(more, estimate) {
      const price = priceOf(estimate)
      if (asked + more > questions || (cost !== null && spent + price > cost.most)) return null
      asked += more
      spent += price
      return counted => {
        if (counted !== null) spent += priceOf(counted) - price
      }
    },
  }
}
