import type { Passage } from './clause.ts'
import { has } from './nearby.ts'

const asked: RegExp[] = []

/**
 * Makes a question about the heading above a passage: whether a pattern matches in it. All that is made of headings is
 * asked so, so that a passage under another heading of the same answers need not be read again.
 */
export const askHeading = (pattern: RegExp): ((passage: Passage) => boolean) => {
  asked.push(pattern)
  return ({ heading }) => heading !== '' && has(heading, pattern)
}

/** Whether a passage stands under a heading at all. */
export const hasHeading = ({ heading }: Passage): boolean => heading !== ''

/** What a heading answers to all questions, a 1 or 0 each; '' where there is none. */
export const answersOf = (heading: string): string =>
  heading === '' ? '' : asked.map(pattern => (has(heading, pattern) ? '1' : '0')).join('')
