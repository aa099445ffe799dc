import { InvalidArgumentError } from '@commander-js/extra-typings'

/** Reads a whole number of an option. */
export const wholeNumber = (most: number) => (words: string) => {
  const number = Number(words)
  if (/^\d{1,6}$/.test(words) && number >= 1 && number <= most) return number
  throw new InvalidArgumentError(`Give a whole number from 1 to ${most}.`)
}

/** Reads an amount of money of an option. */
export function amount(words: string): number {
  if (/^\d{1,6}(?:\.\d{1,6})?$/.test(words)) return Number(words)
  throw new InvalidArgumentError('Give an amount such as 0.50.')
}
