import { withCommas } from '../../text/digits.ts'

/** What a parameter of a clause is called where a reader is told that it changed. */
const NOUNS: Readonly<Record<string, string>> = {
  territories: 'the excluded territory',
  only: 'the only territory',
  consequence: 'what follows above it',
  measured: 'when it is measured',
  scope: 'the scope',
  url: 'the address of the policy',
  law: 'the governing law',
  venue: 'the place of the courts',
  language: 'the prevailing language',
  text: 'the text to show',
  prefix: 'the name to begin with',
  noticeDays: 'the notice, in days,',
  percent: 'the share to pay, in percent,',
  amount: 'the amount to pay',
  term: 'the term',
  group: 'the excluded group',
  sectors: 'the barred sectors',
  against: 'who may not be sued',
  ends: 'what ends',
  unless: 'the exception',
}

/** The noun for a parameter; one that has none is called by its name, its words apart. */
export const nounOf = (name: string): string =>
  NOUNS[name] ?? name.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)

/** What a parameter that is true or not says when it begins and when it ends to be true. */
export const SWITCHES: Readonly<Record<string, readonly [string, string]>> = {
  affiliates: ['affiliates count too now', 'affiliates no longer count'],
  mayChange: ['the policy may now change', 'the policy no longer changes'],
  bindsCopies: ['changes now bind copies already received', 'changes no longer bind copies already received'],
  automatic: ['it now ends by itself', 'it no longer ends by itself'],
  arbitration: ['disputes now go to arbitration', 'disputes no longer go to arbitration'],
  outputs: ['outputs are covered now', 'outputs are no longer covered'],
}

const SCALES = [
  [1e9, 'billion'],
  [1e6, 'million'],
] as const

/** A number as one says it: 1 million, 2.5 billion, 20,000. */
export function inNumberWords(number: number): string {
  for (const [scale, word] of SCALES)
    if (number >= scale && (number / scale) * 100 === Math.round((number / scale) * 100))
      return `${number / scale} ${word}`
  return withCommas(number)
}
